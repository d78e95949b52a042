import type { ConfigLoad } from "../../config/load.ts";
import { firstOption, lastOption } from "../../config/section-lookup.ts";
import type { PjsipFault } from "../../pjsip/model.ts";
import { closest } from "../../text/closest.ts";
import { fixOf, lineBehind, optionLine } from "../fix.ts";
import type { Description, Fix, PjsipFaultRule, RuleContext } from "../rule.ts";
import { quoted } from "../words.ts";
import { objects } from "./words.ts";

export const missingOption: PjsipFaultRule = {
  id: "pjsip/missing-option",
  on: "pjsip-fault",
  kinds: ["missing-option"],
  effect: "object-rejected",
  summary: "Object that lacks an option it cannot do without",
  describe: (fault, context) => {
    const { option, expected = "", rejects } = fault.judgement;
    if (option !== undefined) return ofEmpty(fault);
    // What we could not read may hold it.
    if (context.load.partial || isMisspelled(fault, [expected], context)) return undefined;
    return {
      message: `${fault.type} ${quoted(fault.ids[0] ?? "")} has no ${list(missingNames(fault, context))}: ${
        rejects ? "Asterisk drops it" : notProvisioned
      }`,
      fixes: endpointFix(fault, expected, context.load),
      ...(rejects ? {} : { effect: "call-fails" }),
    };
  },
};

const notProvisioned = "Asterisk does not provision the phone";

/** The option is there and holds nothing. */
function ofEmpty(fault: PjsipFault): Description {
  const { option, rejects } = fault.judgement;
  const end = rejects ? `Asterisk drops ${objects(fault)}` : notProvisioned;
  return {
    message: `${quoted(option?.name ?? "")} is empty: ${end}`,
    ...(rejects ? {} : { effect: "call-fails" }),
  };
}

/** Whether the option is there under a wrong name, which another rule reports. */
export function isMisspelled(
  { section, type: typeName }: PjsipFault,
  names: readonly string[],
  { catalog }: RuleContext,
): boolean {
  const type = catalog.types.get(typeName);
  if (type === undefined) return false;
  return section.options.some(
    ({ name }) => type.option(name) === undefined && names.includes(closest(name, type.names()) ?? ""),
  );
}

/** All that the type requires and the section lacks; of an object that a wizard makes only what was found. */
function missingNames(fault: PjsipFault, { catalog }: RuleContext): readonly string[] {
  const { expected = "" } = fault.judgement;
  const required = catalog.types.get(fault.type)?.spec.required ?? [];
  if (firstOption(fault.section, "type")?.value !== fault.type) return [expected];
  const missing = required.filter((name) => lastOption(fault.section, name) === undefined);
  return missing.includes(expected) ? missing : expected.split(", ");
}

/** `"a"`, `"a" and "b"` or `"a", "b" and "c"`. */
function list(names: readonly string[]): string {
  const last = quoted(names.at(-1) ?? "");
  return names.length < 2 ? last : `${names.slice(0, -1).map(quoted).join(", ")} and ${last}`;
}

/** Offers the endpoint that has the name of the section. */
export function endpointFix(fault: PjsipFault, expected: string, load: ConfigLoad): readonly Fix[] {
  const { section, inherited, judgement, hits } = fault;
  if (expected !== "endpoint" || hits > 1 || !endpointNames(load).has(section.name)) return [];
  const header = { file: section.file, line: section.header };
  const line = inherited ? header : (judgement.option ?? header);
  const edit = lineBehind(line, optionLine(section, "endpoint", section.name));
  return fixOf(edit, `Insert "endpoint = ${section.name}"`, false);
}

/** Remembered by load, because thousands of sections may ask. */
const endpointsOf = new WeakMap<ConfigLoad, ReadonlySet<string>>();

function endpointNames(load: ConfigLoad): ReadonlySet<string> {
  let names = endpointsOf.get(load);
  if (names === undefined) {
    names = new Set(
      load.sections
        .filter((section) => !section.template && firstOption(section, "type")?.value === "endpoint")
        .map(({ name }) => name),
    );
    endpointsOf.set(load, names);
  }
  return names;
}
