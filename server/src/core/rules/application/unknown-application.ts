import { asciiLower } from "../../text/ascii.ts";
import { closest, editDistance } from "../../text/closest.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { absentCalls, type CallSite } from "./calls.ts";
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
    const near = new Map<string, string | undefined>();
    const nearest = (text: string): string | undefined => {
      if (!near.has(text)) near.set(text, slip(text, dialplanCatalog.applications.names()));
      return near.get(text);
    };
    for (const site of absentCalls(dialplan, context.installation)) {
      const { name, spec, application } = site.call;
      if (site.guarded) continue;
      if (spec !== undefined || !mayBeName(application.text) || known.has(name)) continue;
      if (dialplanCatalog.applications.former(name) === undefined) yield finding(site, nearest);
    }
  },
};

/** The closest name, if it is not so far that it is another word. */
function slip(text: string, names: Iterable<string>): string | undefined {
  const near = closest(text, names);
  if (near === undefined) return undefined;
  const most = Math.floor((text.length + 1) / 4);
  return editDistance(asciiLower(text), asciiLower(near), most + 1) <= most ? near : undefined;
}

/** A name, or words that somebody took for one. */
function mayBeName(text: string): boolean {
  return isName(text) || (/^[A-Za-z_][\w .-]*$/.test(text) && !isName(text.trim()));
}

function finding(site: CallSite, nearest: (text: string) => string | undefined): Finding {
  const { line, call } = site;
  const { text } = call.application;
  const place = placeOf(line, call.application);
  const module = moduleOfOthers(call.name);
  if (module !== undefined) {
    const message = `${quoted(text)} comes with ${module}, which is not part of Asterisk: without that module Asterisk hangs up when a call comes here`;
    return { ...place, message, effect: "not-checked" };
  }
  const near = nearest(text);
  return {
    ...place,
    message: `Asterisk has no application ${quoted(text)}${near === undefined ? "" : ` (did you mean "${near}"?)`}: it hangs up when a call comes here`,
    runtimeLog: notFoundLog(site),
    fixes: near === undefined ? [] : rewritten(line, call.application, near, `Change to "${near}"`, false),
  };
}
