import type { InstallationRule } from "../rule.ts";
import { missingNames } from "./names.ts";

export const unknownFollowMe: InstallationRule = {
  id: "elsewhere/unknown-follow-me",
  on: "installation",
  effect: "call-fails",
  summary: "Profile of FollowMe that followme.conf does not have",
  *check(installation) {
    const profiles = installation.elsewhere().followMeProfiles();
    if (profiles === undefined) return;
    yield* missingNames(installation, "followme-profile", profiles, "followme.conf has no profile", () => ({
      text: "FollowMe calls nobody",
      log: (name) => `Profile requested, ${name}, not found in the configuration.`,
    }));
  },
};
