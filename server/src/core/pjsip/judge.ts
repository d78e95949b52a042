// What Asterisk makes of one object: its judgement on each option, then on the object as a whole.

import type { OptionSpec } from "../catalog/option-spec.ts";
import type { PjsipCatalog, TypeCatalog } from "../catalog/pjsip.ts";
import { type ConfigOption, printedLine } from "../config/section.ts";
import { asciiLower, equalsIgnoringCase } from "../text/ascii.ts";
import type { Judgement, PjsipObject } from "./judgement.ts";
import { checkObject, isAlwaysChecked } from "./objects/check-object.ts";
import type { ObjectContext, ObjectFault } from "./objects/object-fault.ts";
import {
  answer,
  maximumRemembered,
  type OptionChecks,
  optionChecks,
  typeChecks,
  type ValueChecks,
} from "./objects/option-checks.ts";
import { type NameFault, unknownName } from "./objects/option-names.ts";
import { repeatedList } from "./objects/repeated-list.ts";
import { holdsPlaceholder, isTemplateText } from "./placeholder.ts";
import type { ValueFault } from "./value-fault.ts";

export interface JudgeContext extends ObjectContext {
  readonly catalog: PjsipCatalog;
  /** The file as the last message names it. */
  readonly configFile?: string;
  /** Codec names that codecs.conf of the installation adds, in lower case. */
  readonly extraCodecs: ReadonlySet<string>;
  /** Whether Asterisk can read a file; undefined where we cannot know. */
  readonly fileExists: (path: string) => boolean | undefined;
  /** Answers remembered from one object to the next; good only as long as the rest of the context stays. */
  readonly checks: ValueChecks;
}

/** An empty memory of answers. */
export function newValueChecks(): ValueChecks {
  return { types: new Map() };
}

const noJudgements: readonly Judgement[] = [];

/** All that is wrong with one object. Pure but for the answers it remembers in `context.checks`. */
export function judgeObject(object: PjsipObject, context: JudgeContext): readonly Judgement[] {
  const type = context.catalog.types.get(object.type);
  if (type === undefined) return noJudgements;
  const known = typeChecks(object.type, context.checks);
  let judgements: Judgement[] | undefined;
  let whole = isAlwaysChecked(object.type);
  const options = object.options;
  for (let index = 0; index < options.length; index++) {
    const option = options[index];
    if (option === undefined || option.name.charCodeAt(0) === 64) continue;
    const checks = known.byName.get(option.name) ?? optionChecks(option.name, known, type, context);
    if (checks === undefined) {
      judgements ??= [];
      judgements.push(unknownOption(object, option, type, context));
      continue;
    }
    if (checks.decides) whole = true;
    if (checks.list) {
      const repeated = repeatedList(object, index);
      if (repeated !== undefined) {
        judgements ??= [];
        judgements.push(objectJudgement(object, repeated, context));
      }
    }
    const faults = checks.answers.get(option.value) ?? answer(checks, option.value);
    if (faults.length === 0 && checks.nameFault === undefined) continue;
    judgements ??= [];
    judgeOption(object, index, option, checks, faults, context, judgements);
  }
  if (whole) {
    for (const fault of checkObject(object, context)) {
      judgements ??= [];
      judgements.push(objectJudgement(object, fault, context));
    }
  }
  return judgements ?? noJudgements;
}

