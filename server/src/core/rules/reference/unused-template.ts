import { isPjsipFile, knownFile } from "../../catalog/files.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { type Header, headers } from "../config/headers.ts";
import { quoted } from "../pjsip/words.ts";
import type { Finding, LoadRule } from "../rule.ts";

export const unusedTemplate: LoadRule = {
  id: "reference/unused-template",
  on: "load",
  effect: "redundant",
  summary: "Template that no section inherits from",
  *check(load): Iterable<Finding> {
    // Files that come with Asterisk show some of what they can in such templates.
    if (load.outcome !== "loaded" || load.partial || !isOwnWork(load.root)) return;
    const bases = new Set(load.sections.flatMap((section) => section.bases.map((base) => base.section)));
    // What stands behind a header by mistake may be the name of its template.
    let leftovers: readonly string[] | undefined;
    for (const section of load.sections) {
      const { template, options, file, name } = section;
      // A file that is included may serve other files, too.
      if (!template || options.length === 0 || bases.has(section) || file.path !== load.root) continue;
      leftovers ??= headers(load, ({ restStart, restEnd }) => restStart < restEnd).map(leftover);
      if (leftovers.some((text) => text.includes(name))) continue;
      yield {
        ...headerPlace(section),
        message: `no section inherits from template ${quoted(name)}, so it does nothing`,
      };
    }
  },
};

function leftover({ file, line }: Header): string {
  return (line.cooked?.text ?? file.lines.text).slice(line.restStart, line.restEnd);
}

function isOwnWork(root: string): boolean {
  const reader = knownFile(root)?.reader;
  return isPjsipFile(root) || reader === "wizard" || reader === "pbx_config";
}
