// The documentation of what is proposed, as Markdown.

import { codecNamed } from "../../catalog/codecs.ts";
import { variable } from "../../catalog/variables.ts";
import { lineAt } from "../../syntax/line-at.ts";
import { maskLine } from "../../text/secrets.ts";
import type { Installation } from "../../workspace/installation.ts";
import {
  applicationDocumentation,
  functionDocumentation,
  letterDocumentation,
} from "../documentation/call-documentation.ts";
import {
  codecDocumentation,
  objectDocumentation,
  optionDocumentation,
  variableDocumentation,
} from "../documentation.ts";
import { settersText } from "../hover/variable-hover.ts";
import { code, fenced, paragraphs } from "../markdown.ts";
import { dialplanNames, extensionLines } from "./dialplan-names.ts";
import type { Topic } from "./item.ts";

/** Undefined where nothing is known. */
export function topicDocumentation(installation: Installation, topic: Topic): string | undefined {
  const { catalog, dialplanCatalog, settings } = installation;
  const { version } = settings;
  switch (topic.of) {
    case "type": {
      const type = topic.name === "wizard" ? catalog.wizard : catalog.types.get(topic.name);
      return type && objectDocumentation(type.spec);
    }
    case "option": {
      const type = topic.type === "wizard" ? catalog.wizard : catalog.types.get(topic.type);
      const spec = type?.option(topic.name);
      return spec && optionDocumentation(spec, topic.type, version);
    }
    case "codec": {
      const codec = codecNamed(topic.name);
      return codec && codecDocumentation(codec);
    }
    case "application": {
      const spec = dialplanCatalog.application(topic.name);
      return spec && applicationDocumentation(spec, version);
    }
    case "function": {
      const spec = dialplanCatalog.function(topic.name);
      return spec && functionDocumentation(spec, version);
    }
    case "variable": {
      const spec = variable(topic.name);
      return spec && variableDocumentation(spec, version);
    }
    case "letter": {
      const spec =
        topic.what === "application"
          ? dialplanCatalog.application(topic.call)
          : dialplanCatalog.function(topic.call);
      const option = spec?.options.find(({ letter }) => letter === topic.letter);
      return option && letterDocumentation(option);
    }
    case "extension":
      return extensionText(installation, topic.context, topic.name);
    case "dialplan-variable":
      return variableText(installation, topic.name);
    case "section":
      return sectionText(installation, topic.file, topic.start);
  }
}

const mostLines = 25;

/** The lines of a section without its secrets. */
function sectionText({ files }: Installation, file: string, start: number): string | undefined {
  const content = files.read(file);
  if (typeof content === "string" || start >= content.text.length) return undefined;
  const { text } = content;
  const lines: string[] = [];
  for (let at = start; at < text.length && lines.length <= mostLines; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    if (at > start && lineAt(text, at).line?.kind === "section") break;
    lines.push(maskLine(text.slice(at, end).replace(/\r$/, "")));
    at = end + 1;
  }
  while (lines.length > 0 && lines[lines.length - 1]?.trim() === "") lines.pop();
  if (lines.length > mostLines) lines.splice(mostLines, lines.length, "...");
  return fenced(lines.join("\n"), /extensions/.test(file) ? "asterisk-dialplan" : "asterisk-conf");
}

/** The lines of an extension without its secrets. */
function extensionText(installation: Installation, context: string, name: string): string | undefined {
  const lines = extensionLines(dialplanNames(installation).sectionsOf(context), name).map(
    ({ name: word, value }) => maskLine(`${word} => ${value}`),
  );
  if (lines.length === 0) return undefined;
  if (lines.length > mostLines) lines.splice(mostLines, lines.length, "...");
  return paragraphs([
    `**${name}** · extension in ${code(context)}`,
    fenced(lines.join("\n"), "asterisk-dialplan"),
  ]);
}

function variableText(installation: Installation, name: string): string {
  return paragraphs([`**\${${name}}** · variable`, settersText({ installation, roots: [] }, name)]);
}
