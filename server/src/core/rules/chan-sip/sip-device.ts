import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import { cutKnown, hasGap, type KnownText, knownText } from "../../dialplan/step/known-text.ts";
import { type CalledApplication, type CallSite, sitesThat } from "../application/calls.ts";
import { placeOf, rewritten } from "../application/places.ts";
import { type DeviceRole, type DeviceUse, devicesThat } from "../device/device-uses.ts";
import { type KnownObjects, knownObjects } from "../device/endpoints.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { DialplanRule, Effect, Fix, RuleContext } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { type LeftBehind, reports } from "./left-behind.ts";

export const sipDevice: DialplanRule = {
  id: "chan-sip/sip-device",
  on: "dialplan",
  effect: "call-fails",
  summary: "Dial string, hint or queue member of chan_sip",
  check: (dialplan, context) => reports([...places(dialplan, context)], "device", context),
};

function* places(dialplan: Dialplan, context: RuleContext): Generator<LeftBehind> {
  const { installation, load } = context;
  const whole = load.root === "extensions.conf";
  const endpoints = whole ? knownObjects(installation, "endpoint") : undefined;
  const seen = new Set<string>();
  for (const use of ofSip(dialplan, installation)) {
    const { technology, resource, whole: text } = use.dial;
    if (technology === undefined || resource === undefined) continue;
    const key = isWritten(technology) ? "" : `${sourceOf(use.line, technology)} ${use.role}`;
    // The value of a global variable is one mistake, however many steps use it.
    if (key !== "" && seen.has(key)) continue;
    seen.add(key);
    yield {
      place: placeOf(use.line, text),
      what: quotedPiece(sourceOf(use.line, text)),
      ...outcomes[use.role],
      ...moved(use, resource, endpoints),
    };
  }
  for (const site of takingChannel(dialplan, installation)) yield* channels(site);
  if (whole) yield* members(context, endpoints);
}

const ofSip = devicesThat(({ dial: { driver } }) => driver?.trim() === "sip");

interface Outcome {
  readonly outcome: string;
  readonly effect?: Effect;
  readonly runtimeLog?: readonly string[];
}

const noDriver: readonly string[] = [
  "No channel type registered for 'SIP'",
  "Unable to create channel of type 'SIP' (cause 66 - Channel not implemented)",
];

const outcomes: Readonly<Record<DeviceRole, Outcome>> = {
  call: { outcome: "the call fails", runtimeLog: noDriver },
  member: { outcome: "the queue never reaches this member" },
  state: { outcome: "its state is always INVALID", effect: "works-otherwise" },
  hint: { outcome: "the hint always shows Unavailable", effect: "works-otherwise" },
};

function sourceOf(
  { step }: StepLine,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return step.option.value.slice(start, end);
}

function isWritten({ pieces }: KnownText): boolean {
  return pieces.every(({ literal, text }) => literal || text === undefined);
}

interface Moved {
  readonly instead: string;
  readonly fixes: readonly Fix[];
}

const unmoved: Moved = { instead: "", fixes: [] };

/** The same device in PJSIP, where it has one. */
function moved(
  { line, role, dial }: DeviceUse,
  resource: KnownText,
  endpoints: KnownObjects | undefined,
): Moved {
  if (!isWritten(dial.whole)) return unmoved;
  const parts = partsOf(resource);
  if (parts === undefined || (parts.number !== undefined && (role === "hint" || role === "state")))
    return unmoved;
  const peer = sourceOf(line, parts.peer);
  const number = parts.number === undefined ? undefined : sourceOf(line, parts.number);
  if (peer === "" || number === "") return unmoved;
  const meant = number === undefined ? `PJSIP/${peer}` : `PJSIP/${number}@${peer}`;
  const safe = !hasGap(parts.peer) && endpoints?.names.has(peer) === true;
  return {
    instead: `; in PJSIP it is ${quotedPiece(meant)}`,
    fixes: rewritten(line, dial.whole, meant, `Change to ${quotedPiece(meant)}`, safe),
  };
}

interface Parts {
  readonly peer: KnownText;
  readonly number: KnownText | undefined;
}

/** `peer`, `number@peer` or `peer/number`, and nothing of what else chan_sip could read there. */
function partsOf(resource: KnownText): Parts | undefined {
  const texts = resource.pieces.map(({ text }) => text ?? "").join("");
  if (/[|!:\s]/.test(texts) || (texts.match(/[@/]/g) ?? []).length > 1) return undefined;
  const slash = cutKnown(resource, "/");
  if (slash.after !== undefined) return { peer: slash.before, number: slash.after };
  const at = cutKnown(resource, "@");
  return at.after === undefined
    ? { peer: resource, number: undefined }
    : { peer: at.after, number: at.before };
}

const channelKinds: ReadonlySet<string> = new Set([
  ...["channel-name", "channel-prefix", "channel-or-device", "transfer-destination"],
]);

const takingChannel = sitesThat(takesChannel);

function takesChannel({ known }: CalledApplication): boolean {
  return known?.arguments.some(({ kind }) => channelKinds.has(kind)) === true;
}

/** Names of channels, as ChanSpy and SoftHangup take them. */
function* channels({ line, call }: CallSite): Generator<LeftBehind> {
  for (const { spec, text } of call.arguments) {
    if (spec === undefined || !channelKinds.has(spec.kind)) continue;
    const start = knownText(call.source, text).pieces[0];
    if (start?.text === undefined || !/^sip\//i.test(start.text)) continue;
    const technology = { start: start.start, end: start.start + 3 };
    yield {
      place: placeOf(line, text),
      what: quotedPiece(call.source.slice(text.start, text.end)),
      outcome: `${call.application.text} finds no such channel`,
      effect: "works-otherwise",
      instead: "; channels of PJSIP begin with PJSIP/",
      fixes: rewritten(line, technology, "PJSIP", 'Change to "PJSIP"', false),
    };
  }
}

/** Members of queues.conf. */
function* members({ installation }: RuleContext, endpoints: KnownObjects | undefined): Generator<LeftBehind> {
  for (const { option, device } of installation.elsewhere().queueMembers()) {
    const peer = /^sip\/([^/@|!:\s$]+)$/i.exec(device.text)?.[1];
    if (peer === undefined) continue;
    const safe = endpoints?.names.has(peer) === true;
    yield {
      place: valuePlace(option, device.start, device.end),
      what: quotedPiece(device.text),
      outcome: "the queue never reaches this member",
      instead: `; in PJSIP it is ${quotedPiece(`PJSIP/${peer}`)}`,
      fixes: changed(option, device.start, device.end, `PJSIP/${peer}`, safe),
    };
  }
}

function changed(
  option: ConfigOption,
  start: number,
  end: number,
  text: string,
  safe: boolean,
): readonly Fix[] {
  const place = pieceOf(option, start, end);
  return writtenAt(place, text, `Change to ${quotedPiece(text)}`, safe);
}
