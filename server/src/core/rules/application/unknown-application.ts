import type { Call } from "../../dialplan/step/call.ts";
import type { StepLine } from "../../dialplan/steps.ts";
import { closest } from "../../text/closest.ts";
import { quoted } from "../pjsip/words.ts";
import type { DialplanRule, Finding, RuleContext } from "../rule.ts";
import { callsOf } from "./calls.ts";
import { placeOf, rewritten } from "./places.ts";

export const unknownApplication: DialplanRule = {
  id: "application/unknown-application",
  on: "dialplan",
  effect: "call-fails",
  summary: "Step that calls an application that Asterisk does not have",
  *check(dialplan, context) {
    for (const line of context.installation.steps(dialplan).lines) {
      for (const call of callsOf(line)) {
        if (call.spec === undefined && isName(call.application.text)) yield finding(line, call, context);
      }
    }
  },
};

/** A name, and not what other rules are about: nothing, a variable, or arguments without parentheses. */
function isName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

function finding(line: StepLine, call: Call, { installation }: RuleContext): Finding {
  const { text } = call.application;
  const near = closest(text, installation.dialplanCatalog.applications.names());
  const place = line.places[0];
  const where =
    place === undefined
      ? "<context>, <extension>, <priority>"
      : `${place.priority.context}, ${place.extension.name.startsWith("_") ? "<extension>" : place.extension.name}, ${place.priority.number}`;
  return {
    ...placeOf(line, call.application),
    message: `Asterisk has no application ${quoted(text)}${near === undefined ? "" : ` (did you mean "${near}"?)`}: it hangs up when a call comes here`,
    runtimeLog: [`No application '${text}' for extension (${where})`],
    fixes: near === undefined ? [] : rewritten(line, call.application, near, `Change to "${near}"`, false),
  };
}
