// Definitions, references, highlights, renames, lenses, symbols and call hierarchies as text: code frames of one line.

import { applyEdits, LineIndex, type Span, type Subject } from "../../server/src/core/api.ts";
import {
  callItem,
  codeLenses,
  definitions,
  highlights,
  incomingCalls,
  type Location,
  outgoingCalls,
  references,
  renamable,
  rename,
  workspaceSymbols,
} from "../../server/src/core/editor-api.ts";
import type { Answer } from "./answers.ts";

export const definitionAnswer: Answer = (subject, offset) => {
  const found = definitions(subject, offset);
  if (found === undefined) return "nothing";
  return found.targets.length === 0
    ? "no definition"
    : found.targets.map((location) => frame(subject, location)).join("");
};

export const referencesAnswer: Answer = (subject, offset, argument) =>
  listed(subject, references(subject, offset, argument === "with declarations"));

export const highlightAnswer: Answer = (subject, offset) =>
  highlights(subject, offset)
    .map(({ span, kind }) => `${kind} ${frame(subject, { file: subject.file, span })}`)
    .join("") || "nothing";

export const prepareAnswer: Answer = (subject, offset) => {
  const found = renamable(subject, offset);
  if (found === undefined) return "nothing";
  return typeof found === "string"
    ? `refused: ${found}`
    : frame(subject, { file: subject.file, span: found.span });
};

/** The lines that differ afterwards, and what the user is asked. */
export const renameAnswer: Answer = (subject, offset, newName) => {
  const edits = rename(subject, offset, newName);
  if (edits === undefined) return "nothing";
  if (typeof edits === "string") return `refused: ${edits}`;
  const files = [...new Set(edits.map(({ file }) => file))].sort();
  const questions = new Set(
    edits.flatMap(({ question }) =>
      question === undefined ? [] : [`${question.label}? ${question.description}`],
    ),
  );
  return files
    .flatMap((file) => {
      const before = textOf(subject, file);
      const after = applyEdits(
        before,
        edits.filter((edit) => edit.file === file),
      );
      const old = before.split("\n");
      return after
        .split("\n")
        .flatMap((line, index) => (line === old[index] ? [] : [`${file}:${index + 1}: ${line}`]));
    })
    .concat(...questions)
    .join("\n");
};

export const lensAnswer: Answer = (subject) => {
  const lines = new LineIndex(subject.text);
  return (
    codeLenses(subject)
      .map(({ span, title, locations }) => {
        const places = locations.map(({ file, span: at }) => `${file}:${lineOf(subject, file, at)}`);
        return `${lines.position(span.start).line}: ${title} (${places.join(", ")})`;
      })
      .join("\n") || "nothing"
  );
};

export const workspaceSymbolsAnswer: Answer = ({ installation, roots }, _offset, query) =>
  workspaceSymbols(installation, roots, query)
    .map(
      ({ kind, name, within, location }) =>
        `${kind} ${name}${within === "" ? "" : ` in ${within}`} (${location.file})`,
    )
    .join("\n") || "nothing";

export const callsAnswer: Answer = (subject, offset) => {
  const item = callItem(subject, offset);
  if (item === undefined) return "nothing";
  const incoming = incomingCalls(subject, item.name).map(({ item: other, ranges }) =>
    [`from ${other.kind} ${other.name}`, ...ranges.map((place) => framed(subject, place))].join("\n"),
  );
  const outgoing = outgoingCalls(subject.installation, item.name).map(({ item: other, ranges }) =>
    [`to ${other.kind} ${other.name}`, ...ranges.map((place) => framed(subject, place))].join("\n"),
  );
  return [`${item.kind} ${item.name}: ${item.detail}`, ...incoming, ...outgoing].join("\n");
};

function listed(subject: Subject, locations: readonly Location[]): string {
  return locations.length === 0 ? "nothing" : locations.map((one) => frame(subject, one)).join("");
}

function frame(subject: Subject, location: Location): string {
  return `${framed(subject, location)}\n`;
}

/** The line of a place, and the place below it. */
function framed(subject: Subject, { file, span }: Location): string {
  const text = textOf(subject, file);
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const end = text.indexOf("\n", span.start);
  const line = text.slice(start, end === -1 ? text.length : end);
  const length = Math.max(1, Math.min(span.end, start + line.length) - span.start);
  const carets = `${" ".repeat(span.start - start)}${"^".repeat(length)}`;
  return `${file}:${lineOf(subject, file, span)}\n  ${line}\n  ${carets}`;
}

function lineOf(subject: Subject, file: string, { start }: Span): number {
  return new LineIndex(textOf(subject, file)).position(start).line;
}

function textOf({ installation }: Subject, file: string): string {
  const content = installation.files.read(file);
  return typeof content === "string" ? "" : content.text;
}
