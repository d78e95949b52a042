import type { FunctionSpec } from "../../catalog/dialplan-spec.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { FunctionUse } from "../../dialplan/step/functions.ts";
import { asciiLower } from "../../text/ascii.ts";
import { linesWithText } from "../../workspace/per-context.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule, Fix, RuleContext } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { chanSip, type LeftBehind, reports } from "./left-behind.ts";

export const sipFunction: DialplanRule = {
  id: "chan-sip/sip-function",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Function of chan_sip, or an item of CHANNEL() that only chan_sip answers",
  *check(dialplan, context) {
    if (chanSip(context) === "gone") yield* reports([...places(dialplan, context)], "function", context);
  },
};

function* places(dialplan: Dialplan, context: RuleContext): Generator<LeftBehind> {
  for (const line of suspects(context.installation.steps(dialplan))) {
    for (const use of line.functions) {
      const found = use.name === "CHANNEL" ? item(line, use, context) : ofChanSip(line, use);
      if (found !== undefined) yield found;
    }
  }
}

/** Lines with a function that may be meant. */
const suspects = linesWithText(({ functions }) =>
  functions.some(({ name, spec }) => name === "CHANNEL" || isOfChanSip(spec)),
);

/** Whether a function belongs to chan_sip, so that this group speaks of it. */
export function isOfChanSip(spec: FunctionSpec | undefined): boolean {
  return spec?.module === "chan_sip";
}

function ofChanSip(line: StepLine, use: FunctionUse): LeftBehind | undefined {
  const { spec, name, nameStart, nameEnd } = use;
  if (name === undefined || !isOfChanSip(spec)) return undefined;
  const instead = spec?.replacement === undefined ? "" : `; PJSIP has ${spec.replacement}`;
  return {
    place: placeOf(line, { start: nameStart, end: nameEnd }),
    what: quotedPiece(name),
    outcome: "the function yields nothing",
    instead,
    runtimeLog: [`Function ${name} not registered`],
    fixes: renamed(line, use),
  };
}

/** What has the same arguments in PJSIP. */
function renamed(
  line: StepLine,
  { name, access, nameStart, nameEnd, arguments: given }: FunctionUse,
): readonly Fix[] {
  const [first] = given;
  if (access !== "read") return [];
  if (name === "SIP_HEADER" && first !== undefined && first.start === nameEnd + 1 && given.length <= 2) {
    const place = { start: nameStart, end: first.start };
    return rewritten(line, place, "PJSIP_HEADER(read,", 'Change to "PJSIP_HEADER(read,...)"', true);
  }
  if (name === "SIP_HEADERS" && given.length <= 1)
    return rewritten(
      line,
      { start: nameStart, end: nameEnd },
      "PJSIP_HEADERS",
      'Change to "PJSIP_HEADERS"',
      true,
    );
  return [];
}

/** What stands in CHANNEL() in its place; those with the same meaning come first. */
const items: ReadonlyMap<string, { readonly item: string; readonly safe: boolean }> = new Map([
  ["peername", { item: "endpoint", safe: true }],
  ["t38passthrough", { item: "pjsip,t38state", safe: false }],
  ["peerip", { item: "pjsip,remote_addr", safe: false }],
  ["recvip", { item: "pjsip,remote_addr", safe: false }],
  ["from", { item: "pjsip,remote_uri", safe: false }],
  ["uri", { item: "pjsip,target_uri", safe: false }],
  ["ruri", { item: "pjsip,request_uri", safe: false }],
  ["secure_signaling", { item: "pjsip,secure", safe: false }],
  ["secure_media", { item: "rtp,secure", safe: false }],
  ["rtpdest", { item: "rtp,dest", safe: false }],
  ["rtpsource", { item: "rtp,src", safe: false }],
]);

function item(
  line: StepLine,
  { spec, arguments: given }: FunctionUse,
  context: RuleContext,
): LeftBehind | undefined {
  const [first, ...others] = given;
  const name = asciiLower(first?.value ?? "");
  const known = (spec?.arguments[0]?.items ?? []).filter((one) => asciiLower(one.name) === name);
  const old = known.find(({ technology }) => technology === "SIP");
  if (first === undefined || old === undefined) return undefined;
  // Channels of IAX2 answer some of them.
  const isShared = known.some((one) => one !== old && one.removedIn === undefined);
  if (isShared && mayUseIax(context)) return undefined;
  const meant = others.length > 0 ? undefined : items.get(name);
  const { replacement } = old;
  return {
    place: placeOf(line, first),
    what: quotedPiece(`CHANNEL(${first.value})`),
    outcome: "the function yields nothing",
    instead: replacement === undefined ? "" : `; PJSIP has ${replacement}`,
    runtimeLog: [`Unknown or unavailable item requested: '${name}'`],
    fixes:
      meant === undefined
        ? []
        : rewritten(line, first, meant.item, `Change to ${quotedPiece(meant.item)}`, meant.safe),
  };
}

/** Whether calls of IAX2 may come by: its file is there, or the dialplan dials it. */
function mayUseIax({ installation, load }: RuleContext): boolean {
  if (installation.load("iax.conf").outcome !== "missing") return true;
  return load.files.some(({ lines }) => /\bIAX2\b/i.test(lines.text));
}
