import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { patternFaults } from "./faults.ts";
import { placeInName, renamed } from "./names.ts";

export const strayInSet: DialplanRule = {
  id: "pattern/stray-in-set",
  on: "dialplan",
  effect: "redundant",
  summary: "Comma or dash as a member of a set",
  *check(dialplan, { installation }) {
    for (const { named, fault, text, dead } of patternFaults(dialplan, installation, [
      "comma-in-set",
      "dash-in-set",
    ])) {
      const { name } = named.extension;
      const set = name.slice(name.lastIndexOf("[", fault.start), name.indexOf("]", fault.start) + 1);
      const plain = `[${set.slice(1, -1).replace(text === "," ? /, */g : /^-|-$/g, "")}]`;
      const whole = name.replace(set, plain);
      const why =
        text === ","
          ? `A set needs no separators: the comma in ${quoted(set)} is one more character to match`
          : `No dialled text has a dash when it is compared, so the one in ${quoted(set)} never matches`;
      yield {
        ...placeInName(named, fault.start, fault.end),
        message: dead ? `${why}: no number fits ${quoted(name)}` : why,
        ...(dead ? { effect: "call-fails" as const } : {}),
        fixes:
          dead || plain === set || named.name.text !== name
            ? []
            : renamed(named, whole, `Change to ${quoted(whole)}`),
      };
    }
  },
};
