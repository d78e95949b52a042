import { type KnownText, knownValue } from "../../dialplan/step/known-text.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { devicesThat } from "./device-uses.ts";
import { knownObjects } from "./endpoints.ts";

export const blankInEndpoint: DialplanRule = {
  id: "device/blank-in-endpoint",
  on: "dialplan",
  effect: "call-fails",
  summary: "Blank behind an endpoint, where a comma is meant",
  *check(dialplan, { installation, load }) {
    if (load.root !== "extensions.conf") return;
    const endpoints = knownObjects(installation, "endpoint");
    if (endpoints === undefined) return;
    for (const { line, dial } of withBlank(dialplan, installation)) {
      const endpoint = dial.pjsip?.endpoint;
      const name = endpoint === undefined ? undefined : knownValue(endpoint);
      if (endpoint === undefined || name === undefined || endpoints.has(name)) continue;
      const [, first = "", blanks = "", rest = ""] = /^([^\s]+)(\s+)(\S+)$/.exec(name) ?? [];
      if (first === "" || !endpoints.names.has(first)) continue;
      const from = endpoint.start + first.length;
      const literal = endpoint.pieces.every((piece) => piece.literal);
      const isTime = /^[0-9]{1,4}$/.test(rest);
      const meant = isTime ? `; what follows it belongs behind a comma` : "";
      const place = { start: from, end: from + blanks.length };
      yield {
        ...placeOf(line, endpoint),
        message: `The blank belongs to the name, and there is no endpoint ${quotedPiece(name)}${meant}: Asterisk cannot call it`,
        runtimeLog: [`Unable to create PJSIP channel - endpoint '${name}' was not found`],
        fixes: literal && isTime ? rewritten(line, place, ",", "Write a comma", false) : [],
      };
    }
  },
};

const withBlank = devicesThat(
  ({ role, dial }) =>
    role === "call" &&
    dial.pjsip?.target === undefined &&
    /\s/.test(knownValue(dial.pjsip?.endpoint ?? nothing) ?? ""),
);

const nothing: KnownText = { start: 0, end: 0, pieces: [] };
