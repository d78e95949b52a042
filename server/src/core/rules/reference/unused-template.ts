import { isPjsipFile, knownFile } from "../../catalog/files.ts";
import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigSection } from "../../config/section.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { type Header, headers } from "../config/headers.ts";
import type { Finding, LoadRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const unusedTemplate: LoadRule = {
  id: "reference/unused-template",
  on: "load",
  effect: "redundant",
  summary: "Template that no section inherits from",
  *check(load): Iterable<Finding> {
    // Files that come with Asterisk show some of what they can in such templates.
    if (load.outcome !== "loaded" || load.partial || !isOwnWork(load.root)) return;
    const unused = templatesOf(load);
    for (const section of load.sections) {
      if (unused.size === 0) return;
      for (const base of section.bases) unused.delete(base.section);
    }
    // What stands behind a header by mistake may be the name of its template.
    let leftovers: readonly string[] | undefined;
    for (const section of unused) {
      const { name } = section;
      leftovers ??= headers(load, ({ restStart, restEnd }) => restStart < restEnd).map(leftover);
      if (leftovers.some((text) => text.includes(name))) continue;
      yield {
        ...headerPlace(section),
        message: `no section inherits from template ${quoted(name)}, so it does nothing`,
      };
    }
  },
};

/** Templates with options in the root file; a file that is included may serve other files, too. */
function templatesOf(load: ConfigLoad): Set<ConfigSection> {
  return new Set(
    load.sections.filter(
      ({ template, options, file }) => template && options.length > 0 && file.path === load.root,
    ),
  );
}

function leftover({ file, line }: Header): string {
  return (line.cooked?.text ?? file.lines.text).slice(line.restStart, line.restEnd);
}

function isOwnWork(root: string): boolean {
  const reader = knownFile(root)?.reader;
  return isPjsipFile(root) || reader === "wizard" || reader === "pbx_config";
}
