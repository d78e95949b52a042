// Parking lots: res_parking.conf (res/parking).

import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { isTrue, lastOption, sectionNamed } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { certainLoad, type Parts, readLoad, type Source, sectionsBut } from "./certain.ts";
import { type Definition, NameSet } from "./name-set.ts";

export const parkingSource: Source = {
  file: "res_parking.conf",
  modules: ["res_parking"],
  families: ["parkinglots"],
};

export interface ParkingLot extends Definition {
  /** The context that gets the extensions below. */
  readonly context: string;
  /** The extension that parks a call; without one the lot adds nothing to the dialplan. */
  readonly extension: string | undefined;
  /** The first and last space, each an extension that takes the call back. */
  readonly spaces: { readonly first: number; readonly last: number } | undefined;
  /** Whether each space has a hint. */
  readonly hints: boolean;
  /** Where a call goes that nobody takes back, and the line that says so. */
  readonly timeoutContext: string;
  readonly timeoutOption: ConfigOption | undefined;
  /** Whether such a call goes there, and not to who parked it. */
  readonly usesTimeoutContext: boolean;
}

/** The lots; undefined too where `parkeddynamic` lets the dialplan make more of them. */
export function parkingLotNames(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, parkingSource);
  if (load === undefined) return undefined;
  const dynamic = lastOption(sectionNamed(load, "general"), "parkeddynamic");
  return dynamic !== undefined && isTrue(dynamic.value) ? undefined : new NameSet(parkingLots(parts), true);
}

/** The lots that we see. The one named "default" is always there. */
export function parkingLots(parts: Parts): readonly ParkingLot[] {
  const load = readLoad(parts, parkingSource);
  if (load === undefined) return [];
  const lots = sectionsBut(load, "general").map((section) => lotOf(section.name, section));
  return lots.some(({ name }) => name === "default") ? lots : [...lots, lotOf("default", undefined)];
}

function lotOf(name: string, section: ConfigSection | undefined): ParkingLot {
  const value = (option: string): string => lastOption(section, option)?.value ?? "";
  const spaces = /^(\d{1,9})\s*-\s*(\d{1,9})$/.exec(value("parkpos") || "701-750");
  const timeoutOption = lastOption(section, "comebackcontext");
  const toOrigin = lastOption(section, "comebacktoorigin");
  return {
    name,
    place: section && headerPlace(section),
    context: value("context") || "parkedcalls",
    extension: value("parkext") || undefined,
    spaces: spaces === null ? undefined : { first: Number(spaces[1]), last: Number(spaces[2]) },
    hints: isTrue(value("parkinghints")),
    timeoutContext: timeoutOption?.value || "parkedcallstimeout",
    timeoutOption,
    usesTimeoutContext: toOrigin !== undefined && !isTrue(toOrigin.value),
  };
}
