// What Asterisk logs of a fault in a file's syntax, and which faults are none: lines for a template engine.

import { knownFile } from "../../catalog/files.ts";
import type { ConfigFault } from "../../config/fault.ts";
import type { ConfigLoad } from "../../config/load.ts";
import { isTemplateText } from "../../pjsip/placeholder.ts";

/** The messages for a fault, with those of the module that asked for the file. */
export function syntaxLog(fault: ConfigFault, load: ConfigLoad): readonly string[] {
  return fault.ends === "root" && load.outcome === "rejected"
    ? [...fault.log, ...rejection(load.root)]
    : fault.log;
}

/** Whether the line of a fault was meant for a template engine, as in {% if tls %}. */
export function isOfTemplate({ file, span }: ConfigFault): boolean {
  const { text } = file.lines;
  const start = text.lastIndexOf("\n", Math.max(0, span.start - 1)) + 1;
  const end = text.indexOf("\n", span.start);
  return isTemplateText(text.slice(start, Math.min(end === -1 ? text.length : end, start + 2000)));
}

/** What the module that asked for a file says when the file is rejected. */
function rejection(root: string): string[] {
  const reader = knownFile(root)?.reader;
  if (reader === "sorcery" || reader === "wizard")
    return [`Contents of config file '${root}' are invalid and cannot be parsed`];
  if (reader === "pbx_config") return ["pbx_config declined to load."];
  return [];
}
