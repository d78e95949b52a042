import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { namedPatterns, placeInName, renamed } from "./names.ts";

const ranges: Readonly<Record<string, string>> = { X: "0-9", Z: "1-9", N: "2-9" };

export const classInSet: DialplanRule = {
  id: "pattern/class-in-set",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "X, N or Z in a set, where it is a plain letter",
  *check(dialplan, { installation }) {
    for (const named of namedPatterns(dialplan, installation)) {
      const { name } = named.extension;
      for (const { kind, start, end } of named.pattern.elements) {
        if (kind !== "set") continue;
        const set = name.slice(start, end);
        // With nothing else in it, or among other letters, the letter itself is meant.
        if (!/^\[(?=[^\]]*[XNZ])(?=[^\]]*[^XNZ\]])[-0-9*#+XNZ,]+\]$/.test(set)) continue;
        const at = start + set.search(/[XNZ]/);
        const letter = name.charAt(at);
        const meant = set.replace(/[XNZ]/g, (found) => ranges[found] ?? found);
        const whole = name.slice(0, start) + meant + name.slice(end);
        yield {
          ...placeInName(named, at, at + 1),
          message: `In the set ${quoted(set)}, ${quoted(letter)} is a plain letter and no digit: write "${ranges[letter]}"`,
          fixes: named.name.text === name ? renamed(named, whole, `Change to ${quoted(whole)}`) : [],
        };
      }
    }
  },
};
