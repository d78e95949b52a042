// "expect explain LINE": what a line of the log means in this installation, up to the pages of the rules.

import { checkInstallation, ruleLevels } from "../../server/src/core/api.ts";
import { causesOf, explainLine } from "../../server/src/core/editor-api.ts";
import { pages } from "../../server/src/core/pages-api.ts";
import { shown } from "./answer-documentation.ts";
import type { Answer } from "./answers.ts";

export const explain: Answer = ({ installation, roots }, _offset, line) => {
  const problems = checkInstallation(installation, roots, ruleLevels().rules);
  const all = problems.map((problem) => ({ problem, place: `${problem.file}@${problem.span.start}` }));
  const causes = causesOf(line, all, new Set(["/etc/asterisk"]));
  const { rules, markdown } = explainLine(line, causes, pages, installation.settings);
  const [beginning = ""] = markdown.split(/^# /m);
  return `${rules.join(" ")}\n${shown(beginning).trimEnd()}`;
};
