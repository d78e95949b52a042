import { findLiteral } from "../../dialplan/step/arguments.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { sitesThat } from "./calls.ts";
import { placeOf, rewritten } from "./places.ts";

const conditional = sitesThat(({ name }) => name === "execif");

export const execIfComma: DialplanRule = {
  id: "application/execif-comma",
  on: "dialplan",
  effect: "legacy",
  summary: "ExecIf with a comma behind the condition, as it was before Asterisk 1.6",
  *check(dialplan, { installation }) {
    for (const { line, call } of conditional(dialplan, installation)) {
      const { source, data, arguments: given } = call;
      const [condition, application, rest] = given;
      // The old form has one more argument than there are branches.
      if (condition === undefined || application === undefined || call.inner.length !== 1) continue;
      if (findLiteral(source, data, "?", "first") >= 0) continue;
      const name = source.slice(application.start, application.end).trim();
      if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) continue;
      const place = { start: condition.end, end: data.end };
      const better = `?${name}(${rest === undefined ? "" : source.slice(rest.start, data.end)})`;
      yield {
        ...placeOf(line, data),
        message: `A comma behind the condition is the syntax of Asterisk 1.4, of which a warning is logged with each call: write ${quoted(`ExecIf(condition?${name}(...))`)}`,
        runtimeLog: ["Deprecated syntax found.  Please upgrade to using ExecIf(...)"],
        fixes: rewritten(line, place, better, 'Write the application behind "?"', false),
      };
    }
  },
};
