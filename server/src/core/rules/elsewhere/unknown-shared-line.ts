import type { InstallationRule } from "../rule.ts";
import { missingNames } from "./names.ts";

export const unknownSharedLine: InstallationRule = {
  id: "elsewhere/unknown-shared-line",
  on: "installation",
  effect: "call-fails",
  summary: "Station or trunk that sla.conf does not have",
  *check(installation) {
    const shared = installation.elsewhere().sharedLines();
    if (shared === undefined) return;
    const { trunks, stations, lines } = shared;
    yield* missingNames(installation, "sla-trunk", trunks, "sla.conf has no trunk", () => ({
      text: "the caller reaches no station",
      log: (name) => `SLA Trunk '${name}' not found!`,
    }));
    for (const finding of missingNames(
      installation,
      "sla-station",
      stations,
      "sla.conf has no station",
      (used) => {
        const text = used.line.step.option.value.slice(used.known.start, used.known.end);
        const [name = text] = text.split("_");
        // "station_trunk" is one line of a station.
        return lines.has(text) || stations.has(name)
          ? undefined
          : {
              text: "the station gets no line",
              log: (station) => `Station '${station.split("_")[0]}' not found!`,
            };
      },
    ))
      yield finding;
  },
};
