import type { Edit, Finding, SuppressionRule } from "../rule.ts";
import type { SuppressedName, Suppression, SuppressionUse } from "./suppression.ts";

export const unusedSuppression: SuppressionRule = {
  id: "suppression/unused",
  on: "suppression",
  effect: "redundant",
  summary: "Comment that silences a rule which finds nothing there",
  *check(use) {
    for (const { all } of use.files) {
      for (const suppression of all) yield* findings(suppression, use);
    }
  },
};

function* findings(suppression: Suppression, use: SuppressionUse): Generator<Finding> {
  const { file, names, comment } = suppression;
  const unused = names.filter((name) => isUnused(name, suppression, use));
  if (unused.length === names.length) {
    const [only] = names;
    yield {
      file,
      span: comment,
      message: `${only !== undefined && names.length === 1 ? only.text : "None of these rules"} finds nothing ${places[suppression.scope]}`,
      fixes: [{ title: "Remove the comment", safe: false, edits: [withoutComment(suppression)] }],
    };
    return;
  }
  for (const name of unused) {
    yield {
      file,
      span: name.span,
      message: `${name.text} finds nothing ${places[suppression.scope]}`,
      fixes: [{ title: "Remove it", safe: false, edits: [withoutName(suppression, name)] }],
    };
  }
}

const places: Readonly<Record<Suppression["scope"], string>> = {
  line: "in this line",
  section: "in this section",
  file: "in this file",
};

/** What stands there in case that a rule of this group speaks up is not unused. */
function isUnused(name: SuppressedName, { file }: Suppression, use: SuppressionUse): boolean {
  const { text } = name;
  if (use.used.has(name) || !use.isKnown(text) || /^suppression(?:\/|$)/.test(text)) return false;
  return use.isChecked(text, file);
}

/** Takes the comment out, and its line where nothing else is in it. */
export function withoutComment({ file, comment }: Suppression): Edit {
  const { text } = file.lines;
  let { start, end } = comment;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  const isAlone = start === 0 || text.charAt(start - 1) === "\n";
  if (isAlone) {
    if (text.charAt(end) === "\r") end++;
    if (text.charAt(end) === "\n") end++;
  }
  return { file, span: { start, end }, text: "" };
}

function withoutName({ file, names }: Suppression, name: SuppressedName): Edit {
  const index = names.indexOf(name);
  const next = names[index + 1];
  const before = names[index - 1];
  const start = next === undefined ? (before?.span.end ?? name.span.start) : name.span.start;
  return { file, span: { start, end: next?.span.start ?? name.span.end }, text: "" };
}
