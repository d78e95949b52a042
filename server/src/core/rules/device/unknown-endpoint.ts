import type { StepLine } from "../../dialplan/lines.ts";
import { couldBe, type KnownText, knownValue } from "../../dialplan/step/known-text.ts";
import type { NameUse } from "../../dialplan/step/references.ts";
import { addTo } from "../../text/grouped.ts";
import { linesWithText } from "../../workspace/per-context.ts";
import { placeOf } from "../application/places.ts";
import { guess } from "../elsewhere/words.ts";
import type { DialplanRule, Effect, Finding } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { quotedPiece } from "../words.ts";
import { type DeviceRole, type DeviceUse, devicesThat } from "./device-uses.ts";
import { isPlaceholder, type KnownObjects, knownObjects } from "./endpoints.ts";

export const unknownDevice: DialplanRule = {
  id: "device/unknown-endpoint",
  on: "dialplan",
  effect: "call-fails",
  summary: "Dial string or hint with an endpoint of PJSIP which is not there",
  *check(dialplan, { installation, load }) {
    if (load.root !== "extensions.conf") return;
    const endpoints = knownObjects(installation, "endpoint");
    if (endpoints === undefined) return;
    const missing = [
      ...missingDevices(dialplan, installation, endpoints).flatMap((use) => missingDevice(use, endpoints)),
      ...inFunctions(installation.steps(dialplan)).flatMap((line) => missingArguments(line, endpoints)),
    ];
    const suggestions = new Suggestions(endpoints.candidates);
    const templates = new Set(
      missing.length === 0
        ? []
        : installation
            .load("pjsip.conf")
            .sections.filter(({ template }) => template)
            .map(({ name }) => name),
    );
    for (const [first, ...others] of grouped(missing)) {
      if (first !== undefined) yield finding(first, others, suggestions, templates);
    }
  },
};

interface Missing {
  readonly line: StepLine;
  readonly endpoint: KnownText;
  readonly name: string;
  readonly outcome: Outcome;
}

interface Outcome {
  readonly text: string;
  readonly effect?: Effect;
  readonly log?: (name: string) => string;
}

const outcomes: Readonly<Record<DeviceRole, Outcome>> = {
  call: {
    text: "Asterisk cannot call it",
    log: (name) => `Unable to create PJSIP channel - endpoint '${name}' was not found`,
  },
  member: {
    text: "calls from the queue never reach this member",
    log: (name) => `Unable to create PJSIP channel - endpoint '${name}' was not found`,
  },
  state: { text: "its state is always INVALID", effect: "works-otherwise" },
  hint: { text: "the hint always shows Unavailable", effect: "works-otherwise" },
};

const ofFunctions: Readonly<Record<string, Outcome>> = {
  PJSIP_DIAL_CONTACTS: {
    text: "there is nothing to call",
    log: (name) => `Specified endpoint '${name}' was not found`,
  },
  PJSIP_ENDPOINT: { text: "the function yields nothing", effect: "works-otherwise" },
};

const missingDevices = devicesThat<[KnownObjects]>(
  (use, endpoints) => missingDevice(use, endpoints).length > 0,
);

function missingDevice({ line, role, of, dial }: DeviceUse, endpoints: KnownObjects): Missing[] {
  // A member that is not there can be removed all the same.
  if (role === "member" && of !== "addqueuemember") return [];
  if (dial.driver !== "pjsip") return [];
  const asState = role === "state" || role === "hint";
  const pjsip = asState ? undefined : dial.pjsip;
  const endpoint = asState ? dial.resource : pjsip?.endpoint;
  if (endpoint === undefined) return [];
  const name = knownValue(endpoint);
  if (name === undefined || endpoints.has(name) || isOdd(name)) return [];
  if (pjsip !== undefined && mayBeWhole(pjsip.whole, endpoints)) return [];
  return [{ line, endpoint, name, outcome: outcomes[role] }];
}

/** Names of another kind of mistake: nothing, blanks of a hint, or a text that is still to be filled in. */
function isOdd(name: string): boolean {
  return name === "" || /[\s&$,;()|]/.test(name) || isPlaceholder(name);
}

/** Whether an endpoint has the name of all that stands there, such as "6001@example.org". */
function mayBeWhole(whole: KnownText, { names, skipped }: KnownObjects): boolean {
  const name = knownValue(whole);
  if (name !== undefined) return names.has(name) || skipped.has(name);
  for (const id of names) if (id.includes("@") && couldBe(whole, id)) return true;
  return false;
}

/** Lines with a function that takes an endpoint. */
const inFunctions = linesWithText(({ names }) => names.some(isEndpointOfFunction));

function isEndpointOfFunction({ kind, of, dial }: NameUse): boolean {
  return kind === "pjsip-endpoint" && dial === undefined && ofFunctions[of] !== undefined;
}

function missingArguments(line: StepLine, endpoints: KnownObjects): Missing[] {
  const found: Missing[] = [];
  for (const use of line.names) {
    const { of, known } = use;
    const outcome = ofFunctions[of];
    if (outcome === undefined || !isEndpointOfFunction(use)) continue;
    const name = knownValue(known);
    if (name === undefined || endpoints.has(name) || isOdd(name)) continue;
    found.push({ line, endpoint: known, name, outcome });
  }
  return found;
}

/** What is written in each place by itself; the value of one global variable is one mistake. */
function grouped(missing: readonly Missing[]): Iterable<Missing[]> {
  const groups = new Map<string, Missing[]>();
  for (const [index, one] of missing.entries()) {
    const key = isWritten(one) ? String(index) : `=${one.name}`;
    addTo(groups, key, one);
  }
  return groups.values();
}

function isWritten({ endpoint }: Missing): boolean {
  return endpoint.pieces.every(({ literal }) => literal);
}

function finding(
  missing: Missing,
  others: readonly Missing[],
  suggestions: Suggestions,
  templates: ReadonlySet<string>,
): Finding {
  const { line, endpoint, name, outcome } = missing;
  const written = isWritten(missing);
  const { start, end } = endpoint;
  const item = { text: name, start, end };
  const { remark, fixes } = guess(line.step.option, item, suggestions);
  const template = templates.has(name);
  const what = `There is no endpoint ${quotedPiece(name)}${template ? ` ([${name}] is a template only)` : remark}`;
  return {
    ...placeOf(line, endpoint),
    message: `${what}: ${outcome.text}`,
    ...(outcome.effect === undefined ? {} : { effect: outcome.effect }),
    runtimeLog: outcome.log === undefined ? [] : [outcome.log(name)],
    fixes: written && !template ? fixes : [],
    related: others.slice(0, 10).map((other) => ({
      ...placeOf(other.line, other.endpoint),
      message: `${quotedPiece(name)} here, too`,
    })),
  };
}
