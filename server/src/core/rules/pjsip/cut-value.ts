import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { ConfigOption } from "../../config/load.ts";
import { valuePlace } from "../../config/option-span.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { quoted } from "./words.ts";

export const cutValue: PjsipRule = {
  id: "pjsip/cut-value",
  on: "pjsip",
  effect: "works-otherwise",
  summary: "Value cut off by a semicolon that is not escaped",
  *check(model, { catalog }): Iterable<Finding> {
    const seen = new Set<ConfigOption["line"]>();
    for (const object of model.objects) {
      const type = catalog.types.get(object.type);
      for (const option of object.options) {
        const after = textAfter(option);
        if (after === "" || seen.has(option.line)) continue;
        seen.add(option.line);
        const spec = type?.option(option.name);
        if (spec === undefined || !wasMeant(option, spec, after)) continue;
        const { file, span } = valuePlace(option);
        const at = { start: span.end, end: span.end };
        const kept = spec.secret === true ? "only its beginning" : quoted(option.value);
        yield {
          file,
          span: { start: span.end, end: span.end + after.trimEnd().length },
          message: `";" starts a comment here: Asterisk takes ${kept} for the value of "${option.name}"`,
          fixes: [{ title: 'Write "\\;"', safe: false, edits: [{ file, span: at, text: "\\" }] }],
        };
      }
    }
  },
};

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
      return /^;\s*[a-z0-9]+\s*([;,|].*)?$/.test(rest) && first > 32;
    case "cidrAcl":
    case "identifyMatch":
      return /^;[0-9a-f.:/]+\s*(;.*)?$/.test(rest) && /[.:]/.test(rest);
    default:
      return false;
  }
}
