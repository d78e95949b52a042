import type { InstallationRule } from "../rule.ts";
import { missingNames } from "./names.ts";

export const unknownFeature: InstallationRule = {
  id: "elsewhere/unknown-feature",
  on: "installation",
  effect: "works-otherwise",
  summary: "Feature in DYNAMIC_FEATURES that features.conf does not have",
  *check(installation) {
    const features = installation.elsewhere().dynamicFeatures();
    if (features === undefined) return;
    yield* missingNames(installation, "feature", features, "features.conf has no feature", () => ({
      text: "its keys do nothing during the call",
      log: (name) => `Unknown DYNAMIC_FEATURES item '${name}' on channel <channel>.`,
    }));
  },
};
