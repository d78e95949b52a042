import { knownValue } from "../../dialplan/step/known-text.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { placeOf } from "../application/places.ts";
import { acceptedOf } from "../reference/phones.ts";
import type { DialplanRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { devicesThat } from "./device-uses.ts";
import { knownObjects } from "./endpoints.ts";

export const endpointWithoutAor: DialplanRule = {
  id: "device/endpoint-without-aor",
  on: "dialplan",
  effect: "call-fails",
  summary: "Call of an endpoint that has no address",
  *check(dialplan, { installation, load }) {
    if (load.root !== "extensions.conf" || knownObjects(installation, "endpoint") === undefined) return;
    const uses = calledAlone(dialplan, installation);
    if (uses.length === 0) return;
    const aors = knownObjects(installation, "aor");
    const without = new Map(
      acceptedOf(installation, "endpoint")
        // That an endpoint does not list the AOR of its own name is a mistake of its own.
        .filter((endpoint) => filledOption(endpoint, "aors") === undefined && aors?.has(endpoint.id) !== true)
        .map((endpoint) => [endpoint.id, endpoint]),
    );
    if (without.size === 0) return;
    for (const { line, dial } of uses) {
      const written = dial.pjsip?.endpoint;
      const name = written === undefined ? undefined : knownValue(written);
      const endpoint = name === undefined ? undefined : without.get(name);
      if (written === undefined || endpoint === undefined) continue;
      yield {
        ...placeOf(line, written),
        message: `Endpoint ${quotedPiece(endpoint.id)} has no "aors", and no address is given behind it: the call fails`,
        runtimeLog: [`Endpoint '${endpoint.id}': No URI available.  Is endpoint registered?`],
        related: [{ ...headerPlace(endpoint.section), message: "the endpoint" }],
      };
    }
  },
};

const calledAlone = devicesThat(
  ({ role, dial }) => role === "call" && dial.driver === "pjsip" && dial.pjsip?.target === undefined,
);
