import type { DialplanFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { andFollowing, extensionNamed, faulty, relatedLine, replaced } from "./words.ts";

export const lostAfterHint: DialplanFaultRule = {
  id: "dialplan/lost-after-hint",
  on: "dialplan-fault",
  kinds: ["lost-after-hint"],
  effect: "line-ignored",
  summary: '"n" behind a hint, which Asterisk drops in silence',
  describe: (fault, { installation, load }) => {
    const text = faulty(fault);
    const { section, extension = "" } = fault;
    const context = installation.dialplanOf(load).contexts.get(section.name);
    const found = extensionNamed(context, extension.replaceAll(" ", ""));
    const first = found === undefined || found.priorities.length === 0;
    const label = /\(.*\)/s.exec(text)?.[0] ?? "";
    return {
      message: `Nothing can count on from a hint, so ${quoted(text)} is no priority: Asterisk drops the line${andFollowing(fault)} without a message`,
      related: relatedLine(fault, "the hint"),
      fixes: first ? replaced(fault, `1${label}`, 'Change to "1"', true) : [],
    };
  },
};
