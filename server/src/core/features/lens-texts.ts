// What an editor shows above the header of a section: how it is reached and who builds on it.

import type { PjsipObject } from "../pjsip/judgement.ts";
import { allOptions, lastValue } from "../pjsip/objects/object-fault.ts";
import type { SectionLine } from "../syntax/line.ts";
import { sourceSpan } from "../syntax/line.ts";
import { asciiLower } from "../text/ascii.ts";
import { maskValue } from "../text/secrets.ts";
import type { Span } from "../text/span.ts";
import { fileKindOf, loadedSections, rootOf } from "./cursor/section-at.ts";
import { heirsOf, relationsOf } from "./relations.ts";
import type { Subject } from "./subject.ts";

export interface LensText {
  /** The name in the header. */
  readonly span: Span;
  /** "identified by 198.51.100.7". */
  readonly text: string;
}

/** The texts for all headers of a file, in order; several for one header stand together. */
export function lensTexts(subject: Subject): LensText[] {
  const { installation, file } = subject;
  const load = installation.load(rootOf(subject));
  const headers = load.files.find(({ path }) => path === file)?.lines.headers ?? [];
  return headers.flatMap((header) => {
    const span = sourceSpan(header, header.nameStart, header.nameEnd);
    return textsOf(subject, header).map((text) => ({ span, text }));
  });
}

function textsOf(subject: Subject, header: SectionLine): string[] {
  const section = loadedSections(subject).byHeader.get(header.start);
  if (section === undefined || section.header !== header) return [];
  const { installation } = subject;
  if (section.template) {
    const count = heirsOf(installation.load(rootOf(subject)), section).length;
    return [count === 0 ? "inherited by nothing" : `inherited by ${counted(count, "section")}`];
  }
  const kind = fileKindOf(subject);
  if (kind === "dialplan") return contextTexts(subject, section.name);
  if (kind !== "pjsip" && kind !== "wizard") return [];
  return relationsOf(installation)
    .objectsOf(section)
    .flatMap((object) => (object.type === "endpoint" ? endpointTexts(subject, object) : []));
}

function endpointTexts({ installation }: Subject, endpoint: PjsipObject): string[] {
  const naming = relationsOf(installation).namedBy("endpoint", endpoint.id);
  const identifies = naming.map(({ object }) => object).filter(({ type }) => type === "identify");
  const matches = identifies.flatMap((identify) => [
    ...allOptions(identify, "match").flatMap(({ value }) => value.split(",").map((text) => text.trim())),
    ...["match_header", "match_request_uri"].map((name) => maskValue(name, lastValue(identify, name))),
  ]);
  const written = matches.filter((text) => text !== "");
  if (written.length === 0) return [];
  const more = written.length > 2 ? ` and ${written.length - 2} more` : "";
  return [`identified by ${written.slice(0, 2).join(", ")}${more}`];
}

function contextTexts({ installation }: Subject, name: string): string[] {
  const lower = asciiLower(name);
  if (lower === "general" || lower === "globals") return [];
  const relations = relationsOf(installation);
  const objects = new Set(
    relations.namedBy("extensions.conf:context", name).map(({ object }) => object.section),
  );
  const entries = relations.entries(name).filter(({ kind }) => kind !== "default");
  const included = relations.includedBy(name).length;
  const jumps = relations
    .jumpsTo(name)
    .filter(({ line }) => line.places.some(({ priority }) => priority.context !== name)).length;
  const entered = [
    ...(objects.size === 0 ? [] : [counted(objects.size, "endpoint")]),
    ...(entries.length === 0
      ? []
      : [counted(entries.length, "place in other files", "places in other files")]),
    ...(jumps === 0 ? [] : [counted(jumps, "jump")]),
  ];
  return [
    ...(entered.length === 0 ? [] : [`entered from ${entered.join(", ")}`]),
    ...(included === 0 ? [] : [`included by ${counted(included, "context")}`]),
  ];
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
