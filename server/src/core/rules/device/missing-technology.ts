import { hasGap, isEmptyText, knownValue } from "../../dialplan/step/known-text.ts";
import type { Installation } from "../../workspace/installation.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { type DeviceUse, devicesThat } from "./device-uses.ts";
import { isPlaceholder, knownObjects } from "./endpoints.ts";

export const missingTechnology: DialplanRule = {
  id: "device/missing-technology",
  on: "dialplan",
  effect: "call-fails",
  summary: "Dial string, queue member or hint without a technology",
  *check(dialplan, { installation }) {
    for (const use of withoutTechnology(dialplan, installation)) {
      const found = finding(use, installation);
      if (found !== undefined) yield found;
    }
  },
};

/** Applications that want a slash in what they call, with what they log without one. */
const wanting: ReadonlyMap<string, (text: string) => string> = new Map([
  ["dial", () => "Dial argument takes format (technology/resource)"],
  // A queue takes any interface, and fails to call it.
  ["addqueuemember", (text: string) => `No channel type registered for '${text}'`],
  ["page", (text: string) => `Incomplete destination: '${text}' supplied.`],
]);

const withoutTechnology = devicesThat(({ dial: { driver } }) => driver === undefined || driver === "");

function finding({ line, role, of, dial }: DeviceUse, installation: Installation): Finding | undefined {
  const { whole, technology } = dial;
  if (technology !== undefined && !isEmptyText(technology)) return undefined;
  if (hasGap(whole)) return undefined;
  const text = knownValue(whole) ?? "";
  const log = wanting.get(of);
  if ((log === undefined && role !== "hint") || text === "" || isPlaceholder(text)) return undefined;
  // The state of "Provider:name".
  if (role === "hint" && text.includes(":")) return undefined;
  const endpoints = knownObjects(installation, "endpoint");
  const name = text.replace(/^[/\s]+|\s+$/g, "");
  const meant = endpoints?.names.has(name) === true ? `PJSIP/${name}` : undefined;
  const literal = whole.pieces.every((piece) => piece.literal);
  return {
    ...placeOf(line, whole),
    message: `${quotedPiece(text)} has no technology such as ${quotedPiece(`PJSIP/${name}`)}: ${outcomeOf(of)}`,
    ...(role === "hint" ? { effect: "works-otherwise" as const } : {}),
    runtimeLog: log === undefined ? [] : [log(text)],
    fixes:
      meant === undefined || !literal
        ? []
        : rewritten(line, whole, meant, `Change to ${quotedPiece(meant)}`, false),
  };
}

function outcomeOf(of: string): string {
  if (of === "hint") return "the hint always shows Unavailable";
  if (of === "addqueuemember") return "calls from the queue never reach this member";
  return of === "page" ? "Page leaves it out" : "Dial calls nobody and hangs up";
}
