import type { InstallationRule } from "../rule.ts";
import { missingNames } from "./names.ts";

export const unknownConferenceProfile: InstallationRule = {
  id: "elsewhere/unknown-conference-profile",
  on: "installation",
  effect: "call-fails",
  summary: "Profile or menu of a conference that confbridge.conf does not have",
  *check(installation) {
    const profiles = installation.elsewhere().conferenceProfiles();
    if (profiles === undefined) return;
    for (const type of ["bridge", "user", "menu"] as const) {
      const thing = type === "menu" ? "menu" : `${type} profile`;
      const kind = type === "menu" ? "confbridge-menu" : `confbridge-${type}-profile`;
      yield* missingNames(installation, kind, profiles[type], `confbridge.conf has no ${thing}`, () => ({
        text: "the caller is hung up on",
        log: (name) => `Conference ${type} profile ${name} does not exist`,
      }));
    }
  },
};
