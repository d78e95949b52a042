import { formatVersion } from "../../catalog/version.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { absentCalls } from "./calls.ts";
import { placeOf } from "./places.ts";
import { notFoundLog } from "./words.ts";

export const applicationNotInVersion: DialplanRule = {
  id: "application/application-not-in-version",
  on: "dialplan",
  effect: "call-fails",
  summary: "Application that only newer versions of Asterisk have",
  *check(dialplan, { installation }) {
    const { version } = installation.settings;
    for (const site of absentCalls(dialplan, installation)) {
      const { call, spec } = site;
      if (spec !== undefined || call.spec === undefined || site.guarded) continue;
      if (call.spec.removedIn !== undefined && call.spec.removedIn <= version.major) continue;
      const { introduced, presentIn } = call.spec;
      const later = presentIn.find((major) => major > version.major);
      const first = introduced?.[String(version.major)] ?? introduced?.[String(later)] ?? later;
      yield {
        ...placeOf(site.line, call.application),
        message: `Asterisk ${formatVersion(version)} has no application ${quoted(call.application.text)}${first === undefined ? "" : ` (it came with ${first})`}: it hangs up when a call comes here`,
        runtimeLog: notFoundLog(site),
      };
    }
  },
};
