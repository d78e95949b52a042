import { knownValue } from "../../dialplan/step/known-text.ts";
import { closest } from "../../text/closest.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { type DeviceUse, devicesThat } from "./device-uses.ts";
import { isPlaceholder } from "./endpoints.ts";
import {
  formerTechnology,
  isTechnology,
  mayBeOfOthers,
  technologies,
  wasTechnology,
} from "./technologies.ts";

export const unknownTechnology: DialplanRule = {
  id: "device/unknown-technology",
  on: "dialplan",
  effect: "call-fails",
  summary: "Dial string with a technology that Asterisk does not have",
  *check(dialplan, { installation }) {
    const { major } = installation.settings.version;
    for (const use of ofOthers(dialplan, installation)) {
      const found = finding(use, major);
      if (found !== undefined) yield found;
    }
  },
};

const ofOthers = devicesThat(({ dial: { driver } }) => driver !== undefined && !isTechnology(driver));

function finding({ line, role, dial }: DeviceUse, major: number): Finding | undefined {
  if (dial.driver === undefined || isTechnology(dial.driver)) return undefined;
  const { technology } = dial;
  const name = technology === undefined ? undefined : knownValue(technology);
  if (technology === undefined || name === undefined || !/^[A-Za-z][A-Za-z0-9_-]*$/.test(name))
    return undefined;
  if (mayBeOfOthers(name) || isPlaceholder(name)) return undefined;
  const gone = formerTechnology(name, major);
  if (gone === undefined && wasTechnology(name)) return undefined;
  const near = gone === undefined ? closest(name, technologies) : gone.replacement;
  // Any other word may be the technology of a driver that somebody else made.
  if (gone === undefined && near === undefined) return undefined;
  const asState = role === "state" || role === "hint";
  const remark = remarkOn(gone !== undefined, near);
  const outcome = asState ? "this state is never known" : "the call fails";
  const literal = technology.pieces.every((piece) => piece.literal);
  return {
    ...placeOf(line, technology),
    message: `Asterisk has no technology ${quotedPiece(name)}${remark}: ${outcome}`,
    ...(asState ? { effect: "works-otherwise" as const } : {}),
    runtimeLog: asState
      ? []
      : [
          `No channel type registered for '${name}'`,
          `Unable to create channel of type '${name}' (cause 66 - Channel not implemented)`,
        ],
    fixes:
      near === undefined || !literal
        ? []
        : rewritten(line, technology, near, `Change to ${quotedPiece(near)}`, false),
  };
}

function remarkOn(gone: boolean, near: string | undefined): string {
  if (!gone) return ` (did you mean ${quotedPiece(near ?? "")}?)`;
  return near === undefined ? " any more" : ` any more (${near} took its place)`;
}
