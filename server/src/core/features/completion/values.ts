// Values of options in pjsip.conf and pjsip_wizard.conf.

import { codecs } from "../../catalog/codecs.ts";
import type { OptionSpec } from "../../catalog/option-spec.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Span } from "../../text/span.ts";
import type { Cursor } from "../cursor/model.ts";
import { defaultValue, wordsOf } from "../documentation/option-words.ts";
import { tosMeaning, tosNames } from "../hover/service-classes.ts";
import { wordMeaning } from "../hover/word-meanings.ts";
import { commonCodecs, commonTypes, commonValues, rankIn } from "./common.ts";
import type { Proposal, Proposals } from "./item.ts";
import { namesReferredTo, objectNames } from "./names.ts";
import { type Place, proposalsFor } from "./place.ts";
import { hostsOfTrunks } from "./trunk-hosts.ts";
import { forms } from "./value-forms.ts";

export type ValueCursor = Extract<Cursor, { readonly kind: "option-value" }>;

/** `cursor` is that of the place. */
export function optionValues(place: Place, cursor: ValueCursor): Proposals {
  const { spec } = cursor;
  const { item, others } = withoutMark(cursor, place);
  const parameter = spec === undefined ? undefined : uriParameters(place, spec, item);
  if (parameter !== undefined) return parameter;
  const proposals = proposalsFor(place, item);
  if (spec === undefined) return proposals;
  const taken = new Set(others.map((other) => asciiLower(other.replace(/^!/, ""))));
  const fresh: Target = {
    add: (proposal) => {
      if (!taken.has(asciiLower(proposal.text ?? proposal.label))) proposals.add(proposal);
    },
  };
  if (spec.kind === "type") types(place, fresh, cursor);
  else if (spec.kind === "codecList") codecNames(fresh, cursor, item.start > cursor.item.span.start);
  else if (spec.kind === "bool") booleans(place, fresh, spec, item);
  else words(place, fresh, spec, others.length > 0);
  const refersTo = spec.refersTo ?? (spec.kind === "context" ? "extensions.conf:context" : undefined);
  if (refersTo !== undefined && spec.kind !== "codecList") references(place, fresh, spec, refersTo);
  if (spec.kind === "context") contextsElsewhere(place, fresh, cursor.token.text);
  forms(fresh, spec);
  if (spec.name === "match" || spec.name === "from_domain") hostsOfTrunks(place, fresh);
  return proposals;
}

/** Behind a ";" of an address, which is written with a backslash. */
function uriParameters(place: Place, { kind }: OptionSpec, item: Span): Proposals | undefined {
  if (kind !== "uri" && kind !== "uriList") return undefined;
  const { text } = place.subject;
  const semicolon = text.slice(item.start, place.offset).lastIndexOf(";");
  if (semicolon < 0) return undefined;
  const next = text.slice(place.offset, item.end).search(/[\\;,]/);
  const end = next < 0 ? item.end : place.offset + next;
  const proposals = proposalsFor(place, { start: item.start + semicolon + 1, end });
  ["transport=udp", "transport=tcp", "transport=tls", "transport=ws", "lr", "user=phone"].forEach(
    (label, rank) => {
      const detail = label === "lr" ? "loose routing, as proxies want it" : undefined;
      proposals.add({ label, kind: "value", detail, rank });
    },
  );
  return proposals;
}

interface Target {
  add(proposal: Proposal): void;
}

/** An item of a list may begin with "!", which stays. */
function withoutMark({ item, others }: ValueCursor, { subject, offset }: Place) {
  const { start, end } = item.span;
  const marked = subject.text[start] === "!" && offset > start;
  return { item: marked ? { start: start + 1, end } : item.span, others };
}

function types(place: Place, target: Target, { fileKind, section, name, token }: ValueCursor): void {
  const { catalog } = place.subject.installation;
  if (fileKind === "wizard") {
    target.add({
      label: "wizard",
      kind: "type",
      detail: catalog.wizard.spec.summary,
      topic: { of: "type", name: "wizard" },
    });
    return;
  }
  if (name.text !== asciiLower(name.text) && asciiLower(name.text) !== "type") return;
  const taken = (type: string): boolean =>
    type !== token.text &&
    objectNames(place.subject.installation, type).some((object) => object.name === section?.name);
  for (const { spec } of catalog.types.values()) {
    const own = spec.explicitName !== undefined && spec.explicitName === section?.name;
    const usual = rankIn(commonTypes, spec.type, 60);
    target.add({
      label: spec.type,
      kind: "type",
      detail: spec.summary,
      rank: own ? 0 : taken(spec.type) ? usual + 100 : usual,
      topic: { of: "type", name: spec.type },
    });
  }
}

function booleans(place: Place, target: Target, spec: OptionSpec, item: Span): void {
  const usual = defaultValue(spec, place.subject.installation.settings.version);
  const typed = place.subject.text.slice(item.start, place.offset).toLowerCase();
  // The other words for them are there for those who begin to write them.
  for (const label of ["true", "false", "on", "off"])
    if (typed !== "" && label.startsWith(typed)) target.add({ label, kind: "value", rank: 40 });
  for (const label of ["yes", "no"]) {
    // Nobody writes a line for what is so anyway.
    const isDefault = usual === label;
    target.add({
      label,
      kind: "value",
      detail: isDefault ? "default" : undefined,
      rank: isDefault ? 11 : 10,
    });
  }
}

