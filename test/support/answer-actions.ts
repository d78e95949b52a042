// What can be done at the cursor ("actions"), and the files after doing it ("action TITLE").

import type { FileEdit, Files, Subject } from "../../server/src/core/api.ts";
import { type Action, actionsAt, matchEdit, mendEdits } from "../../server/src/core/editor-api.ts";
import type { Answer } from "./answers.ts";
import { check, edited } from "./installation.ts";

function actions(subject: Subject, offset: number): Action[] {
  return actionsAt({
    subject,
    problems: check(subject.installation.files),
    span: { start: offset, end: offset },
    wants: () => true,
    canAsk: true,
  });
}

/** A line for each action: its title, and "!" in front of the one that is preferred. */
export const actionsAnswer: Answer = (subject, offset) =>
  actions(subject, offset)
    .map(({ title, preferred }) => `${preferred ? "! " : ""}${title}`)
    .join("\n");

/** The files that an action changes, or the text of its snippet. */
export const actionAnswer: Answer = (subject, offset, argument) => {
  const [title = "", form] = argument.split(" as ");
  const action = actions(subject, offset).find((one) => one.title === title);
  if (action === undefined) throw new Error(`no action "${title}"`);
  const { what } = action;
  if ("askFor" in what) return "asks for addresses";
  if (form === "snippet") return "snippet" in what ? (what.snippet ?? "") : "";
  const { files } = subject.installation;
  const edits = "mend" in what ? mendEdits(what.mend, subject.file, files, check) : what.edits;
  return changed(edits, files);
};

/** The files after match lines for the addresses of the argument were written, or why they cannot be. */
export const matchAnswer: Answer = (subject, offset, argument) => {
  const answer = matchEdit(subject, offset, [argument]);
  return "refusal" in answer ? answer.refusal : changed(answer.edits, subject.installation.files);
};

function changed(edits: readonly FileEdit[], files: Files): string {
  return [...edited(files, edits)].map(([path, text]) => `--- ${path}\n${text}`).join("");
}
