// Arguments of applications and functions, by their kind in the catalogue.

import type { ArgumentSpec, FunctionArgumentSpec, OptionLetter } from "../../catalog/dialplan-spec.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Span } from "../../text/span.ts";
import type { CallAt, Cursor } from "../cursor/model.ts";
import { seesSounds } from "../sound-files.ts";
import { dollarProposals, functions, settableVariables, variables } from "./calls.ts";
import { commonItems, rankIn } from "./common.ts";
import { deviceProposals } from "./devices.ts";
import { timeProposals } from "./dialplan-lines.ts";
import { escapeSnippet, type Proposals } from "./item.ts";
import { knownWords } from "./known-words.ts";
import { contexts, extensions, locationProposals } from "./locations.ts";
import { contextNames, namesOfKind, objectNames } from "./names.ts";
import { type Place, partAround, proposalsFor } from "./place.ts";
import { scriptProposals, soundProposals } from "./sounds.ts";
import { usedElsewhere } from "./used.ts";

export type ArgumentCursor = Extract<Cursor, { readonly kind: "argument" }>;

export function argumentProposals(place: Place, cursor: ArgumentCursor): Proposals {
  const { subject, offset } = place;
  if (subject.text[offset - 1] === "$") return dollarProposals(place, { start: offset - 1, end: offset });
  const [call] = cursor.calls;
  const spec = call?.argument;
  const { location, letter, item } = cursor;
  // Set(name=value) has two arguments.
  if (asciiLower(call?.name.text ?? "") === "set" && call?.index === 1)
    return assignable(place, call.arguments[0]?.text ?? "", item.span);
  const isFree = spec?.kind === "string" || spec?.kind === "expression";
  if (isFree && spec.values === undefined && item.text.trim() === "" && letter === undefined)
    return dollarProposals(place, item.span);
  if (location !== undefined) return locationProposals(place, location, cursor);
  if (call === undefined) return proposalsFor(place, item.span);
  if (letter !== undefined) {
    const span = { start: letter.argument.span.start, end: letter.argument.span.end };
    const proposals = proposalsFor(place, span);
    letterArgument(place, proposals, letter.spec);
    return proposals;
  }
  if (spec === undefined) return proposalsFor(place, item.span);
  if (spec.kind === "options") return letters(place, call, cursor.token.text);
  return ofKind(place, cursor, call, spec);
}

const devices: ReadonlySet<string> = new Set([
  "dialstring",
  "queue-interface",
  "channel-or-device",
  "device-state",
]);

function ofKind(place: Place, cursor: ArgumentCursor, call: CallAt, spec: ArgumentSpec): Proposals {
  const { item, others } = cursor;
  if (devices.has(spec.kind)) return deviceProposals(place, item, others, spec.kind === "device-state");
  const proposals = proposalsFor(place, item.span);
  switch (spec.kind) {
    case "variable-name":
      variables(place, proposals, item.text, (name) => name);
      return proposals;
    case "variable-or-function":
    case "variable-assignment":
      return assigned(place, cursor, spec, call.what === "function");
    case "voicemail-mailbox":
      return mailboxes(place, cursor);
    case "word-options":
      for (const option of call.spec?.options ?? []) addLetter(proposals, call, option, option.letter);
      return proposals;
    case "time-spec":
      return timeProposals(place, proposals);
    case "pickup-target":
    case "extension-list": {
      const span = partAround(place, item, /[@:]/);
      const part = proposalsFor(place, span);
      if (place.subject.text[span.start - 1] === "@") contexts(place, part, "", 10);
      else extensions(place, part, cursor.context ?? "", "@", 10);
      return part;
    }
    default:
      names(place, proposals, spec.kind, cursor.context ?? "");
      values(place, proposals, call, spec);
      if (spec.kind !== "sound-file" || !seesSounds(place.subject.installation))
        knownWords(proposals, spec.kind, call.what, cursor.others);
      usedElsewhere(place, proposals, call, spec.kind, cursor.others);
      return proposals;
  }
}

