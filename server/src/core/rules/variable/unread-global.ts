import { variable } from "../../catalog/variables.ts";
import { namePlace } from "../../config/option-span.ts";
import type { LoadedFile } from "../../config/section.ts";
import type { Installation, InstallationQuestion } from "../../workspace/installation.ts";
import { rootFiles } from "../../workspace/installation.ts";
import { sectionsNamed } from "../dialplan/general.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const unreadGlobal: DialplanRule = {
  id: "variable/unread-global",
  on: "dialplan",
  effect: "redundant",
  profile: "strict",
  summary: "Global variable whose name stands nowhere else",
  *check(dialplan, { installation, load }) {
    if (dialplan.partial || load.root !== "extensions.conf") return;
    const options = sectionsNamed(load, "globals").flatMap((section) => section.options);
    if (options.length === 0) return;
    const { count, beginnings, isWhole } = installation.ask(words, undefined);
    if (!isWhole) return;
    const own = new Map<string, number>();
    for (const { name } of options) own.set(plain(name), (own.get(plain(name)) ?? 0) + 1);
    for (const option of options) {
      const name = plain(option.name);
      // What Asterisk itself reads, it reads from globals, too.
      if (variable(name) !== undefined) continue;
      if (option.appends.length > 0 || (count.get(name) ?? 0) > (own.get(name) ?? 0)) continue;
      // ${TRUNK_${SITE}} reads TRUNK_ and more.
      if (beginnings.some((start) => name.startsWith(start))) continue;
      yield {
        ...namePlace(option),
        message: `Nothing in these files reads ${quoted(name)}`,
      };
    }
  },
};

function plain(name: string): string {
  return name.replace(/^__?/, "");
}

interface Words {
  /** How often each word stands in the lines that Asterisk reads. */
  readonly count: ReadonlyMap<string, number>;
  /** What stands before a substitution within a name. */
  readonly beginnings: readonly string[];
  readonly isWhole: boolean;
}

const words: InstallationQuestion<undefined, Words> = {
  compute: (installation) => {
    const count = new Map<string, number>();
    const beginnings = new Set<string>();
    let isWhole = true;
    for (const { lines } of filesOf(installation, () => {
      isWhole = false;
    })) {
      for (const line of lines.lines) {
        if (line.kind !== "option") continue;
        const text = (line.cooked?.text ?? lines.text).slice(line.nameStart, line.valueEnd);
        for (const [word] of text.matchAll(/[A-Za-z0-9_-]+/g)) {
          const name = plain(word);
          count.set(name, (count.get(name) ?? 0) + 1);
        }
        for (const [, start = ""] of text.matchAll(/([A-Za-z0-9_-]+)\$[{[]/g)) beginnings.add(start);
      }
    }
    return { count, beginnings: [...beginnings], isWhole };
  },
};

/** Every file that Asterisk reads, each once. */
function filesOf({ files, load }: Installation, partial: () => void): Iterable<LoadedFile> {
  const found = new Map<string, LoadedFile>();
  for (const root of rootFiles(files)) {
    const loaded = load(root);
    if (loaded.partial) partial();
    for (const file of loaded.files) found.set(file.path, file);
  }
  return found.values();
}