function judgeOption(
  object: PjsipObject,
  index: number,
  option: ConfigOption,
  checks: OptionChecks,
  faults: readonly ValueFault[],
  context: JudgeContext,
  into: Judgement[],
): void {
  const { nameFault, spec } = checks;
  const end = (rejects: boolean, parsing: boolean): readonly string[] =>
    rejects ? [...(parsing ? [errorParsing(option, spec)] : []), notCreated(object, context)] : [];
  if (nameFault !== undefined) {
    const log = [...(nameFault.log?.(object.id) ?? []), ...end(nameFault.rejects, true)];
    into.push(nameJudgement(option, nameFault, log));
    // The handler gives up before it looks at the value.
    if (nameFault.rejects) return;
  }
  const line = printedLine(option.file, option.line);
  const placeholder = faults.length > 0 && holdsPlaceholder(spec.name, option.value);
  for (const fault of faults) {
    if (fault.applied === true && spec.occurrence === "last" && !isLast(object, index)) continue;
    const log = [...fault.log(object.id, option.name, line), ...end(fault.rejects, fault.applied !== true)];
    const { start, end: stop, rejects, replacement, suggestion } = fault;
    into.push({
      kind: fault.mistake,
      option,
      part: "value",
      start,
      end: stop,
      rejects,
      log,
      related: [],
      ...(placeholder ? { placeholder } : {}),
      ...(replacement === undefined ? {} : { replacement }),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
}

function isLast(object: PjsipObject, index: number): boolean {
  const name = object.options[index]?.name ?? "";
  return !object.options.some((other, at) => at > index && equalsIgnoringCase(other.name, name));
}

function unknownOption(
  object: PjsipObject,
  option: ConfigOption,
  type: TypeCatalog,
  context: JudgeContext,
): Judgement {
  const fault = rememberedName(option, type, context);
  // A section that would be an object only for its name is none when it does not fit: nothing is refused or logged.
  const silent =
    type.spec.explicitName === object.id &&
    !object.options.some((other) => asciiLower(other.name) === "type");
  const place = `line ${printedLine(option.file, option.line)} of ${option.file.storedName}`;
  const log = silent
    ? []
    : [
        `Could not find option suitable for category '${object.id}' named '${option.name}' at ${place}`,
        notCreated(object, context),
      ];
  const judgement = nameJudgement(option, silent ? { ...fault, rejects: false } : fault, log);
  return isTemplateText(option.name) ? { ...judgement, placeholder: true } : judgement;
}

/** What is wrong with a name, found once however many objects have it. */
function rememberedName(option: ConfigOption, type: TypeCatalog, context: JudgeContext): NameFault {
  const { unknown } = typeChecks(type.spec.type, context.checks);
  const key = `${option.name}=${option.value}`;
  const known = unknown.get(key);
  if (known !== undefined) return known;
  const fault = unknownName(option.name, option.value, type, context.catalog);
  if (unknown.size >= maximumRemembered) unknown.clear();
  unknown.set(key, fault);
  return fault;
}

function nameJudgement(option: ConfigOption, fault: NameFault, log: readonly string[]): Judgement {
  const { mistake, rejects, expected, replacement, replacementValue, suggestion } = fault;
  return {
    kind: mistake,
    option,
    part: "name",
    start: 0,
    end: option.name.length,
    rejects,
    log,
    related: [],
    ...(expected === undefined ? {} : { expected }),
    ...(replacement === undefined ? {} : { replacement }),
    ...(replacementValue === undefined ? {} : { replacementValue }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function objectJudgement(object: PjsipObject, fault: ObjectFault, context: JudgeContext): Judgement {
  const { kind, option, rejects, related, expected, replacement, suggestion } = fault;
  // Only the access list handler finds such a thing while it parses.
  const parsing = kind === "repeated-acl" && option !== undefined ? [errorParsing(option, undefined)] : [];
  return {
    kind,
    option,
    part: "value",
    start: fault.span?.start ?? 0,
    end: fault.span?.end ?? option?.value.length ?? 0,
    rejects,
    log: rejects ? [...fault.log, ...parsing, notCreated(object, context)] : fault.log,
    related: related ?? [],
    ...(option !== undefined && holdsPlaceholder(option.name, option.value) ? { placeholder: true } : {}),
    ...(expected === undefined ? {} : { expected }),
    ...(replacement === undefined ? {} : { replacement }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function errorParsing(option: ConfigOption, spec: OptionSpec | undefined): string {
  const value = spec?.secret === true ? "***" : option.value;
  const line = printedLine(option.file, option.line);
  return `Error parsing ${option.name}=${value} at line ${line} of ${option.file.storedName}`;
}

function notCreated(object: PjsipObject, context: JudgeContext): string {
  const file = context.configFile ?? "pjsip.conf";
  return `Could not create an object of type '${object.type}' with id '${object.id}' from configuration file '${file}'`;
}
