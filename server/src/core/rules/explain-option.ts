// "Error parsing allow=pcmu at line 7 of" can come from many mistakes. Which one it was shows when the option is
// judged again: in an object of each type that could have logged the message.

import { pjsipCatalog } from "../catalog/pjsip.ts";
import { memoryFiles } from "../config/memory-files.ts";
import { openInstallation } from "../workspace/installation.ts";
import type { Settings } from "../workspace/settings.ts";
import { checkInstallation } from "./run.ts";

const refusedValue = /^Error parsing ([^=]+)=(.*) at line \d+ of /;
const unknownName = /^Could not find option suitable for category '.*' named '(.*)' at line \d+ of /;

/** The rules that say such a message about an option of that name and value; none for other messages. */
export function rulesByExample(message: string, settings: Settings): readonly string[] {
  const value = refusedValue.exec(`${message} `);
  const name = value ?? unknownName.exec(`${message} `);
  if (name === null) return [];
  const line = `${name[1] ?? ""} = ${(value?.[2] ?? "").replace(/;/g, "\\;")}`;
  const sections = [...pjsipCatalog(settings.version).types.keys()].map(
    (type) => `[${type}-example]\ntype = ${type}\n${line}\n`,
  );
  const files = memoryFiles({ "pjsip.conf": sections.join("") });
  const problems = checkInstallation(openInstallation(files, settings), ["pjsip.conf"]);
  const beginning =
    value === null ? "Could not find option suitable for category '" : `Error parsing ${value[1]}=`;
  const found = problems.filter(({ log }) => log.some((text) => text.startsWith(beginning)));
  return [...new Set(found.map(({ rule }) => rule))];
}
