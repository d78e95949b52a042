import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { extensionsNamed, jumpTargets, namedExtensions, placeInName, renamed } from "./names.ts";

export const missingUnderscore: DialplanRule = {
  id: "pattern/missing-underscore",
  on: "dialplan",
  effect: "works-otherwise",
  summary: 'Name that is meant as a pattern but does not begin with "_"',
  *check(dialplan, { installation }) {
    for (const named of namedExtensions(meantAsPatterns, dialplan, installation)) {
      const { name } = named.extension;
      if (jumpTargets(dialplan, installation).has(name)) continue;
      yield {
        ...placeInName(named, 0, name.length),
        message: `Without a "_" in front, ${quoted(name)} is no pattern: Asterisk takes nothing for it but exactly this text`,
        fixes: renamed(named, `_${named.name.text}`, `Change to ${quoted(`_${name}`)}`),
      };
    }
  },
};

const meantAsPatterns = extensionsNamed((name) => isMeantAsPattern(name));

/** Digits and keys around X, N and Z or a set of digits; never what could be a word. */
function isMeantAsPattern(name: string): boolean {
  if (!/[XNZ[.!]/.test(name) || name.length > 80) return false;
  const plain = name.replaceAll("-", "");
  return classes.test(plain) || sets.test(name);
}

/** `NXX`, `1XX`, `9N.`, `X.`, `9.`: with a digit or an X, and more than one character. */
const classes = /^(?=.*(?:X[XNZ.!]|[XNZ]X|[0-9*#]X|X[0-9*#]|[0-9*#XNZ][.!]$))[+*#]?[0-9XNZ*#]+[.!]?$/;

/** `[2-9]XX`, `1[0-5].`. */
const sets = /^[+0-9XNZ*#]*(?:\[[-0-9*#+, ]*[0-9][-0-9*#+, ]*\][0-9XNZ*#]*)+[.!]?$/;