/** Words, the default, and the ends of a range. */
function words({ subject }: Place, target: Target, spec: OptionSpec, listed: boolean): void {
  const { version } = subject.installation.settings;
  const usual = defaultValue(spec, version);
  wordsOf(spec, version).forEach((label, index) => {
    const instead = spec.deprecatedValues?.[label];
    const meaning = wordMeaning(spec.name, asciiLower(label));
    const standing =
      instead !== undefined ? `deprecated, use ${instead}` : label === usual ? "default" : undefined;
    const detail = [standing, meaning].filter((text) => text !== undefined).join(": ") || undefined;
    target.add({
      label,
      kind: "value",
      detail,
      rank: instead === undefined ? 10 + index : 900,
      deprecated: instead !== undefined,
    });
  });
  if (spec.kind === "tos")
    tosNames.forEach((label, index) => {
      target.add({ label, kind: "value", detail: tosMeaning(label), rank: 10 + index });
    });
  (commonValues[spec.name] ?? []).forEach((label, index) => {
    target.add({ label, kind: "value", detail: label === usual ? "default" : undefined, rank: 5 + index });
  });
  for (const label of spec.knownValues ?? []) target.add({ label, kind: "value", rank: 80 });
  if (spec.alsoBoolean === true)
    for (const label of ["yes", "no"]) target.add({ label, kind: "value", rank: 90 });
  if (
    usual !== undefined &&
    usual !== "" &&
    spec.refersTo === undefined &&
    // In a list that has items already a list is too much.
    !(listed && usual.includes(",")) &&
    !isSentence(usual, spec) &&
    spec.secret !== true
  )
    target.add({ label: usual, kind: "value", detail: "default", rank: 9 });
  if (spec.kind !== "uint" && spec.kind !== "int" && spec.kind !== "double") return;
  if (spec.min !== undefined && spec.min > -0x80000000)
    target.add({ label: String(spec.min), kind: "value", detail: "smallest", rank: 95 });
  if (spec.max !== undefined && spec.max < 0x7fffffff)
    target.add({ label: String(spec.max), kind: "value", detail: "largest", rank: 96 });
}

/** A default that is told in words. Of values with blanks only lists of "name: word" are written that way. */
function isSentence(usual: string, { kind }: OptionSpec): boolean {
  return /[<(]/.test(usual) || (usual.includes(" ") && kind !== "codecPrefs");
}

function references(place: Place, target: Target, spec: OptionSpec, refersTo: string): void {
  const names = namesReferredTo(place.subject.installation, refersTo) ?? [];
  const own = place.cursor.section?.name ?? "";
  for (const { name, detail, topic } of names) {
    const likely = name === own ? 1 : own !== "" && name.startsWith(own) ? 2 : 20;
    const kind = refersTo === "extensions.conf:context" ? "context" : "object";
    target.add({
      label: name,
      kind,
      detail: detail === undefined ? spec.refersTo : `${refersTo.replace(/^.*:/, "")} in ${detail}`,
      rank: likely,
      topic,
    });
  }
}

/** Contexts that other endpoints name: all that is known of them where there is no dialplan. */
function contextsElsewhere({ subject }: Place, target: Target, own: string): void {
  const { load } = subject.installation;
  if (load("extensions.conf").outcome === "loaded") return;
  for (const { name, options } of load("pjsip.conf").sections)
    for (const option of options)
      if (asciiLower(option.name).endsWith("context") && option.value !== "" && option.value !== own)
        target.add({ label: option.value, kind: "context", detail: `as in [${name}]`, rank: 20 });
}

/** The codecs that neither this line nor, for the same option, another line of the section has. */
function codecNames(target: Target, { name, section, item, token }: ValueCursor, marked: boolean): void {
  const disallow = asciiLower(name.text).endsWith("disallow");
  const first = item.span.start <= token.span.start;
  const taken = new Set<string>();
  for (const option of section?.section?.options ?? []) {
    if (asciiLower(option.name) !== asciiLower(name.text) || option.value === token.text) continue;
    for (const word of option.value.split(",")) taken.add(asciiLower(word.trim()));
  }
  if (!marked && (disallow || first))
    target.add({
      label: "all",
      kind: "codec",
      detail: disallow ? "takes all codecs off the list" : "every codec",
      rank: disallow ? 0 : 90,
    });
  if (marked && first)
    target.add({ label: "all", kind: "codec", detail: "begins with an empty list", rank: 0 });
  if (!marked && !disallow && first)
    target.add({
      label: "!all",
      kind: "codec",
      detail: "begins with an empty list",
      text: "!all,",
      rank: 0,
      filter: "!all",
      goesOn: true,
    });
  for (const codec of codecs) {
    if (!codec.usableInSdp || taken.has(codec.name)) continue;
    target.add({
      label: codec.name,
      kind: "codec",
      detail: codec.summary,
      rank: rankIn(commonCodecs, codec.name, codec.media === "audio" ? 40 : 60),
      topic: { of: "codec", name: codec.name },
    });
  }
}
