import { overlaps } from "../../dialplan/pattern/overlap.ts";
import { jumpTargets } from "../pattern/names.ts";
import type { DialplanFaultRule } from "../rule.ts";
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
      fixes: isPassed ? [] : replaced(fault, `1${label}`, 'Change to "1"', false),
    };
  },
};