/** What an argument or the argument of a letter names. */
function names(place: Place, proposals: Proposals, kind: string, context: string): void {
  const { installation } = place.subject;
  if (kind === "dialplan-context" || kind === "application-or-context") contexts(place, proposals, "", 20);
  else if (kind === "gosub-context") contexts(place, proposals, "", 20);
  else if (kind === "dialplan-extension") extensions(place, proposals, context, "", 20);
  else if (kind === "macro-name") {
    for (const { name, topic } of contextNames(installation))
      if (name.startsWith("macro-"))
        proposals.add({ label: name.slice("macro-".length), kind: "context", detail: `[${name}]`, topic });
  } else if (kind === "sound-file" || kind === "recording-file") soundProposals(installation, proposals);
  else if (kind === "agi-command") scriptProposals(installation, proposals);
  else if (kind === "message-destination") {
    for (const { name, topic } of objectNames(installation, "endpoint"))
      proposals.add({ label: `pjsip:${name}`, kind: "object", detail: "endpoint", topic });
  } else if (kind === "pjsip-endpoint-option" || kind === "pjsip-aor-option") {
    const type = kind === "pjsip-aor-option" ? "aor" : "endpoint";
    for (const { name, summary, secret } of installation.catalog.types.get(type)?.spec.options ?? [])
      if (secret !== true)
        proposals.add({ label: name, kind: "option", detail: summary, topic: { of: "option", type, name } });
  } else if (kind === "boolean") {
    for (const label of ["yes", "no"]) proposals.add({ label, kind: "value", rank: 10 });
  } else {
    for (const { name, detail, topic } of namesOfKind(installation, kind) ?? [])
      proposals.add({ label: name, kind: "object", detail, topic, rank: 20 });
  }
}

/** Words that the catalogue lists. */
function values(place: Place, proposals: Proposals, call: CallAt, spec: ArgumentSpec): void {
  const { items } = spec as FunctionArgumentSpec;
  const common = call.what === "function" && call.index === 0 ? commonItems[call.name.text] : undefined;
  for (const item of items ?? []) {
    if (call.access === "write" ? !item.write : !item.read) continue;
    const technology = item.technology === undefined ? "" : ` (${item.technology})`;
    const { major } = place.subject.installation.settings.version;
    if (item.removedIn !== undefined && item.removedIn <= major) continue;
    proposals.add({
      label: item.name,
      kind: "value",
      detail: `${item.summary}${technology}`,
      rank: rankIn(common, item.name, item.technology === undefined || item.technology === "PJSIP" ? 30 : 40),
    });
  }
  (spec.values ?? []).forEach((label, index) => {
    proposals.add({ label, kind: "value", rank: rankIn(common, label, 30 + index) });
  });
  if (call.what === "function" && call.access === "write" && call.index > 0) return;
  if (spec.kind === "number" || spec.kind === "seconds") {
    const { default: usual } = spec as FunctionArgumentSpec;
    if (usual !== undefined) proposals.add({ label: usual, kind: "value", detail: "default" });
  }
}

/** Letters that are not there yet, put in at the cursor. */
function letters(place: Place, call: CallAt, written: string): Proposals {
  const at = { start: place.offset, end: place.offset };
  const proposals = proposalsFor(place, at);
  const used = written.replace(/\([^)]*\)?|\$\{[^}]*\}?/g, "");
  for (const option of call.spec?.options ?? []) {
    if (used.includes(option.letter)) continue;
    addLetter(proposals, call, option, option.letter, at);
  }
  return proposals;
}

function addLetter(
  proposals: Proposals,
  call: CallAt,
  option: OptionLetter,
  label: string,
  span?: Span,
): void {
  const { letter, hasArgument, argumentNames = ["argument"], argumentSeparator = ",", summary } = option;
  const shown = hasArgument && option.argumentRequired !== false;
  const inside = argumentNames
    .map((name, index) => `\${${index + 1}:${escapeSnippet(name)}}`)
    .join(escapeSnippet(argumentSeparator));
  proposals.add({
    label: shown ? `${label}(${argumentNames.join(argumentSeparator)})` : label,
    kind: "letter",
    detail: summary,
    text: shown ? `${letter}()` : letter,
    ...(shown ? { snippet: `${letter}(${inside})` } : {}),
    ...(span === undefined ? {} : { span }),
    filter: letter,
    rank: summary === undefined ? 60 : 20,
    deprecated: option.replacement !== undefined,
    topic: {
      of: "letter",
      call: call.name.text,
      what: call.what === "function" ? "function" : "application",
      letter,
    },
    goesOn: shown,
  });
}

