// What the rules about values that somebody still has to fill in share: one report for each file and kind.

import { isPjsipFile, knownFile } from "../../catalog/files.ts";
import type { ConfigLoad } from "../../config/load.ts";
import type { Place } from "../../config/option-span.ts";
import type { LoadedFile } from "../../config/section.ts";
import type { PjsipFault } from "../../pjsip/model.ts";
import {
  isTemplateText,
  mayHoldPlaceholder,
  type PlaceholderKind,
  placeholderIn,
} from "../../pjsip/placeholder.ts";
import { type Line, type OptionLine, sourceSpan } from "../../syntax/line.ts";
import { isHidden, shown } from "../../syntax/template/marks.ts";
import { asciiLower } from "../../text/ascii.ts";
import { eachFile } from "../config/words.ts";
import { objects } from "../pjsip/words.ts";
import type { Effect, Finding, RuleContext } from "../rule.ts";
import { quoted } from "../words.ts";

/** A placeholder where it is written; without an option in a header or a line that is none. */
interface Occurrence extends Place {
  readonly option: string | undefined;
  readonly text: string;
}

const maximumRelated = 10;

/** Without a true value of these no call or registration can succeed. */
const decisive: ReadonlySet<string> = new Set([
  ...["contact", "match", "server_uri", "client_uri", "username", "outbound_proxy", "remote_hosts", "bind"],
]);

/** One finding for each file of a load that holds placeholders of a kind. */
export function* placeholderFindings(
  kind: "variable" | "blank",
  load: ConfigLoad,
  context: RuleContext,
  message: (first: string, count: number) => string,
): Generator<Finding> {
  if (!isPjsipFile(load.root) && knownFile(load.root)?.reader !== "wizard") return;
  for (const file of eachFile(load)) {
    if (!mayHoldPlaceholder(kind, file.template?.source.text ?? file.lines.text)) continue;
    const occurrences = file.lines.lines.flatMap((line) => occurrenceIn(kind, line, file));
    const [first, ...others] = occurrences;
    if (first === undefined) continue;
    const faults = context.faults.filter((fault) => isOf(fault, kind, file));
    const dropped = faults.find(({ judgement }) => judgement.rejects);
    yield {
      file,
      span: first.span,
      message: `${message(nameOf(first), occurrences.length)}${andDrops(dropped)}`,
      // A program may well put something in place of a variable before Asterisk starts.
      ...(kind === "variable" ? {} : { effect: effectOf(dropped, occurrences) }),
      log: [...new Set(faults.flatMap(({ log }) => log))],
      related: others.slice(0, maximumRelated).map(({ span }) => ({ file, span, message: "another one" })),
    };
  }
}

function andDrops(fault: PjsipFault | undefined): string {
  return fault === undefined ? "" : `, and drops ${objects(fault)} for it`;
}

function effectOf(dropped: PjsipFault | undefined, occurrences: readonly Occurrence[]): Effect {
  if (dropped !== undefined) return "object-rejected";
  const decides = occurrences.some(({ option }) => {
    const name = asciiLower(option ?? "");
    return decisive.has(name.slice(name.lastIndexOf("/") + 1));
  });
  return decides ? "call-fails" : "works-otherwise";
}

function isOf({ judgement, file: { path } }: PjsipFault, kind: PlaceholderKind, file: LoadedFile): boolean {
  const { option, placeholder } = judgement;
  if (placeholder !== true || option === undefined || path !== file.path) return false;
  return placeholderIn(shown(option.name), shown(option.value))?.kind === kind;
}

/** The placeholder as typed; the one for a password might be the password. */
function nameOf({ option, text }: Occurrence): string {
  return option !== undefined && /pass|secret|cred|token|register/i.test(option)
    ? `the value of ${quoted(option)}`
    : quoted(text);
}

function occurrenceIn(kind: PlaceholderKind, line: Line, file: LoadedFile): Occurrence[] {
  if (line.kind === "option") return inOption(kind, line, file);
  if (line.kind !== "section" || kind === "blank") return [];
  const { nameStart, nameEnd } = line;
  const whole = line.cooked?.text ?? file.lines.text;
  const found = placeholderIn("", shown(whole.slice(nameStart, nameEnd)));
  if (found?.kind !== kind) return [];
  const [start, end] = [nameStart + found.start, nameStart + found.end];
  return [
    { file, span: sourceSpan(line, start, end), option: undefined, text: shown(whole.slice(start, end)) },
  ];
}

function inOption(kind: PlaceholderKind, line: OptionLine, file: LoadedFile): Occurrence[] {
  const { operator, value, appended, valueEnd } = line;
  const name = shown(line.name);
  if (isTemplateText(name)) return [];
  const written = shown(operator === "+=" ? appended : value);
  const found = placeholderIn(name, written);
  if (found?.kind !== kind) return [];
  // The settings say that something is put in the place of the team's own.
  const raw = (operator === "+=" ? appended : value).charAt(found.start);
  if (isHidden(raw) && written.charAt(found.start) !== "$") return [];
  const from = valueEnd - written.length;
  const span = sourceSpan(line, from + found.start, from + found.end);
  return [{ file, span, option: name, text: written.slice(found.start, found.end) }];
}
