// What is known of each option once it has been met: how its values are checked, and the answers so far.

import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { PjsipCatalog, TypeCatalog } from "../../catalog/pjsip.ts";
import { has } from "../../catalog/version.ts";
import { asciiLower } from "../../text/ascii.ts";
import { noFaults, type ValueCheck, type ValueContext, type ValueFault } from "../value-fault.ts";
import { noCheck, valueCheck } from "../values/check-value.ts";
import { decides } from "./check-object.ts";
import { type NameFault, otherCase } from "./option-names.ts";
import { losesFirstList } from "./repeated-list.ts";

/** Remembered answers, by option and value. */
export interface ValueChecks {
  readonly types: Map<string, TypeChecks>;
}

export interface TypeChecks {
  /** What is wrong with names that the type does not have, by name and value. */
  readonly unknown: Map<string, NameFault>;
  readonly byName: Map<string, OptionChecks | undefined>;
}

/** What is known of an option by the name as somebody wrote it. */
export interface OptionChecks {
  readonly spec: OptionSpec;
  readonly check: ValueCheck;
  readonly context: ValueContext;
  readonly answers: Map<string, readonly ValueFault[]>;
  readonly nameFault: NameFault | undefined;
  /** The whole object is to be checked where this option is there. */
  readonly decides: boolean;
  readonly list: boolean;
}

/** What the checks of values depend on. */
export interface CheckContext {
  readonly catalog: PjsipCatalog;
  readonly extraCodecs: ReadonlySet<string>;
  readonly fileExists: (path: string) => boolean | undefined;
}

/** More values or names of one kind than this are not remembered. */
export const maximumRemembered = 20_000;

/** What is remembered of a type. */
export function typeChecks(type: string, checks: ValueChecks): TypeChecks {
  const known = checks.types.get(type);
  if (known !== undefined) return known;
  const made: TypeChecks = { unknown: new Map(), byName: new Map() };
  checks.types.set(type, made);
  return made;
}

/** What is to be known of an option by that name; undefined where the type has none. */
export function optionChecks(
  name: string,
  known: TypeChecks,
  type: TypeCatalog,
  context: CheckContext,
): OptionChecks | undefined {
  const spec = type.option(name);
  if (spec === undefined) return undefined;
  const { catalog, extraCodecs, fileExists } = context;
  const object = type.spec.type;
  const made: OptionChecks = {
    spec,
    check: checkFor(name, spec, object),
    context: { type: object, spec, version: catalog.version, extraCodecs, fileExists },
    answers: new Map(),
    nameFault: otherCase(name, spec) ?? deprecation(spec, type),
    decides: decides(object, asciiLower(name)),
    list: losesFirstList(spec),
  };
  if (known.byName.size >= maximumRemembered) known.byName.clear();
  known.byName.set(name, made);
  return made;
}

/** "Contact_permit" is compared with "contact_" in vain, and its value becomes a deny rule. */
function checkFor(name: string, spec: OptionSpec, type: string): ValueCheck {
  const lost = spec.name.startsWith("contact_acl") && !name.startsWith("contact_");
  return valueCheck(lost ? { ...spec, name: "deny", kind: "cidrAcl" } : spec, type);
}

function deprecation(spec: OptionSpec, type: TypeCatalog): NameFault | undefined {
  const deprecated = spec.deprecated;
  // An option that does nothing any more says so itself.
  if (deprecated === undefined || spec.kind === "ignored" || !has(deprecated.since, type.version))
    return undefined;
  const fault = { mistake: "deprecated-option", rejects: false, unknown: false } as const;
  return deprecated.use === undefined ? fault : { ...fault, expected: deprecated.use };
}

/** Checks a value and remembers the answer. */
export function answer(checks: OptionChecks, value: string): readonly ValueFault[] {
  if (checks.check === noCheck) return noFaults;
  const faults = checks.check(value, checks.context);
  if (checks.answers.size >= maximumRemembered) checks.answers.clear();
  checks.answers.set(value, faults);
  return faults;
}
