import type { InstallationRule } from "../rule.ts";
import { missingNames, type Outcome } from "./names.ts";

export const unknownParkingLot: InstallationRule = {
  id: "elsewhere/unknown-parking-lot",
  on: "installation",
  effect: "call-fails",
  summary: "Parking lot that res_parking.conf does not have",
  *check(installation) {
    const lots = installation.elsewhere().parkingLots();
    if (lots === undefined) return;
    yield* missingNames(
      installation,
      "parking-lot",
      lots,
      "res_parking.conf has no parking lot",
      ({ of }) => outcomes[of],
    );
  },
};

const notParked: Outcome = {
  text: "the call is not parked",
  log: (name) => `Could not find parking lot: '${name}'`,
};

const outcomes: Readonly<Record<string, Outcome>> = {
  park: notParked,
  parkandannounce: notParked,
  parkedcall: {
    text: "no call can be taken back from it",
    log: () => "Could not find the requested parking lot",
  },
  set: { text: "calls of this channel cannot be parked", effect: "works-otherwise" },
};
