// What `upgrade` prints: what breaks, what works otherwise, what will be gone one day.

import { type AsteriskVersion, formatVersion } from "../catalog/version.ts";
import type { Problem } from "../rules/problem.ts";
import type { UpgradeProblems } from "../rules/upgrade-problems.ts";
import { counted } from "../text/counted.ts";
import { type Checked, ProblemView, type ShownProblem } from "./checked.ts";
import { Fingerprints } from "./fingerprint.ts";
import { Reported } from "./report.ts";
import type { Style } from "./style.ts";
import { problemText } from "./text-report.ts";

/** One installation and what the newer version makes of it. */
export interface UpgradeChecked extends Omit<Checked, "problems">, UpgradeProblems {}

/** Frames by chapter, then one sentence that sums up. At most `limit` problems of a chapter are printed in full. */
export function* upgradeText(
  checked: readonly UpgradeChecked[],
  from: AsteriskVersion,
  to: AsteriskVersion,
  style: Style,
  limit: number,
): Generator<string> {
  const fingerprints = new Fingerprints();
  for (const [name, title] of chapters) {
    let shown = 0;
    let left = 0;
    for (const one of checked) {
      const view = new ProblemView({ ...one, problems: one[name] });
      for (const problem of one[name]) {
        if (shown === 0) yield `${style.bold(title)}\n\n`;
        if (shown++ < limit) yield `${problemText(new Reported(problem, view, fingerprints), style)}\n\n`;
        else left++;
      }
    }
    if (left > 0) yield `... and ${left} more. --format json lists all of them.\n\n`;
  }
  yield `${summary(checked, from, to)}\n`;
}

export function* upgradeJson(
  checked: readonly UpgradeChecked[],
  from: AsteriskVersion,
  to: AsteriskVersion,
): Generator<string> {
  const installations = checked.map((one) => {
    const shown = (problems: readonly Problem[]): ShownProblem[] => {
      const view = new ProblemView({ ...one, problems });
      return problems.map((problem) => view.show(problem));
    };
    return {
      installation: one.installation,
      breaks: shown(one.breaks),
      changes: shown(one.changes),
      deprecated: shown(one.deprecated),
      before: one.before,
      unsure: one.unsure,
    };
  });
  yield `${JSON.stringify({ from: formatVersion(from), to: formatVersion(to), installations }, undefined, 2)}\n`;
}

const chapters = [
  ["breaks", "Breaks"],
  ["changes", "Works otherwise"],
  ["deprecated", "Deprecated: works still"],
] as const;

function summary(checked: readonly UpgradeChecked[], from: AsteriskVersion, to: AsteriskVersion): string {
  const count = (name: "breaks" | "changes" | "deprecated"): number =>
    checked.reduce((sum, one) => sum + one[name].length, 0);
  const breaks = count("breaks");
  const way = `From Asterisk ${formatVersion(from)} to ${formatVersion(to)}`;
  const before = checked.reduce((sum, one) => sum + one.before, 0);
  const others =
    before === 0
      ? ""
      : ` ${counted(before, "other problem")} ${before === 1 ? "is" : "are"} there already; see "asterisk-analyzer lint".`;
  const templates = checked.reduce((sum, one) => sum + one.unsure.length, 0);
  const rest =
    templates === 0
      ? ""
      : ` Blocks of ${counted(templates, "template")} are not told of in full: render ${templates === 1 ? "it" : "them"} and check the result as well.`;
  return `${way}: ${breaks === 0 ? "nothing breaks" : `${counted(breaks, "thing")} ${breaks === 1 ? "breaks" : "break"}`}, ${count("changes")} ${count("changes") === 1 ? "works" : "work"} otherwise, ${count("deprecated")} ${count("deprecated") === 1 ? "is" : "are"} deprecated.${others}${rest}`;
}
