// What the rules about values that somebody still has to fill in share: one report for each file and kind.

import { isPjsipFile, knownFile } from "../../catalog/files.ts";
import type { ConfigLoad } from "../../config/load.ts";
import type { Place } from "../../config/option-span.ts";
import type { LoadedFile } from "../../config/section.ts";
import type { PjsipFault } from "../../pjsip/model.ts";
import {
  isTemplateText,
  mayHoldPlaceholder,
  type PlaceholderKind,
  placeholderIn,
} from "../../pjsip/placeholder.ts";
import { type Line, type OptionLine, sourceSpan } from "../../syntax/line.ts";
import { asciiLower } from "../../text/ascii.ts";
import { isOfTemplate, syntaxLog } from "../config/syntax-log.ts";
import { eachFile } from "../config/words.ts";
import { objects } from "../pjsip/words.ts";
import type { Effect, Finding, RuleContext } from "../rule.ts";
import { quoted } from "../words.ts";

/** A placeholder where it is written; without an option in a header or a line that is none. */
interface Occurrence extends Place {
  readonly option: string | undefined;
  readonly text: string;
}

const maximumRelated = 10;

/** Without a true value of these no call or registration can succeed. */
const decisive: ReadonlySet<string> = new Set([
  ...["contact", "match", "server_uri", "client_uri", "username", "outbound_proxy", "remote_hosts", "bind"],
]);

/** One finding for each file of a load that holds placeholders of a kind. */
export function* placeholderFindings(
  kind: PlaceholderKind,
  load: ConfigLoad,
  context: RuleContext,
  message: (first: string, count: number) => string,
): Generator<Finding> {
  const isPjsip = isPjsipFile(load.root) || knownFile(load.root)?.reader === "wizard";
  const syntax = kind === "template" ? load.faults.filter(isOfTemplate) : [];
  if (!isPjsip && syntax.length === 0) return;
  for (const file of eachFile(load)) {
    if (!mayHoldPlaceholder(kind, file.lines.text)) continue;
    const spoiled = syntax.filter((fault) => fault.file.path === file.path);
    if (!isPjsip && spoiled.length === 0) continue;
    const occurrences = file.lines.lines.flatMap((line) => occurrenceIn(kind, line, file));
    const [first, ...others] = occurrences;
    if (first === undefined) continue;
    const faults = context.faults.filter((fault) => isOf(fault, kind, file));
    const rejected = spoiled.some(({ ends }) => ends === "root") && load.outcome === "rejected";
    const dropped = faults.find(({ judgement }) => judgement.rejects);
    yield {
      file,
      span: first.span,
      message: `${message(shown(first), occurrences.length)}${rejected ? `, and rejects ${load.root} as a whole` : andDrops(dropped)}`,
      effect: rejected ? "file-rejected" : dropped !== undefined ? "object-rejected" : effectOf(occurrences),
      log: [
        ...spoiled.flatMap((fault) => syntaxLog(fault, load)),
        ...new Set(faults.flatMap(({ log }) => log)),
      ],
      related: others.slice(0, maximumRelated).map(({ span }) => ({ file, span, message: "another one" })),
    };
  }
}

function andDrops(fault: PjsipFault | undefined): string {
  return fault === undefined ? "" : `, and drops ${objects(fault)} for it`;
}

function effectOf(occurrences: readonly Occurrence[]): Effect {
  const decides = occurrences.some(({ option }) => {
    const name = asciiLower(option ?? "");
    return decisive.has(name.slice(name.lastIndexOf("/") + 1));
  });
  return decides ? "call-fails" : "works-otherwise";
}

function isOf({ judgement, file: { path } }: PjsipFault, kind: PlaceholderKind, file: LoadedFile): boolean {
  const { option, placeholder } = judgement;
  if (placeholder !== true || option === undefined || path !== file.path) return false;
  if (isTemplateText(option.name)) return kind === "template";
  return placeholderIn(option.name, option.value)?.kind === kind;
}

/** The placeholder as typed; the one for a password might be the password. */
function shown({ option, text }: Occurrence): string {
  return option !== undefined && /pass|secret|cred|token|register/i.test(option)
    ? `the value of ${quoted(option)}`
    : quoted(text);
}

function occurrenceIn(kind: PlaceholderKind, line: Line, file: LoadedFile): Occurrence[] {
  const whole = line.cooked?.text ?? file.lines.text;
  if (line.kind === "option") return inOption(kind, line, file);
  if (line.kind === "section") return kind === "blank" ? [] : inText(line.nameStart, line.nameEnd);
  if (line.kind === "malformed") return kind === "template" ? inText(line.textStart, line.textEnd) : [];
  return [];

  function inText(start: number, end: number): Occurrence[] {
    const found = placeholderIn("", whole.slice(start, end));
    if (found?.kind !== kind) return [];
    const span = sourceSpan(line, start + found.start, start + found.end);
    return [{ file, span, option: undefined, text: whole.slice(start + found.start, start + found.end) }];
  }
}

function inOption(kind: PlaceholderKind, line: OptionLine, file: LoadedFile): Occurrence[] {
  const { name, operator, value, appended, nameStart, nameEnd, valueEnd } = line;
  if (isTemplateText(name)) {
    if (kind !== "template") return [];
    return [{ file, span: sourceSpan(line, nameStart, nameEnd), option: undefined, text: name }];
  }
  const written = operator === "+=" ? appended : value;
  const found = placeholderIn(name, written);
  if (found?.kind !== kind) return [];
  const from = valueEnd - written.length;
  const span = sourceSpan(line, from + found.start, from + found.end);
  return [{ file, span, option: name, text: written.slice(found.start, found.end) }];
}
