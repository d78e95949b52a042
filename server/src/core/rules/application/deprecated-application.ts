import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { hasOwnRule } from "./applications-with-own-rules.ts";
import { sitesThat } from "./calls.ts";
import { placeOf } from "./places.ts";

export const deprecatedApplication: DialplanRule = {
  id: "application/deprecated-application",
  on: "dialplan",
  effect: "legacy",
  summary: "Application that is going to be removed",
  *check(dialplan, { installation }) {
    const { major } = installation.settings.version;
    for (const { line, call, spec } of deprecated(dialplan, installation)) {
      if (spec?.deprecatedIn === undefined || spec.deprecatedIn > major) continue;
      if (spec.replacement === undefined || hasOwnRule(call.name)) continue;
      const gone = spec.removedIn === undefined ? "" : `, and ${spec.removedIn} no longer has it`;
      yield {
        ...placeOf(line, call.application),
        message: `${quoted(call.application.text)} is deprecated since Asterisk ${spec.deprecatedIn}${gone}; use ${spec.replacement}`,
      };
    }
  },
};

const deprecated = sitesThat(({ spec }) => spec?.deprecatedIn !== undefined);