function letterArgument(place: Place, proposals: Proposals, option: OptionLetter | undefined): void {
  if (option === undefined) return;
  (option.values ?? []).forEach((label, index) => {
    proposals.add({ label, kind: "value", rank: 10 + index });
  });
  if (option.argumentKind !== undefined) names(place, proposals, option.argumentKind, "");
}

/** The left side of an assignment, and the values that are known of the right one. */
function assigned(
  place: Place,
  { token, item }: ArgumentCursor,
  spec: ArgumentSpec,
  inFunction: boolean,
): Proposals {
  const { text } = place.subject;
  const equals = item.text.indexOf("=");
  const cut = equals < 0 ? item.span.end : item.span.start + equals;
  if (place.offset > cut) {
    const value = { start: cut + 1, end: token.span.end };
    return assignable(place, text.slice(item.span.start, cut), value);
  }
  const written = text.slice(item.span.start, cut);
  const blanks = /^\s*_{0,2}/.exec(written)?.[0].length ?? 0;
  const open = written.indexOf("(");
  const start = Math.min(place.offset, item.span.start + blanks);
  const span = { start, end: open < 0 ? cut : item.span.start + open };
  const proposals = proposalsFor(place, span);
  const sign = equals < 0 && open < 0 && spec.kind === "variable-assignment" ? "=" : "";
  settableVariables(place, proposals, written.trim(), (name) => `${name}${sign}`);
  if (!inFunction) functions(place, proposals, "write", sign, open >= 0);
  return proposals;
}

/** What a state can be set to. */
const statesOf: Readonly<Record<string, readonly string[]>> = {
  DEVICE_STATE: ["NOT_INUSE", "INUSE", "BUSY", "RINGING", "RINGINUSE", "ONHOLD", "UNAVAILABLE", "INVALID"],
  PRESENCE_STATE: ["available", "away", "xa", "dnd", "chat", "unavailable", "not_set"],
};

/** What a variable or an item of a function can be given: CHANNEL(musicclass)=... */
function assignable(place: Place, written: string, span: Span): Proposals {
  const item = /^\s*CHANNEL\((\w+)\)\s*$/i.exec(written)?.[1] ?? "";
  const kinds: Readonly<Record<string, string>> = { musicclass: "moh-class", parkinglot: "parking-lot" };
  const kind = kinds[asciiLower(item)];
  const name = /^\s*(\w+)\(/.exec(written)?.[1] ?? "";
  const { functions: known } = place.subject.installation.dialplanCatalog;
  const taken = known.function(name)?.writeValues ?? statesOf[name] ?? [];
  const isEmpty = place.subject.text.slice(span.start, span.end).trim() === "";
  if (kind === undefined && taken.length === 0 && isEmpty) return dollarProposals(place, span);
  const proposals = proposalsFor(place, span);
  taken.forEach((label, index) => {
    proposals.add({ label, kind: "value", rank: 10 + index });
  });
  if (kind !== undefined) names(place, proposals, kind, "");
  return proposals;
}

/** mailbox@context; the context is left out where it is the default one. */
function mailboxes(place: Place, { item, others, calls }: ArgumentCursor): Proposals {
  const proposals = proposalsFor(place, item.span);
  for (const { name, detail } of namesOfKind(place.subject.installation, "voicemail-mailbox") ?? []) {
    if (others.includes(name)) continue;
    proposals.add({ label: name, kind: "object", detail, rank: 10 });
  }
  const [call] = calls;
  if (call !== undefined) usedElsewhere(place, proposals, call, "voicemail-mailbox", others);
  return proposals;
}
