// The signature of the call around a cursor, as text for the pages; "in full" shows its documentation too.

import { type Subject, signatureAt } from "../../server/src/core/api.ts";

export function signatureAnswer(subject: Subject, offset: number, argument: string): string {
  const signature = signatureAt(subject, offset);
  if (signature === undefined) return "nothing";
  const { label, documentation, parameters, active } = signature;
  const current = active === undefined ? undefined : parameters[active];
  const lines = [label];
  if (current !== undefined) {
    lines.push(`${" ".repeat(current.start)}${"^".repeat(current.end - current.start)}`);
    lines.push(...current.documentation.split("\n").slice(0, argument === "in full" ? 8 : 4));
  }
  if (argument === "in full") lines.push("", documentation);
  return lines.join("\n");
}
