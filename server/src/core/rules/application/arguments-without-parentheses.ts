import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { absentCalls, type CallSite } from "./calls.ts";
import { placeOf, rewritten } from "./places.ts";
import { notFoundLog } from "./words.ts";

export const argumentsWithoutParentheses: DialplanRule = {
  id: "application/arguments-without-parentheses",
  on: "dialplan",
  effect: "call-fails",
  summary: "Arguments behind a comma instead of in parentheses",
  *check(dialplan, { installation }) {
    for (const site of absentCalls(dialplan, installation)) {
      if (site.inner) continue;
      const found = /^([A-Za-z_][A-Za-z0-9_]*)[ \t]*[,|]/.exec(site.line.step.application.text);
      if (found === null) continue;
      const name = found[1] ?? "";
      const known = installation.dialplanCatalog.application(name) !== undefined;
      yield finding(site, name, found[0].length, known);
    }
  },
};

function finding(site: CallSite, name: string, given: number, known: boolean): Finding {
  const { line } = site;
  const { start } = line.step.application;
  const { value } = line.step.option;
  const rest = value.slice(start + given);
  const text = `${name}(${rest})`;
  // What has parentheses or the separator of former times may be meant otherwise.
  const safe = !/[()|]/.test(value.slice(start));
  return {
    ...placeOf(line, { start, end: value.length }),
    message: `Arguments stand in parentheses, ${quoted(`${name}(...)`)}: Asterisk takes all of this for the name of an application, finds none and hangs up when a call comes here`,
    runtimeLog: notFoundLog(site),
    fixes: known
      ? rewritten(line, { start, end: value.length }, text, `Change to ${quoted(text)}`, safe)
      : [],
  };
}
