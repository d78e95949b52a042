import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { quoted } from "../pjsip/words.ts";
import type { DialplanRule, Finding, RuleContext } from "../rule.ts";
import { type CallSite, callSites } from "./calls.ts";
import { moduleOfOthers } from "./modules-of-others.ts";
import { placeOf, rewritten } from "./places.ts";
import { isName, notFoundLog } from "./words.ts";

export const unknownApplication: DialplanRule = {
  id: "application/unknown-application",
  on: "dialplan",
  effect: "call-fails",
  summary: "Step that calls an application that Asterisk does not have",
  *check(dialplan, context) {
    const { dialplanCatalog, settings } = context.installation;
    const known = new Set(settings.knownApplications?.map(asciiLower));
    for (const site of callSites(dialplan, context.installation)) {
      const { name, spec, application } = site.call;
      if (spec !== undefined || !isName(application.text) || known.has(name)) continue;
      if (dialplanCatalog.applications.former(name) === undefined) yield finding(site, context);
    }
  },
};

function finding(site: CallSite, { installation }: RuleContext): Finding {
  const { line, call } = site;
  const { text } = call.application;
  const place = placeOf(line, call.application);
  const module = moduleOfOthers(call.name);
  if (module !== undefined) {
    const message = `${quoted(text)} comes with ${module}, which is not part of Asterisk: without that module Asterisk hangs up when a call comes here`;
    return { ...place, message, effect: "not-checked" };
  }
  const near = closest(text, installation.dialplanCatalog.applications.names());
  return {
    ...place,
    message: `Asterisk has no application ${quoted(text)}${near === undefined ? "" : ` (did you mean "${near}"?)`}: it hangs up when a call comes here`,
    runtimeLog: notFoundLog(site),
    fixes: near === undefined ? [] : rewritten(line, call.application, near, `Change to "${near}"`, false),
  };
}
