import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import type { DialplanFault } from "../../dialplan/fault.ts";
import { overlaps } from "../../dialplan/pattern/overlap.ts";
import { asciiLower } from "../../text/ascii.ts";
import { changedTo, pieceOf } from "../fix.ts";
import { jumpTargets } from "../pattern/names.ts";
import type { DialplanFaultRule, Fix } from "../rule.ts";
import { quoted } from "../words.ts";
import { earlier, extensionNamed, faulty, relatedLine, replaced } from "./words.ts";

export const continuedNumbering: DialplanFaultRule = {
  id: "dialplan/continued-numbering",
  on: "dialplan-fault",
  kinds: ["continued-numbering"],
  effect: "call-fails",
  summary: 'Extension whose first priority is "n", so that it has no priority 1',
  describe: (fault, { installation, load }) => {
    const { extension = "", expected = "", section } = fault;
    const name = extension.replaceAll(" ", "");
    const context = installation.dialplanOf(load).contexts.get(section.name);
    const own = extensionNamed(context, name);
    if (own === undefined || own.priorities.some(({ number }) => number === 1)) return undefined;
    const before = fault.relatedExtension ?? "";
    const isPassed = before !== "" && overlaps(before, own.name);
    const isNamed = own.priorities.some((priority) => priority.label !== undefined);
    // A call gets into it by a jump to a label, if not by its number.
    if (isNamed && jumpTargets(installation.dialplanOf(load), installation).has(own.name)) return undefined;
    const label = /\(.*\)/s.exec(faulty(fault))?.[0] ?? "";
    return {
      ...(isPassed ? { effect: "works-otherwise" as const } : {}),
      message: `Asterisk counts on from ${earlier(fault)}, so extension ${quoted(extension)} begins at priority ${expected}: ${isPassed ? `calls only come to it on their way through ${quoted(before)}` : "without a priority 1 no call gets into it"}`,
      related: relatedLine(fault, "the priority it counts on from"),
      fixes: isPassed
        ? []
        : goesOn(fault)
          ? nameOfBefore(fault, before)
          : replaced(fault, `1${label}`, 'Change to "1"', false),
    };
  },
};

/** Whether the extension before goes on behind the line, so that its "n" would count on from a 1 written here. */
function goesOn({ option, section, relatedExtension = "" }: DialplanFault): boolean {
  const before = relatedExtension.replaceAll(" ", "");
  const next = followers(section).get(option);
  if (next === undefined || before === "" || asciiLower(next.name) !== "exten") return false;
  const [name = "", priority = ""] = next.value.split(",", 2);
  return name.replaceAll(/\s/g, "") === before && /^\s*n\b/i.test(priority);
}

const followersOf = new WeakMap<ConfigSection, ReadonlyMap<ConfigOption, ConfigOption | undefined>>();

/** The line behind each line of a section. */
function followers(section: ConfigSection): ReadonlyMap<ConfigOption, ConfigOption | undefined> {
  let known = followersOf.get(section);
  if (known === undefined) {
    known = new Map(section.options.map((option, index, all) => [option, all[index + 1]]));
    followersOf.set(section, known);
  }
  return known;
}

/** Gives the line the name of the extension before, from which it was most likely mistyped. */
function nameOfBefore({ option }: DialplanFault, before: string): readonly Fix[] {
  return changedTo(pieceOf(option, 0, option.value.indexOf(",")), before, false);
}
