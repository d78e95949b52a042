import { type KnownText, knownValue } from "../../dialplan/step/known-text.ts";
import type { StepLine } from "../../dialplan/steps.ts";
import { placeOf, rewritten } from "../application/places.ts";
import { quoted } from "../config/wording.ts";
import { guess } from "../elsewhere/wording.ts";
import type { DialplanRule, Finding, Fix } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { type DeviceUse, deviceUses } from "./device-uses.ts";
import { isPlaceholder, type KnownObjects, knownObjects } from "./endpoints.ts";

export const unknownAorOfDial: DialplanRule = {
  id: "device/unknown-aor",
  on: "dialplan",
  effect: "call-fails",
  summary: "Number or name behind an endpoint, where Asterisk looks for an AOR or an address",
  *check(dialplan, { installation, load }) {
    if (load.root !== "extensions.conf") return;
    const endpoints = knownObjects(installation, "endpoint");
    const aors = knownObjects(installation, "aor");
    if (endpoints === undefined || aors === undefined) return;
    const numbers = [...aors.names.definitions()].some(({ name }) => /^[0-9+*#]+$/.test(name));
    for (const use of deviceUses(dialplan, installation)) yield* inDialString(use, endpoints, aors, numbers);
    yield* inFunctions(installation.steps(dialplan).lines, aors);
  },
};

function inDialString(
  { line, role, of, dial }: DeviceUse,
  endpoints: KnownObjects,
  aors: KnownObjects,
  numbers: boolean,
): Finding[] {
  const called = role === "call" || (role === "member" && of === "addqueuemember");
  const target = dial.pjsip?.target;
  const endpoint = dial.pjsip === undefined ? undefined : knownValue(dial.pjsip.endpoint);
  if (!called || target === undefined || endpoint === undefined || !endpoints.names.has(endpoint)) return [];
  const source = line.step.option.value;
  const written = source.slice(target.start, target.end);
  const text = knownValue(target);
  if (text === undefined) {
    // Only the dialled number is known to be a number, and no AOR can have its name.
    if (numbers || !/^\$\{EXTEN(?::\d+)?\}$/.test(written)) return [];
  } else if (text === "" || /[:|\s]/.test(text) || isPlaceholder(text)) return [];
  else if (text.split(",").some((name) => aors.has(name))) return [];
  const shown = text === undefined ? "the number" : quoted(text);
  return [
    {
      ...placeOf(line, target),
      message: `behind ${quoted(`PJSIP/${endpoint}/`)} stands the name of an aor or a URI, and ${shown} is neither: the call fails`,
      runtimeLog: [
        `Endpoint '${endpoint}': Could not create dialog to invalid URI '${text ?? "<number>"}'.  Is endpoint registered and reachable?`,
      ],
      fixes: numberFirst(line, dial.pjsip?.user, endpoint, dial.resource, written, text),
    },
  ];
}

/** `number@endpoint`, where nothing else can be meant. */
function numberFirst(
  line: StepLine,
  user: KnownText | undefined,
  endpoint: string,
  resource: KnownText | undefined,
  written: string,
  text: string | undefined,
): readonly Fix[] {
  const isNumber = text === undefined || /^\+?[0-9*#]{1,20}$/.test(text);
  if (user !== undefined || resource === undefined || !isNumber || text === endpoint) return [];
  if (line.step.option.value.slice(resource.start, resource.end) !== `${endpoint}/${written}`) return [];
  const meant = `${written}@${endpoint}`;
  return rewritten(line, resource, meant, `Change to ${quoted(`PJSIP/${meant}`)}`, text === undefined);
}

function* inFunctions(lines: readonly StepLine[], aors: KnownObjects): Generator<Finding> {
  const suggestions = new Suggestions(aors.names.names());
  for (const line of lines) {
    for (const { kind, known, of } of line.names) {
      if (kind !== "pjsip-aor") continue;
      const name = knownValue(known);
      if (name === undefined || name === "" || /[\s$]/.test(name)) continue;
      if (aors.has(name) || isPlaceholder(name)) continue;
      const item = { text: name, start: known.start, end: known.end };
      const { remark, fixes } = guess(line.step.option, item, suggestions);
      yield {
        ...placeOf(line, known),
        message: `there is no aor ${quoted(name)}${remark}: ${of} yields nothing`,
        effect: "works-otherwise",
        fixes: known.pieces.every(({ literal }) => literal) ? fixes : [],
      };
    }
  }
}
