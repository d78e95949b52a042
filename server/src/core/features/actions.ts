// All that can be done about a place in a file: the fixes of its problems, all fixes of their kind, what is missing,
// and comments that ask to be silent.

import type { Files } from "../config/files.ts";
import { type Mended, mendFiles } from "../rules/mend.ts";
import type { Problem } from "../rules/problem.ts";
import type { FileEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import type { Action } from "./actions/action.ts";
import { missingThings } from "./actions/create-missing.ts";
import { matchTarget } from "./actions/insert-match.ts";
import { silencings } from "./actions/silence.ts";
import type { Subject } from "./subject.ts";
import { loadedFile } from "./subject-file.ts";

export interface ActionRequest {
  readonly subject: Subject;
  /** All problems of the installation. */
  readonly problems: readonly Problem[];
  readonly span: Span;
  /** Whether a kind of action is wanted. */
  readonly wants: (kind: string) => boolean;
  /** Whether the user can be asked for addresses. */
  readonly canAsk: boolean;
}

const fixAllKind = "source.fixAll.asterisk";

/** Of more problems than these, nobody picks an action. */
const mostProblems = 100;

export function actionsAt({ subject, problems, span, wants, canAsk }: ActionRequest): Action[] {
  const own = problems.filter(({ file }) => file === subject.file);
  const actions: Action[] = [];
  // Whoever wants to mend something need not look below these.
  const silent: Action[] = [];
  if (wants("quickfix")) {
    const here = own.filter((problem) => touch(problem.span, span)).slice(0, mostProblems);
    actions.push(
      ...here.flatMap(fixesOf),
      ...(canAsk ? here.flatMap((problem) => questionsFor(problem, subject)) : []),
      ...fixesOfKind(here, own, subject.file),
      ...creations(subject, span, here),
    );
    silent.push(...silences(here, own, subject));
  }
  if (wants(fixAllKind) && own.some(({ fixes }) => fixes.some((fix) => fix.safe && isOf(subject.file, fix))))
    actions.push({
      title: "Fix all that is safe to fix",
      kind: fixAllKind,
      problems: [],
      preferred: false,
      what: { mend: "safe" },
    });
  return [...actions, ...silent];
}

/** The edits of an action that mends: of one file, sorted. */
export function mendEdits(
  mend: string | "safe",
  file: string,
  files: Files,
  check: (files: Files) => readonly Problem[],
  problems: readonly Problem[] = check(files),
): FileEdit[] {
  const mended: Mended = mendFiles({
    files,
    problems: problems.filter((problem) => problem.file === file),
    check: (now) => check(now).filter((problem) => problem.file === file),
    allows: (fix, { rule }) => (mend === "safe" ? fix.safe : rule === mend),
    mayChange: (path) => path === file,
  });
  return mended.files.changes.flatMap(({ path, edits }) => edits.map((edit) => ({ ...edit, file: path })));
}

function fixesOf(problem: Problem): Action[] {
  return problem.fixes.map(({ title, safe, edits }, fix) => ({
    title,
    kind: "quickfix",
    problems: [problem],
    preferred: safe,
    what: { edits, fix },
  }));
}

const aboutMatches: ReadonlySet<string> = new Set([
  "identify/unidentified-trunk",
  "identify/contact-not-matched",
  "identify/provider-not-matched",
  "pjsip/nothing-to-match",
]);

function questionsFor(problem: Problem, subject: Subject): Action[] {
  if (!aboutMatches.has(problem.rule)) return [];
  const target = matchTarget(subject, problem.span.start);
  if (target === undefined) return [];
  const title =
    target.type === "identify"
      ? `Enter addresses for identify "${target.id}" to match…`
      : `Enter the addresses that calls for "${target.id}" come from…`;
  const what = { askFor: "addresses", name: target.id, offset: problem.span.start } as const;
  return [{ title, kind: "quickfix", problems: [problem], preferred: false, what }];
}

function fixesOfKind(here: readonly Problem[], own: readonly Problem[], file: string): Action[] {
  const rules = new Set(here.filter((problem) => isFixableIn(file, problem)).map(({ rule }) => rule));
  return [...rules].flatMap((rule): Action[] => {
    const same = own.filter((problem) => problem.rule === rule && isFixableIn(file, problem));
    if (same.length < 2) return [];
    const title = `Fix all ${same.length} problems of ${rule} in this file`;
    const problems = here.filter((problem) => problem.rule === rule);
    return [{ title, kind: "quickfix", problems, preferred: false, what: { mend: rule } }];
  });
}

function isFixableIn(file: string, { fixes }: Problem): boolean {
  return fixes.some((fix) => isOf(file, fix));
}

function isOf(file: string, { edits }: Problem["fixes"][number]): boolean {
  return edits.every((edit) => edit.file === file);
}

function creations(subject: Subject, span: Span, here: readonly Problem[]): Action[] {
  return missingThings(subject, span).map(({ title, span: name, edits, snippet }) => ({
    title,
    kind: "quickfix",
    problems: here.filter((problem) => touch(problem.span, name)),
    preferred: false,
    what: { edits, snippet },
  }));
}

/** For each rule its line, and what is wider; a place of many problems offers no more. */
function silences(here: readonly Problem[], own: readonly Problem[], subject: Subject): Action[] {
  const [file] = here.length === 0 ? [] : [loadedFile(subject)];
  if (file === undefined) return [];
  const firsts = new Map<string, Problem>();
  for (const problem of here) if (!firsts.has(problem.rule)) firsts.set(problem.rule, problem);
  return [...firsts.values()].flatMap((problem) =>
    silencings(problem, own, file).map(
      ({ title, edits, snippet }): Action => ({
        title,
        kind: "quickfix",
        problems: [problem],
        preferred: false,
        what: snippet === undefined ? { edits } : { edits, snippet },
      }),
    ),
  );
}

function touch(left: Span, right: Span): boolean {
  return left.start <= right.end && right.start <= left.end;
}
