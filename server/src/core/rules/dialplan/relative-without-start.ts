import type { DialplanFaultRule, Fix } from "../rule.ts";
import { quoted } from "../words.ts";
import { andFollowing, faulty, hasPriorities, isInherited, replaced } from "./words.ts";

export const relativeWithoutStart: DialplanFaultRule = {
  id: "dialplan/relative-without-start",
  on: "dialplan-fault",
  kinds: ["relative-without-start"],
  effect: "line-ignored",
  summary: '"n" or "s" as the first priority of a section',
  describe: (fault, { installation, load }) => {
    const { option, section, extension, also } = fault;
    const text = faulty(fault);
    const label = /\(.*\)/s.exec(text)?.[0] ?? "";
    const context = installation.dialplanOf(load).contexts.get(section.name);
    // Where the extension goes on from an earlier section, "1" is taken.
    const isFree = extension !== undefined && !hasPriorities(context, extension);
    const isAlone = !isInherited(fault, option) && also.every(({ name }) => /^same/i.test(name));
    const fixes: readonly Fix[] =
      isFree && /^exten$/i.test(option.name) ? replaced(fault, `1${label}`, 'Change to "1"', isAlone) : [];
    return {
      message: `No numbered priority stands above ${quoted(text)} in this section to count from: Asterisk ignores the line${andFollowing(fault)}`,
      fixes,
    };
  },
};
