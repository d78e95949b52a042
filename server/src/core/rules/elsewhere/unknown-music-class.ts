import type { InstallationRule } from "../rule.ts";
import { linesIn, linesOf, missingInOptions, missingNames } from "./names.ts";

export const unknownMusicClass: InstallationRule = {
  id: "elsewhere/unknown-music-class",
  on: "installation",
  effect: "works-otherwise",
  summary: "Class of music on hold that musiconhold.conf does not have",
  *check(installation) {
    const classes = installation.elsewhere().musicClasses();
    if (classes === undefined) return;
    const outcome = { text: otherMusic, log: notFound };
    yield* missingNames(installation, "moh-class", classes, noClass, () => outcome);
    const names = { has: (name: string) => classes.has(name), set: classes };
    const lines = [
      ...linesOf(installation, "endpoint", "moh_suggest"),
      ...linesIn(installation, "queues.conf", "musicclass"),
      ...linesIn(installation, "queues.conf", "musiconhold"),
    ];
    yield* missingInOptions(lines, false, names, noClass, otherMusic);
  },
};

const noClass = "musiconhold.conf has no class";
const otherMusic = "callers hear another class, or silence";
const notFound = (name: string): string =>
  `Music on Hold class '${name}' not found in memory. Verify your configuration.`;
