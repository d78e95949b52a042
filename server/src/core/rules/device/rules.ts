// The rules about devices that the dialplan dials or watches, in the order of the index page.

import type { Rule } from "../rule.ts";
import { blankInEndpoint } from "./blank-in-endpoint.ts";
import { blankInHint } from "./blank-in-hint.ts";
import { emptyHint } from "./empty-hint.ts";
import { endpointWithoutAor } from "./endpoint-without-aor.ts";
import { missingTechnology } from "./missing-technology.ts";
import { unknownAorOfDial } from "./unknown-aor.ts";
import { unknownDevice } from "./unknown-endpoint.ts";
import { unknownProvider } from "./unknown-provider.ts";
import { unknownTechnology } from "./unknown-technology.ts";

export const deviceRules: readonly Rule[] = [
  unknownDevice,
  unknownAorOfDial,
  endpointWithoutAor,
  unknownTechnology,
  missingTechnology,
  blankInEndpoint,
  blankInHint,
  emptyHint,
  unknownProvider,
];
