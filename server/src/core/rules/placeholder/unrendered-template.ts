import { isPjsipFile, knownFile } from "../../catalog/files.ts";
import type { ConfigLoad } from "../../config/load.ts";
import type { LoadedFile } from "../../config/section.ts";
import { printedLine } from "../../config/section.ts";
import { readLines } from "../../syntax/read-lines.ts";
import type { Tag } from "../../syntax/template/tags.ts";
import { meets } from "../../syntax/template/template.ts";
import { isSecretName } from "../../text/secret-names.ts";
import { eachFile } from "../config/words.ts";
import type { LoadRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const unrenderedTemplate: LoadRule = {
  id: "placeholder/unrendered-template",
  on: "load",
  effect: "works-otherwise",
  summary: "Template that no template engine has rendered",
  *check(load) {
    for (const file of eachFile(load)) {
      const [first, ...others] = tagsOf(file, load);
      const template = file.template;
      if (first === undefined || template === undefined) continue;
      const more = others.length === 0 ? "as it stands" : `and ${others.length} more as they stand`;
      const text = template.source.text.slice(first.start, Math.min(first.end, first.start + 60));
      yield {
        file,
        span: first,
        message: `this file is a template that has not been rendered: Asterisk takes ${quoted(text)} ${more}`,
        log: logOf(file),
      };
    }
  },
};

/** The tags that Asterisk would read in a file whose name does not say that it is a template. */
function tagsOf({ template }: LoadedFile, { root }: ConfigLoad): readonly Tag[] {
  if (template === undefined || template.named || template.engine === "names") return [];
  if (isPjsipFile(root) || knownFile(root)?.reader === "wizard")
    return template.tags.filter((tag) => !isInPassword(tag, template.source.text));
  // Elsewhere braces may well be meant: only lines that are no configuration are a sure sign.
  return template.tags.some(({ kind }) => kind === "open") ? template.tags : [];
}

/** Any text can be a password: only one that is nothing but a tag was left to be filled in. */
function isInPassword({ start, end }: Tag, text: string): boolean {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const [, name, value = ""] = /^\s*([\w/]+)\s*=>?\s*(.*)$/.exec(before) ?? [];
  if (name === undefined || !isSecretName(name.slice(name.lastIndexOf("/") + 1))) return false;
  return value !== "" || !/^\s*(?:;.*)?$/.test(text.slice(end, end + 200).split("\n", 1)[0] ?? "");
}

/** What Asterisk logs of lines that are for the engine alone. */
function logOf(file: LoadedFile): string[] {
  const { template } = file;
  if (template === undefined) return [];
  const { lines } = readLines(template.source.text);
  return lines.flatMap((line) =>
    line.kind === "malformed" && line.fault === "no-equals" && meets(line, template.tags)
      ? [`No '=' (equal sign) in line ${printedLine(file, line)} of ${file.printedName}`]
      : [],
  );
}
