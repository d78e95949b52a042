import type { OptionLetter } from "../../catalog/dialplan-spec.ts";
import { formatVersion } from "../../catalog/version.ts";
import type { Installation } from "../../workspace/installation.ts";
import { macroToSubroutine } from "../leftover/dial-macro.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import type { CallSite } from "./calls.ts";
import { optionSites } from "./options.ts";
import { placeOf } from "./places.ts";

export const optionNotInVersion: DialplanRule = {
  id: "application/option-not-in-version",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Option letter that only other versions of Asterisk have",
  *check(dialplan, { installation }) {
    const { version } = installation.settings;
    for (const optionSite of optionSites(dialplan, installation)) {
      const { site, options } = optionSite;
      for (const option of options) {
        if (option.known) continue;
        const other = otherVersion(site, option.letter, installation);
        if (other === undefined) continue;
        const came = other.presentIn?.find((major) => major > version.major);
        const had = came === undefined ? "no longer has" : "does not have";
        const when = came === undefined ? "" : ` (it came with ${came})`;
        const use = other.replacement === undefined ? "" : `; use ${quoted(other.replacement)} instead`;
        yield {
          ...placeOf(site.line, { start: option.start, end: option.end }),
          message: `${site.spec?.name ?? ""} of Asterisk ${formatVersion(version)} ${had} the option ${quoted(option.letter)}${when} and ignores it${use}`,
          runtimeLog: [`Unrecognized option: '${option.letter}'`],
          fixes: macroToSubroutine(optionSite, option, dialplan, installation),
        };
      }
    }
  },
};

/** The option as other versions of Asterisk have it. */
function otherVersion(
  { call }: CallSite,
  letter: string,
  installation: Installation,
): OptionLetter | undefined {
  return installation.dialplanCatalog.applications
    .ofAnyVersion(call.name)
    ?.options.find((option) => option.letter === letter);
}

export function isOfOtherVersion(site: CallSite, letter: string, installation: Installation): boolean {
  return otherVersion(site, letter, installation) !== undefined;
}
