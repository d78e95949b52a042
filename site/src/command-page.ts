// The page of the command line: what every command says of itself under --help.

import type { Command, Option } from "commander";
import { buildProgram } from "../../server/src/cli/program.ts";
import { code, escapeHtml, table } from "./html.ts";
import { plainBlock } from "./markdown.ts";
import type { Page } from "./page.ts";

const path = "command-line/";

/** One section for each command, one anchor for each flag. */
export function commandPage(): Page {
  const program = buildProgram(() => {});
  const commands = program.commands;
  const name = program.name();
  return {
    path,
    title: "Command line",
    description: "Every command of asterisk-analyzer with its arguments and flags.",
    section: "command-line",
    body: `<h1>Command line</h1>
<p class="summary">${escapeHtml(program.description())}</p>
${table(
  ["Command", "What it does"],
  commands.map((command) => [
    `<a href="#${command.name()}">${escapeHtml(command.name())}</a>`,
    sentence(command.description()),
  ]),
)}
${helpTexts(program)}
${commands.map((command) => commandSection(name, command)).join("\n")}`,
    headings: commands.map((command) => ({ level: 2, id: command.name(), html: command.name() })),
    search: [
      { path, title: "Command line", kind: "page", summary: program.description(), log: "", text: "" },
      ...commands.flatMap((command) => [
        {
          path: `${path}#${command.name()}`,
          title: `${name} ${command.name()}`,
          kind: "command",
          summary: command.description(),
          log: "",
          text: command.options.map(({ flags }) => flags).join("\n"),
        },
        ...command.options.map((option) => ({
          path: `${path}#${anchor(command, option)}`,
          title: `${command.name()} ${option.long ?? option.flags}`,
          kind: "flag",
          summary: option.description,
          log: "",
          text: "",
        })),
      ]),
    ],
  };
}

function commandSection(program: string, command: Command): string {
  const { registeredArguments: parameters, options } = command;
  const parts = [
    `<h2 id="${command.name()}">${escapeHtml(command.name())}</h2>`,
    `<p>${sentence(command.description())}</p>`,
    plainBlock(`${program} ${command.name()} ${command.usage()}\n`, "usage"),
  ];
  if (parameters.length > 0)
    parts.push(
      table(
        ["Argument", "Meaning"],
        parameters.map((parameter) => [
          code(parameter.name() + (parameter.variadic ? "..." : "")),
          meaning(parameter.description, parameter.argChoices, parameter.defaultValue),
        ]),
      ),
    );
  if (options.length > 0)
    parts.push(
      table(
        ["Flag", "Meaning"],
        options.map((option) => [
          `<a class="anchor" id="${anchor(command, option)}" href="#${anchor(command, option)}">${code(option.flags)}</a>`,
          meaning(option.description, option.argChoices, option.defaultValue),
        ]),
      ),
    );
  parts.push(helpTexts(command));
  return parts.join("\n");
}

function anchor(command: Command, option: Option): string {
  return `${command.name()}${option.long ?? option.short ?? ""}`;
}

function meaning(description: string, choices: readonly string[] | undefined, value: unknown): string {
  const shown = Array.isArray(value) ? value.join(", ") : value;
  return [
    sentence(description),
    ...(choices === undefined ? [] : [`One of ${choices.map(code).join(", ")}.`]),
    ...(typeof shown === "string" && shown !== "" ? [`Default: ${code(shown)}`] : []),
  ].join(" ");
}

/** A description of commander's kind as a sentence. */
function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return escapeHtml(/\.$/.test(whole) || whole === "" ? whole : `${whole}.`);
}

/** What a command prints below its flags: blocks of lines, such as examples, and sentences, such as exit codes. */
function helpTexts(command: Command): string {
  const texts = afterHelp(command)
    .split(/\n{2,}/)
    .filter((text) => text !== "");
  return texts
    .map((text) => (text.includes("\n") ? plainBlock(`${text}\n`) : `<p>${escapeHtml(text)}</p>`))
    .join("\n");
}

function afterHelp(command: Command): string {
  let all = "";
  command.configureOutput({
    writeOut: (text) => {
      all += text;
    },
    getOutHasColors: () => false,
  });
  command.outputHelp();
  const help = command.helpInformation();
  return all.startsWith(help) ? all.slice(help.length).trim() : "";
}
