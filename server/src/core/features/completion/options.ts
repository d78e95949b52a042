// Names of options that a section can still take.

import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { TypeCatalog } from "../../catalog/pjsip.ts";
import { has } from "../../catalog/version.ts";
import { asciiLower } from "../../text/ascii.ts";
import { maskValue } from "../../text/secrets.ts";
import type { SectionAt, Token } from "../cursor/model.ts";
import { wizardPrefixes } from "../cursor.ts";
import { optionDetail } from "../documentation.ts";
import { generalOptions } from "../general-options.ts";
import { moduleOptions } from "../module-words.ts";
import { loadedSections } from "../subject-file.ts";
import { commonOptions, rankIn } from "./common.ts";
import type { Proposals } from "./item.ts";
import { behind, type Place, proposalsFor } from "./place.ts";
import { wizardOrder } from "./wizard-order.ts";

/** At the beginning of a line, or in the name of an option. */
export function optionNames(place: Place, token: Token): Proposals {
  const proposals = proposalsFor(place, token.span);
  const { section, fileKind } = place.cursor;
  if (section === undefined) return proposals;
  const line: Line = {
    proposals,
    sign: /^\s*[+=]/.test(behind(place, token.span)) ? "" : signOf(place, section),
    ...linesOf(place, section, token),
  };
  const { catalog } = place.subject.installation;
  if (fileKind === "wizard") wizardOptions(place, line);
  else if (fileKind === "pjsip") {
    const type = section.type === undefined ? undefined : catalog.types.get(section.type);
    if (type === undefined) untypedOptions(place, line);
    else for (const spec of specsOf(type)) addOption(place, line, spec, type, spec.name);
  } else otherOptions(place, line);
  return proposals;
}

interface Line {
  readonly proposals: Proposals;
  /** What is written between a name and its value; "" where that is there already. */
  readonly sign: string;
  /** Options that the section has lines of, with their values, by names in lower case. */
  readonly own: ReadonlyMap<string, string>;
  /** Values that it inherits, by names in lower case. */
  readonly inherited: ReadonlyMap<string, string>;
}

/** Blanks around "=" as the section writes them. */
function signOf({ subject }: Place, { body }: SectionAt): string {
  const found = /^[ \t]*[\w/@]+([ \t]*)=([ \t]*)[^\s>=]/m.exec(subject.text.slice(body.start, body.end));
  return found === null ? "=" : `${found[1] === "" ? "" : " "}=${found[2] === "" ? "" : " "}`;
}

function linesOf(
  { subject }: Place,
  { body, section }: SectionAt,
  { span }: Token,
): Pick<Line, "own" | "inherited"> {
  const own = new Map<string, string>();
  const text = `${subject.text.slice(body.start, span.start)}\n${subject.text.slice(span.end, body.end)}`;
  for (const [, name = "", value = ""] of text.matchAll(/^[ \t]*([\w/@.-]+)[ \t]*\+?=>?([^;\r\n]*)/gm))
    own.set(asciiLower(name), value.trim());
  const inherited = new Map<string, string>();
  for (const { name, value, line, file } of section?.options ?? []) {
    const here = file.path === subject.file && line.start >= body.start && line.start < body.end;
    if (!here) inherited.set(asciiLower(name), value);
  }
  return { own, inherited };
}

function specsOf({ spec, version }: TypeCatalog): OptionSpec[] {
  return spec.options.filter(
    ({ pattern, introduced, removed }) =>
      pattern === undefined && has(introduced, version) && (removed === undefined || !has(removed, version)),
  );
}

