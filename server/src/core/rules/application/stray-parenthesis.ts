import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { absentCalls } from "./calls.ts";
import { placeOf, rewritten } from "./places.ts";
import { isName, notFoundLog } from "./words.ts";

export const strayParenthesis: DialplanRule = {
  id: "application/stray-parenthesis",
  on: "dialplan",
  effect: "call-fails",
  summary: "Closing parenthesis behind an application that has no opening one",
  *check(dialplan, { installation }) {
    for (const site of absentCalls(dialplan, installation)) {
      const { line, call, inner } = site;
      const { text, start } = call.application;
      const name = text.replace(/[)\s]+$/, "");
      if (inner || name === text.trimEnd() || !isName(name)) continue;
      const place = { start, end: start + text.trimEnd().length };
      const known = installation.dialplanCatalog.application(name) !== undefined;
      yield {
        ...placeOf(line, place),
        message: `Without "(" the ")" counts as part of the name ${quoted(text.trimEnd())}: Asterisk finds no such application and hangs up when a call comes here`,
        runtimeLog: notFoundLog(site),
        fixes: known ? rewritten(line, place, `${name}()`, `Change to ${quoted(`${name}()`)}`, true) : [],
      };
    }
  },
};
