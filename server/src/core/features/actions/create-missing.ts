// Objects and contexts that are named and do not exist: the smallest section that Asterisk takes, where it belongs.

import { contextTarget, type MissingReference } from "../../pjsip/references.ts";
import { placeOf } from "../../rules/application/places.ts";
import { lineBehind, optionLine, pieceOf } from "../../rules/fix.ts";
import { type BrokenJump, brokenJumps } from "../../rules/jump/broken-jumps.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { FileEdit } from "../../text/edits.ts";
import type { Span } from "../../text/span.ts";
import type { Installation } from "../../workspace/installation.ts";
import type { Subject } from "../subject.ts";
import { atEnd, lastLineAround, snippetText, withBreaksOf } from "./section-end.ts";

export interface Creation {
  readonly title: string;
  /** Where the missing name stands. */
  readonly span: Span;
  readonly edits: readonly FileEdit[];
  /** The text of the only edit with places to fill in, as an editor's snippet. */
  readonly snippet: string;
}

/** What can be created for the names that a span of a file touches. */
export function missingThings({ installation, file }: Subject, span: Span): Creation[] {
  const found = new Map<string, Creation>();
  const add = (creation: Creation | undefined): void => {
    if (creation !== undefined && !found.has(creation.title)) found.set(creation.title, creation);
  };
  for (const missing of installation.references().missing) {
    const { option, item, target } = missing;
    if (option.file.path !== file && option.appends.length === 0) continue;
    const place = pieceOf(option, item.start, item.end);
    if (place?.file.path !== file || !touch(place.span, span)) continue;
    const [object] = missing.objects;
    // ARI makes contexts of such names for its applications.
    if (target !== contextTarget) add(newObject(missing, place.span, installation));
    else if (object?.type === "endpoint" && !item.text.startsWith("stasis-"))
      add(newContext(item.text, place.span, "exten => _X.,1,Hangup()", installation));
  }
  for (const broken of lostJumps(installation)) {
    const { jump, line } = broken;
    if (line.step.option.file.path !== file) continue;
    const written = [jump.context, jump].find((part) => part !== undefined && part.start < part.end);
    const place = placeOf(line, written ?? jump.call.application);
    if (touch(place.span, span))
      add(newContext(broken.miss.context, place.span, firstLine(broken), installation));
  }
  return [...found.values()];
}

function lostJumps(installation: Installation): readonly BrokenJump[] {
  if (installation.load("extensions.conf").outcome !== "loaded") return [];
  const broken = brokenJumps(installation.dialplan(), installation);
  return broken.filter(({ mistake, jump }) => mistake === "unknown-context" && jump.kind !== "macro");
}

/** The line that the jump goes to. */
function firstLine({ jump, miss }: BrokenJump): string {
  const label = typeof miss.priority === "string" ? `(${miss.priority})` : "";
  const end = jump.kind === "gosub" ? "Return()" : "Hangup()";
  return `exten => ${miss.extension ?? (jump.kind === "context" ? "_X." : "s")},1${label},${end}`;
}

function newContext(
  name: string,
  span: Span,
  line: string,
  installation: Installation,
): Creation | undefined {
  const load = installation.load("extensions.conf");
  const root = load.files.find(({ path }) => path === "extensions.conf");
  const isTaken = load.sections.some((section) => section.name === name);
  if (root === undefined || isTaken || !isHeaderName(name) || /[\n;]/.test(line)) return undefined;
  const edit = atEnd(root, `[${name}]\n${line}`);
  if (edit === undefined) return undefined;
  const call = /(?:Hangup|Return)\(\)/.exec(edit.text);
  const at = call?.index ?? edit.text.length;
  const snippet = `${snippetText(edit.text.slice(0, at))}$0${snippetText(edit.text.slice(at))}`;
  return { title: `Create context ${name}`, span, edits: [edit], snippet };
}

function newObject(missing: MissingReference, span: Span, installation: Installation): Creation | undefined {
  const { item, target, option, objects } = missing;
  const [object] = objects;
  const options = objectOptions(missing, installation);
  const isTemplate = object?.section.file.lines.text.includes(`[${item.text}](!`) === true;
  if (options === undefined || object === undefined || isTemplate || !isHeaderName(item.text))
    return undefined;
  const { file } = option;
  const line = lastLineAround(file, option.line.start);
  if (line === undefined) return undefined;
  const all = [["type", target] as const, ...options];
  const text = ["", `[${item.text}]`, ...all.map(([name, value]) => optionLine(object.section, name, value))];
  const edit = lineBehind({ file, line }, withBreaksOf(file.lines.text, text.join("\n")));
  if (edit === undefined) return undefined;
  let stop = 0;
  const snippet = edit.text
    .split(/(<[a-z]+>)/)
    .map((part, index) => (index % 2 === 1 ? `\${${++stop}:${part}}` : snippetText(part)))
    .join("");
  const edits = [{ ...edit, file: file.path }];
  return { title: `Create ${target} ${item.text}`, span, edits, snippet };
}

type Options = readonly (readonly [name: string, value: string])[];

/** What Asterisk asks of an object of the type at least. */
function objectOptions(missing: MissingReference, installation: Installation): Options | undefined {
  const { target, name, item, objects } = missing;
  if (target === "aor") return [["max_contacts", "1"]];
  if (target === "transport") return transportOptions(asciiLower(item.text), installation);
  if (target === "auth") {
    const user = name === "auth" ? (objects[0]?.id ?? item.text) : "<user>";
    return [
      ["username", user],
      ["password", "<password>"],
    ];
  }
  if (target !== "endpoint") return undefined;
  const contexts = installation.contexts() ?? new Set<string>();
  const context = [`from-${item.text}`, item.text, "default"].find((one) => contexts.has(one));
  const hasAor = installation
    .objects()
    .ofType("aor")
    .some(({ id }) => id === item.text);
  return [
    ...(context === undefined ? [] : [["context", context] as const]),
    ["disallow", "all"],
    ["allow", "alaw,ulaw"],
    ...(hasAor ? [["aors", item.text] as const] : []),
  ];
}

function transportOptions(name: string, installation: Installation): Options {
  const protocol = ["wss", "ws", "tls", "tcp"].find((one) => name.includes(one)) ?? "udp";
  const isTaken = installation.objects().ofType("transport").length > 0;
  const bind = protocol === "tls" ? "0.0.0.0:5061" : isTaken ? "0.0.0.0:5070" : "0.0.0.0";
  const keys = `${installation.settings.directory}/keys/asterisk`;
  return [
    ["protocol", protocol],
    ["bind", /^wss?$/.test(protocol) ? "0.0.0.0" : bind],
    ...(protocol === "tls"
      ? [["cert_file", `${keys}.crt`] as const, ["priv_key_file", `${keys}.key`] as const]
      : []),
  ];
}

/** Whether a name stands in a header as it is. */
function isHeaderName(name: string): boolean {
  return name !== "" && name.length <= 79 && !/[[\]();\s]|--/.test(name);
}

function touch(left: Span, right: Span): boolean {
  return left.start <= right.end && right.start <= left.end;
}
