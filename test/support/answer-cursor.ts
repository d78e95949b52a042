// What stands at a cursor, as text for the pages.

import { type CallAt, cursorAt, type Subject, type Token } from "../../server/src/core/api.ts";

export function cursorAnswer(subject: Subject, offset: number): string {
  const cursor = cursorAt(subject, offset);
  const { kind, fileKind, section } = cursor;
  const type = section?.type === undefined ? "" : `, type ${section.type}`;
  const lines = [`${kind} in ${fileKind}${section === undefined ? "" : `, [${section.name}]${type}`}`];
  const add = (name: string, text: string | undefined) => {
    if (text !== undefined) lines.push(`${name}: ${text}`);
  };
  const token = (name: string, { text, span }: Token) => {
    const before = subject.text.slice(span.start, Math.min(offset, span.end));
    const behind = subject.text.slice(Math.max(offset, span.start), span.end);
    const place =
      offset < span.start || offset > span.end
        ? subject.text.slice(span.start, span.end)
        : `${before}|${behind}`;
    const source = `${before}${behind}`;
    lines.push(`${name}: ${place}${source === text || place === text ? "" : `, read as ${text}`}`);
  };
  if ("token" in cursor) token("token", cursor.token);
  if ("name" in cursor) add("of", cursor.name.text);
  if ("item" in cursor && cursor.item.text !== cursor.token.text) token("item", cursor.item);
  if ("others" in cursor && cursor.others.length > 0) add("others", cursor.others.join(" "));
  if ("spec" in cursor) add("option", cursor.spec === undefined ? "unknown" : cursor.spec.kind);
  if ("extension" in cursor) add("extension", cursor.extension);
  if ("calls" in cursor) for (const call of cursor.calls) add("call", callText(call));
  if ("letter" in cursor && cursor.letter !== undefined)
    add("letter", `${cursor.letter.letter}(${cursor.letter.argument.text})`);
  if ("location" in cursor && cursor.location !== undefined) {
    const { parts, index, separator } = cursor.location;
    add("location", `${parts.map(({ text }) => text).join(` ${separator} `)}, part ${index + 1}`);
  }
  return lines.join("\n");
}

function callText({ what, access, name, index, argument, arguments: given, closed }: CallAt): string {
  const written = access === "write" ? "written " : "";
  const found = argument === undefined ? "" : `, ${argument.name} (${argument.kind})`;
  return `${written}${what} ${name.text}, argument ${index + 1} of ${given.length}${found}${closed ? "" : ", open"}`;
}
