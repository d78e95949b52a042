import type { ConfigLoad } from "../../config/load.ts";
import { sourceSpan } from "../../syntax/line.ts";
import { asciiLower, trimBlanks } from "../../text/ascii.ts";
import { isSipLine } from "../chan-sip/sip-sections.ts";
import type { Finding, LoadRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { type Header, headers } from "./headers.ts";

export const headerLeftover: LoadRule = {
  id: "config/header-leftover",
  on: "load",
  effect: "works-otherwise",
  summary: "Text behind a section header, which is ignored",
  *check(load) {
    let names: ReadonlySet<string> | undefined;
    let known: ReturnType<typeof definitions> | undefined;
    for (const header of headers(load, ({ restStart, restEnd }) => restStart < restEnd)) {
      const { line } = header;
      const text = line.cooked?.text ?? header.file.lines.text;
      const rest = text.slice(line.restStart, line.restEnd);
      const start = line.restStart + rest.length - rest.trimStart().length;
      // A whole section of sip.conf in one line is told as what it is.
      if (isSipLine(load.root, rest)) continue;
      if (/^[a-z][\w-]*\s*\+?=/i.test(rest.trimStart())) yield option(header, start);
      const options = /^\s*\(([^()]*)\)/.exec(rest);
      names ??= sectionNames(load);
      known ??= definitions(load);
      if (
        options !== null &&
        (options[1] ?? "").split(",").every((item) => isOption(item, names ?? new Set()))
      )
        yield ignoredOptions(header, start, line.restStart + options[0].length, known);
    }
  },
};

function option({ file, line }: Header, start: number): Finding {
  const span = sourceSpan(line, start, line.restEnd);
  const gap = sourceSpan(line, line.restStart, start);
  // A line ends before its newline, so the new one has to end as the old one does.
  const end = file.lines.text.charAt(line.end - 1) === "\r" ? "\r\n" : "\n";
  return {
    file,
    span,
    message: `${quotedPiece(file.lines.text.slice(span.start, span.end))} stands behind the section header: Asterisk ignores it`,
    effect: "line-ignored",
    fixes:
      line.cooked === undefined
        ? [{ title: "Put it on a line of its own", safe: false, edits: [{ file, span: gap, text: end }] }]
        : [],
  };
}

function ignoredOptions(
  { file, line }: Header,
  start: number,
  end: number,
  isBefore: ReturnType<typeof definitions>,
): Finding {
  const span = sourceSpan(line, start, end);
  const written = quotedPiece(file.lines.text.slice(span.start, span.end));
  const isSecond = line.modifiers.length > 0;
  // From behind "]", or from the ")" of the first options, up to and with the "(".
  const join = sourceSpan(line, line.restStart - (isSecond ? 1 : 0), start + 1);
  // Joined to a base that is not there yet, or to itself, the header would be worse than now.
  const items = (line.cooked?.text ?? file.lines.text)
    .slice(start + 1, end - 1)
    .split(",")
    .map(trimBlanks);
  const fits = items.every((item) => item === "!" || isBefore(item, line));
  return {
    file,
    span,
    message: isSecond
      ? `Asterisk reads one pair of parentheses only and ignores ${written}`
      : `A blank stands between "]" and "(": Asterisk ignores ${written}`,
    fixes:
      line.cooked === undefined && fits
        ? [
            {
              title: isSecond ? "Join the parentheses" : "Remove the blank",
              safe: false,
              edits: [{ file, span: join, text: isSecond ? "," : "(" }],
            },
          ]
        : [],
  };
}

/** Tells whether a section of some name is defined before a header. */
function definitions(load: ConfigLoad): (name: string, line: Header["line"]) => boolean {
  const first = new Map<string, number>();
  const order = new Map<Header["line"], number>();
  for (const [index, { name, header }] of load.sections.entries()) {
    order.set(header, index);
    const key = asciiLower(name);
    if (!first.has(key)) first.set(key, index);
  }
  return (name, line) => (first.get(asciiLower(name)) ?? Infinity) < (order.get(line) ?? 0);
}

/** Anything else in parentheses is a remark. */
function isOption(item: string, names: ReadonlySet<string>): boolean {
  const name = trimBlanks(item);
  return name === "!" || name.startsWith("+") || names.has(asciiLower(name));
}

function sectionNames(load: ConfigLoad): Set<string> {
  return new Set(headers(load).map(({ line }) => asciiLower(line.name)));
}
