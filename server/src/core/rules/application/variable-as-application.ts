import type { DialplanRule } from "../rule.ts";
import { absentCalls } from "./calls.ts";
import { placeOf } from "./places.ts";
import { notFoundLog } from "./words.ts";

export const variableAsApplication: DialplanRule = {
  id: "application/variable-as-application",
  on: "dialplan",
  effect: "call-fails",
  summary: "Variable in the place of an application's name",
  *check(dialplan, { installation }) {
    for (const site of absentCalls(dialplan, installation)) {
      if (site.inner || !/^[A-Za-z0-9_]*\$[{[]/.test(site.call.application.text)) continue;
      yield {
        ...placeOf(site.line, site.call.application),
        message:
          "Asterisk puts no values into the name of an application: it finds none of this name and hangs up when a call comes here",
        runtimeLog: notFoundLog(site),
      };
    }
  },
};
