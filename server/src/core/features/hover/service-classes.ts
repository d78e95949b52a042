// What the marks of packets mean that routers and switches go by: `tos` (DSCP) and `cos` (802.1p).

import { asciiLower } from "../../text/ascii.ts";

/** The names that Asterisk knows, the usual ones first. */
export const tosNames: readonly string[] = [
  ...["ef", "cs3", "af41", "af31", "cs5", "cs4", "cs6", "cs7", "cs2", "cs1", "cs0"],
  ...["af42", "af43", "af32", "af33", "af21", "af22", "af23", "af11", "af12", "af13"],
];

/** A name such as "af41", or a number for the whole byte. */
export function tosMeaning(text: string): string | undefined {
  const lower = asciiLower(text.trim());
  const named = dscpOf(lower);
  if (named !== undefined)
    return `${className(named).replace(/^./, (first) => first.toUpperCase())} (DSCP ${named}, ${named * 4} as a number).${use(named)}`;
  const number = /^0x[0-9a-f]{1,2}$/.test(lower) ? Number.parseInt(lower, 16) : numberOf(lower);
  if (number === undefined || number > 255) return undefined;
  if (number === 0) return "Packets are not marked.";
  const dscp = number >> 2;
  return `DSCP ${dscp}, ${className(dscp)}.${use(dscp)}`;
}

/** The priority in the tag of a VLAN. */
export function cosMeaning(text: string): string | undefined {
  const number = numberOf(text.trim());
  const meaning = number === undefined ? undefined : priorities[number];
  if (meaning === undefined) return undefined;
  if (number === 0) return "Packets are not marked.";
  return `Priority ${number} of 802.1p, ${meaning}. It counts where packets leave through a VLAN.`;
}

function numberOf(text: string): number | undefined {
  return /^(?:0|[1-9]\d{0,2})$/.test(text) ? Number(text) : undefined;
}

function dscpOf(name: string): number | undefined {
  if (name === "ef") return 46;
  const [, selector] = /^cs([0-7])$/.exec(name) ?? [];
  if (selector !== undefined) return Number(selector) * 8;
  const [, group, drop] = /^af([1-4])([1-3])$/.exec(name) ?? [];
  return group === undefined ? undefined : Number(group) * 8 + Number(drop) * 2;
}

function className(dscp: number): string {
  if (dscp === 46) return "expedited forwarding";
  const group = dscp >> 3;
  const drop = dscp & 7;
  if (drop === 0) return dscp === 0 ? "best effort" : `class selector ${group}`;
  if (group >= 1 && group <= 4 && (drop === 2 || drop === 4 || drop === 6))
    return `assured forwarding, class ${group}, ${["low", "medium", "high"][drop / 2 - 1]} drop probability`;
  return "a class of your own network";
}

function use(dscp: number): string {
  const what = dscp === 46 ? "audio" : dscp === 34 ? "video" : dscp === 24 ? "signalling" : undefined;
  return what === undefined ? "" : ` Usual for ${what}.`;
}

const priorities: readonly string[] = [
  ...["best effort", "background", "excellent effort", "critical applications", "video", "voice"],
  ...["control between networks", "control of the network"],
];
