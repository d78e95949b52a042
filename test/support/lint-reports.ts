// Runs reports of lint over installations in memory, harmless ones and such as nobody would write.

import {
  added,
  type Checked,
  checkInstallation,
  defaultSettings,
  emptySummary,
  type Failure,
  memoryFiles,
  openInstallation,
  type Report,
  Reports,
  type SarifOptions,
} from "../../server/src/core/api.ts";
import { pages } from "../../server/src/core/pages-api.ts";
import { readPages } from "./pages.ts";

/** An installation with its problems. */
export function checkedOf(files: Readonly<Record<string, string>>, installation = "."): Checked {
  const content = memoryFiles(files);
  const roots = Object.keys(files).filter((path) => !path.includes("/"));
  const problems = checkInstallation(openInstallation(content, defaultSettings), roots);
  return { installation, problems, text: (path) => files[path] };
}

/** All that a report prints. */
export function reportOf(report: Report, all: readonly Checked[], failures: readonly Failure[] = []): string {
  let text = "";
  const reports = new Reports([report], (_, piece) => {
    text += piece;
  });
  let summary = emptySummary;
  for (const checked of all) {
    reports.add(checked);
    summary = added(summary, checked.problems, 1);
  }
  reports.finish({ summary, files: ["clean.conf"], failures });
  return text;
}

/** The Bad examples of all pages, each in a directory of its own. */
export function everyExample(): Checked[] {
  return readPages().flatMap(({ id, examples }) =>
    examples
      .filter(({ verdict }) => verdict === "Bad")
      .map(({ files }, index) => checkedOf(Object.fromEntries(files), `${id}/${index}`)),
  );
}

/** Every kind of character that some format has a meaning for, or cannot hold. */
const odd = "a b%41,c:d;e]]>&<\"'\\\u0001\u001b\u007f\u0085\u2028\u202e\ufffe\uffff\ud83d\ude00\udcff-\ud800";

/** Files of odd names with problems whose messages quote odd names. */
export function oddInstallation(): Checked {
  const mistake = `[${odd.replace(/[\];]/g, "")}]\ntype=endpoint\nallow=ulaw,${odd.replace(/[,;]/g, "")}\nno equals ${odd}\n`;
  const names = ["a b%20,c:d.conf", "line\nbreak.conf", "byte\udcff.conf", "]]>&<\"'.conf", "ü😀#?.conf"];
  const files = Object.fromEntries(names.map((name) => [`odd/${name}`, mistake]));
  const checked = checkedOf({ "pjsip.conf": "#include odd/*.conf\n", ...files });
  return checked;
}

export const oddFailure: Failure = { path: `/etc/${odd}`, reason: "permission denied" };

/** As on a machine where the checkout lies in /work/site. */
export const sarifOptions: SarifOptions = {
  version: "1.2.3",
  page: (rule) => pages.get(rule),
  projectPath: (path) => path,
  absolutePath: (path) => (path.startsWith("/") ? path : `/work/${path.replace(/^\.\.\//, "")}`),
};
