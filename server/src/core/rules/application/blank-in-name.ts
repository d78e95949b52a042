import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { absentCalls } from "./calls.ts";
import { placeOf, rewritten } from "./places.ts";
import { isName, notFoundLog } from "./words.ts";

export const blankInName: DialplanRule = {
  id: "application/blank-in-name",
  on: "dialplan",
  effect: "call-fails",
  summary: "Blank between an application and its parenthesis",
  *check(dialplan, { installation }) {
    for (const site of absentCalls(dialplan, installation)) {
      const { line, call } = site;
      const { text, start, end } = call.application;
      const name = text.trim();
      if (site.guarded || name === text || !isName(name)) continue;
      const known = installation.dialplanCatalog.application(name) !== undefined;
      const behind = text.startsWith(name);
      const blanks = behind
        ? { start: start + name.length, end }
        : { start, end: start + text.indexOf(name) };
      yield {
        ...placeOf(line, behind ? { start, end } : { start, end: start + text.trimEnd().length }),
        message: `The blank ${behind ? "behind" : "before"} ${quoted(name)} counts as part of the name: Asterisk finds no such application and hangs up when a call comes here`,
        runtimeLog: notFoundLog(site),
        fixes: !known
          ? []
          : behind
            ? rewritten(line, blanks, "", "Remove the blank", true)
            : rewritten(line, { start, end }, name, "Remove the blank", true),
      };
    }
  },
};