function addOption(
  place: Place,
  { proposals, sign, own, inherited }: Line,
  spec: OptionSpec,
  type: TypeCatalog,
  name: string,
  rank?: number,
): void {
  const lower = asciiLower(name);
  const repeats = spec.occurrence === "accumulate" || spec.occurrence === "perName";
  if (own.has(lower) && !repeats) return;
  const before = inherited.get(lower);
  if (before !== undefined && (spec.occurrence === "first" || spec.kind === "type")) return;
  const { version } = place.subject.installation.settings;
  const deprecated = spec.deprecated !== undefined && has(spec.deprecated.since, version);
  const required = isRequired(type, spec.name) && !inherited.has(lower);
  const usual = rankIn(commonOptions[type.spec.type], name, 60);
  const likely = rank ?? (spec.kind === "type" ? 0 : required ? usual - 1 : usual);
  const detail = optionDetail(spec, version);
  proposals.add({
    label: name,
    kind: "option",
    detail: before === undefined ? detail : `inherited: ${maskValue(name, before).slice(0, 60)}`,
    text: `${name}${sign}`,
    filter: name,
    rank:
      deprecated || spec.kind === "ignored"
        ? 900
        : likely + (before !== undefined ? 300 : own.has(lower) ? 100 : 0),
    deprecated,
    topic: { of: "option", type: type.spec.type, name: spec.name },
    goesOn: sign !== "",
  });
}

function isRequired({ spec }: TypeCatalog, name: string): boolean {
  return (
    spec.required?.includes(name) === true || spec.requiredOneOf?.some((names) => names[0] === name) === true
  );
}

/** A section whose type is not written yet: its type first, then what fits to the lines that it has. */
function untypedOptions(place: Place, line: Line): void {
  const { types } = place.subject.installation.catalog;
  const fitting = [...types.values()].filter((type) =>
    [...line.own.keys()].every((name) => name === "type" || type.option(name) !== undefined),
  );
  const endpoint = types.get("endpoint");
  if (endpoint?.option("type") !== undefined) {
    const spec = endpoint.option("type");
    if (spec !== undefined && !line.own.has("type")) addOption(place, line, spec, endpoint, "type");
  }
  if (line.own.size === 0) return;
  for (const type of fitting) for (const spec of specsOf(type)) addOption(place, line, spec, type, spec.name);
}

function wizardOptions(place: Place, line: Line): void {
  const { catalog } = place.subject.installation;
  const order = wizardOrder(new Map([...line.inherited, ...line.own]));
  for (const spec of specsOf(catalog.wizard)) {
    if (spec.name.includes("*")) continue;
    addOption(place, line, spec, catalog.wizard, spec.name, rankIn(order, spec.name, 60));
  }
  for (const [prefix, name] of wizardPrefixes) {
    const type = catalog.types.get(name);
    if (type === undefined) continue;
    for (const spec of specsOf(type)) {
      if (spec.kind === "type") continue;
      const written = `${prefix}/${spec.name}`;
      const usual = 100 + rankIn(commonOptions[name], spec.name, 60);
      addOption(place, line, spec, type, written, rankIn(order, written, usual));
    }
  }
}

/** Of other files nobody knows the options: those that other sections of the same file have. */
function otherOptions(place: Place, { proposals, sign, own }: Line): void {
  const { all } = loadedSections(place.subject);
  const { fileKind, section } = place.cursor;
  if (fileKind === "dialplan" && asciiLower(section?.name ?? "") === "general")
    for (const [label, detail] of generalOptions)
      if (!own.has(label))
        proposals.add({
          label,
          kind: "option",
          detail,
          text: `${label}${sign}`,
          filter: label,
          goesOn: true,
        });
  if (fileKind === "dialplan") return;
  if (place.cursor.root === "modules.conf")
    moduleOptions.forEach(([label, detail], rank) => {
      if (label === "autoload" && own.has(label)) return;
      proposals.add({
        label,
        kind: "option",
        detail,
        rank,
        text: `${label}${sign}`,
        filter: label,
        goesOn: true,
      });
    });
  for (const { name, options, file } of all.values()) {
    if (file.path !== place.subject.file) continue;
    for (const option of options) {
      if (!own.has(asciiLower(option.name)) && !/^\d+$/.test(option.name))
        proposals.add({
          label: option.name,
          kind: "option",
          detail: `as in [${name}]`,
          text: `${option.name}${sign === "" ? "" : option.line.operator === "=>" ? " => " : sign}`,
          filter: option.name,
          goesOn: sign !== "",
        });
    }
  }
}
