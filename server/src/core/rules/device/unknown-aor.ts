import type { StepLine } from "../../dialplan/lines.ts";
import { type KnownText, knownValue } from "../../dialplan/step/known-text.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import type { InstallationQuestion } from "../../workspace/installation.ts";
import { linesWithText } from "../../workspace/per-context.ts";
import { placeOf, rewritten } from "../application/places.ts";
import { guess } from "../elsewhere/words.ts";
import { acceptedOf } from "../reference/phones.ts";
import type { DialplanRule, Finding, Fix } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { quotedPiece } from "../words.ts";
import { type DeviceUse, devicesThat } from "./device-uses.ts";
import { type DialledText, dialledText, isNeverOneOf } from "./dialled-digits.ts";
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
    const never = neverAnAor(installation.ask(aorOwners, aors));
    for (const use of withTarget(dialplan, installation)) yield* inDialString(use, endpoints, aors, never);
    yield* inFunctions(withFunction(installation.steps(dialplan)), aors);
  },
};

/** What is called behind the slash of an endpoint. */
const withTarget = devicesThat(
  ({ role, of, dial }) =>
    (role === "call" || (role === "member" && of === "addqueuemember")) && dial.pjsip?.target !== undefined,
);

function inDialString(
  { line, dial }: DeviceUse,
  endpoints: KnownObjects,
  aors: KnownObjects,
  never: Never,
): Finding[] {
  const target = dial.pjsip?.target;
  const endpoint = dial.pjsip === undefined ? undefined : knownValue(dial.pjsip.endpoint);
  if (target === undefined || endpoint === undefined || !endpoints.names.has(endpoint)) return [];
  const source = line.step.option.value;
  const written = source.slice(target.start, target.end);
  const text = knownValue(target);
  const dialled = text === undefined ? dialledText(written) : undefined;
  if (text === undefined) {
    // Only the dialled number is known to be a number.
    if (dialled === undefined || !never(line, endpoint, dialled)) return [];
  } else if (text === "" || /[:|\s]/.test(text) || isPlaceholder(text)) return [];
  else if (text.split(",").some((name) => aors.has(name))) return [];
  const shown = text === undefined ? "the number" : quotedPiece(text);
  return [
    {
      ...placeOf(line, target),
      message: `Behind ${quotedPiece(`PJSIP/${endpoint}/`)} stands the name of an aor or a URI, and ${shown} is neither: the call fails`,
      runtimeLog: [
        `Endpoint '${endpoint}': Could not create dialog to invalid URI '${text ?? "<number>"}'.  Is endpoint registered and reachable?`,
      ],
      fixes:
        dialled !== undefined && dialled.host !== ""
          ? rewritten(line, target, `sip:${written}`, 'Add "sip:"', false)
          : numberFirst(line, dial.pjsip?.user, endpoint, dial.resource, written, text),
    },
  ];
}

/** Whether the text behind an endpoint is never the name of an AOR, wherever its line ended up. */
type Never = (line: StepLine, endpoint: string, text: DialledText) => boolean;

/** The AORs there are, and which endpoints list them. */
interface AorOwners {
  readonly names: readonly string[];
  /** Whether a number is among the names. */
  readonly numbers: boolean;
  /** Nearly all have one. */
  readonly owners: ReadonlyMap<string, string | ReadonlySet<string>>;
}

const aorOwners: InstallationQuestion<KnownObjects, AorOwners> = {
  compute: (installation, { names: known, skipped }) => {
    const names = [...known, ...skipped];
    const owners = new Map<string, string | Set<string>>();
    for (const endpoint of acceptedOf(installation, "endpoint")) {
      const { id } = endpoint;
      for (const name of filledOption(endpoint, "aors")?.value.split(",") ?? []) {
        const trimmed = name.trim();
        const own = owners.get(trimmed);
        if (own === undefined) owners.set(trimmed, id);
        else if (typeof own === "string") owners.set(trimmed, new Set([own, id]));
        else own.add(id);
      }
    }
    return { names, numbers: names.some((name) => /^[0-9+*#]+$/.test(name)), owners };
  },
};

function neverAnAor({ names, numbers, owners }: AorOwners): Never {
  // Nobody means to call a phone by way of another endpoint.
  const isMeant = (name: string, endpoint: string): boolean => {
    const own = owners.get(name);
    return own === undefined || own === endpoint || (typeof own !== "string" && own.has(endpoint));
  };
  const answers = new Map<string, boolean>();
  const answerOf = (extension: string, endpoint: string, text: DialledText): boolean => {
    const key = `${text.before} ${text.skipped} ${text.host} ${endpoint} ${extension}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = isNeverOneOf(text, extension, names, (name) => isMeant(name, endpoint));
      answers.set(key, answer);
    }
    return answer;
  };
  return ({ places }, endpoint, text) => {
    if (!numbers && text.host === "" && text.before === "") return true;
    return places.every(({ extension }) => answerOf(extension.name, endpoint, text));
  };
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
  return rewritten(line, resource, meant, `Change to ${quotedPiece(`PJSIP/${meant}`)}`, text === undefined);
}

/** Lines with a function that takes an aor. */
const withFunction = linesWithText(({ names }) => names.some(({ kind }) => kind === "pjsip-aor"));

function* inFunctions(lines: readonly StepLine[], aors: KnownObjects): Generator<Finding> {
  const suggestions = new Suggestions(aors.candidates);
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
        message: `There is no aor ${quotedPiece(name)}${remark}: ${of} yields nothing`,
        effect: "works-otherwise",
        fixes: known.pieces.every(({ literal }) => literal) ? fixes : [],
      };
    }
  }
}
