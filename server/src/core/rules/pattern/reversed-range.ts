import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { patternFaults } from "./faults.ts";
import { placeInName, renamed } from "./names.ts";

export const reversedRange: DialplanRule = {
  id: "pattern/reversed-range",
  on: "dialplan",
  effect: "call-fails",
  summary: "Range in a set that begins above its end",
  *check(dialplan, { installation }) {
    for (const { named, fault, text, dead } of patternFaults(dialplan, installation, ["reversed-range"])) {
      const { name } = named.extension;
      const turned = Array.from(text).reverse().join("");
      const whole = name.slice(0, fault.start) + turned + name.slice(fault.end);
      yield {
        ...placeInName(named, fault.start, fault.end),
        effect: dead ? "call-fails" : "works-otherwise",
        message: `${quoted(text)} begins above its end, so no character is in it${dead ? `: no number fits ${quoted(name)}` : ": the rest of the set is all that counts"}`,
        fixes: named.name.text === name ? renamed(named, whole, `Change to ${quoted(whole)}`) : [],
      };
    }
  },
};
