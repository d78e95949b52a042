// Words and small look-ups that the rules about file syntax share.

import { knownFile } from "../../catalog/files.ts";
import type { ConfigFault } from "../../config/fault.ts";
import type { ConfigLoad } from "../../config/load.ts";
import type { LoadedFile } from "../../config/section.ts";
import type { Line, SectionLine } from "../../syntax/line.ts";
import type { RuleContext } from "../rule.ts";

/** What Asterisk does to the file for a fault, as the second half of a sentence, for any module. */
export function consequence(fault: ConfigFault, { root }: RuleContext): string {
  if (fault.ends === "nothing") return "Asterisk skips the line";
  if (fault.ends === "file") return `Asterisk drops the rest of ${fault.file.path}`;
  return `Asterisk rejects ${root} as a whole, and ${nothingLeft(root)}`;
}

/** Who is left without configuration when a root file is rejected. */
function nothingLeft(root: string): string {
  if (root === "pjsip.conf") return "has no PJSIP objects";
  if (knownFile(root)?.reader === "pbx_config") return "has no dialplan";
  return "the module that reads it gets nothing";
}

/** The line that a fault stands in. */
export function lineOf({ file, span }: ConfigFault): Line | undefined {
  return file.lines.lines.find((line) => line.start <= span.start && span.start <= line.end);
}

/** The section header that a fault stands in. */
export function headerOf(fault: ConfigFault): SectionLine | undefined {
  const line = lineOf(fault);
  return line?.kind === "section" ? line : undefined;
}

/** Each file of a load once, however often it is read. */
export function eachFile(load: ConfigLoad): LoadedFile[] {
  return [...new Map(load.files.map((file) => [file.path, file])).values()];
}
