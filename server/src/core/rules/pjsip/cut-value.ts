import { codecNamed } from "../../catalog/codecs.ts";
import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Finding, Fix, PjsipRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const cutValue: PjsipRule = {
  id: "pjsip/cut-value",
  on: "pjsip",
  effect: "works-otherwise",
  summary: "Value cut off by a semicolon that is not escaped",
  check: ({ objects }, { catalog }) => cutFindings(optionsOf(objects, catalog)),
};

/** An option with what is known of it. */
export interface KnownOption {
  readonly option: ConfigOption;
  readonly spec: OptionSpec | undefined;
}

/** The options on which a comment swallows a part of the value; also used for wizards. */
export function* cutFindings(options: Iterable<KnownOption>): Iterable<Finding> {
  for (const { option, spec, after, hits } of cutOptions(options)) {
    if (spec === undefined || !wasMeant(option, spec, after)) continue;
    const { file, span } = valuePlace(option);
    const start = span.end;
    const kept = spec.secret === true ? "only its beginning" : quoted(option.value);
    const many = hits === 1 ? "" : ` for ${hits} objects`;
    yield {
      file,
      span: { start, end: start + after.trimEnd().length },
      message: `";" starts a comment here: Asterisk takes ${kept} for the value of ${quoted(option.name)}${many}`,
      fixes: [fixOf(spec, { file, span: { start, end: start + 1 } })],
    };
  }
}

function* optionsOf(objects: readonly PjsipObject[], catalog: PjsipCatalog): Iterable<KnownOption> {
  for (const object of objects) {
    const type = catalog.types.get(object.type);
    for (const option of object.options) {
      if (textAfter(option) !== "") yield { option, spec: type?.option(option.name) };
    }
  }
}

interface CutOption extends KnownOption {
  readonly after: string;
  hits: number;
}

/** The lines on which a comment touches the value, with how many objects have them. */
function cutOptions(options: Iterable<KnownOption>): Iterable<CutOption> {
  const found = new Map<ConfigOption["line"], CutOption>();
  for (const { option, spec } of options) {
    const after = textAfter(option);
    if (after === "") continue;
    const before = found.get(option.line);
    if (before === undefined) found.set(option.line, { option, spec, after, hits: 1 });
    else before.hits++;
  }
  return found.values();
}

/** The comment that begins right behind the value, without a blank between; empty where there is none. */
function textAfter(option: ConfigOption): string {
  const { line, file } = option;
  // Nearly every line ends with its value: look no further.
  if (line.cooked === undefined && file.lines.text.charCodeAt(line.valueEnd) !== 59) return "";
  const { end } = valuePlace(option).span;
  if (file.lines.text.charAt(end) !== ";" || end > line.end) return "";
  return file.lines.text.slice(end, line.end);
}

const uriParameter =
  /^;(transport|lr|user|method|maddr|ttl|line|ob|tag|comp|sips|rport|expires|q|cic|phone-context|[a-z]+=)/i;
const listKinds: ReadonlySet<string> = new Set([
  "codecList",
  "cidrAcl",
  "identifyMatch",
  "hostPortList",
  "mailboxList",
]);

/** Whether the text behind the ";" reads as a part of such a value rather than as a remark. */
function wasMeant(option: ConfigOption, spec: OptionSpec, after: string): boolean {
  const first = after.charCodeAt(1);
  if (spec.secret === true) return first > 32 && first !== 59;
  const rest = asciiLower(after);
  switch (spec.kind) {
    case "uri":
    case "uriList":
    case "uriPatternVar":
      return uriParameter.test(rest) && /^<?sips?:/i.test(option.value);
    case "codecList":
      return codecNamed(/^;([a-z0-9]+)\s*(?:[;,|].*)?$/.exec(rest)?.[1] ?? "") !== undefined;
    case "callerid":
      // A name in quotes that is not closed before the semicolon.
      return (option.value.split('"').length - 1) % 2 === 1;
    case "mailboxList":
      return /^;[^\s;@]+@/.test(rest);
    case "cidrAcl":
    case "identifyMatch":
    case "hostPortList":
      return /^;[0-9a-f.:/]+\s*(;.*)?$/.test(rest) && /[.:]/.test(rest);
    default:
      return false;
  }
}

/** A list wants a comma instead; elsewhere the semicolon is a part of the value. */
function fixOf(spec: OptionSpec, place: { file: Finding["file"]; span: Finding["span"] }): Fix {
  const text = listKinds.has(spec.kind) ? "," : "\\;";
  return { title: `Write ${quoted(text)}`, safe: false, edits: [{ ...place, text }] };
}
