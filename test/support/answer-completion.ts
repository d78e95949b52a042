// What is proposed at a cursor, as text for the pages: `NUMBER`: the first so many; words: only those labels;
// "resolve LABEL": the documentation of one.

import {
  type CompletionItem,
  completionAt,
  type Subject,
  topicDocumentation,
} from "../../server/src/core/api.ts";

export function completionAnswer(subject: Subject, offset: number, argument: string): string {
  const { items, incomplete } = completionAt(subject, offset);
  const wanted = /^resolve (.*)$/.exec(argument)?.[1];
  if (wanted !== undefined) {
    const topic = items.find(({ label }) => label === wanted)?.topic;
    const text = topic === undefined ? undefined : topicDocumentation(subject.installation, topic);
    return (text ?? "nothing").replaceAll("```", "~~~");
  }
  const most = /^\d+$/.test(argument) ? Number(argument) : 100;
  const labels = argument === "" || /^\d+$/.test(argument) ? undefined : new Set(argument.split(" "));
  const shown = labels === undefined ? items.slice(0, most) : items.filter(({ label }) => labels.has(label));
  const lines = shown.map((item) => lineOf(item, subject, offset));
  if (labels === undefined && items.length > most) lines.push(`and ${items.length - most} others`);
  if (incomplete) lines.push("and more while typing");
  if (lines.length === 0) lines.push("nothing");
  return lines.join("\n");
}

function lineOf(item: CompletionItem, subject: Subject, offset: number): string {
  const { label, kind, detail, text, snippet, deprecated, span } = item;
  const replaced = subject.text.slice(span.start, span.end);
  const at = offset - span.start;
  const place = replaced === "" ? "" : ` for "${replaced.slice(0, at)}|${replaced.slice(at)}"`;
  const insert = snippet ?? text;
  const written = insert === label ? "" : `, writes ${insert}`;
  return `${label} [${kind}]${deprecated ? " deprecated" : ""}${place}${detail === undefined ? "" : `: ${detail}`}${written}`;
}
