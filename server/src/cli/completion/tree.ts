// The commands and flags as a shell completes them, read from commander's own: there is no second list to keep.

import type { Argument, Command, Option } from "commander";
import { series } from "../../core/api.ts";

/** What may stand in a place. */
export type Values =
  | { readonly kind: "files" | "folders" | "rules" | "rule levels" | "anything" }
  | { readonly kind: "words"; readonly words: readonly string[] };

/** What is written where a rule is asked for. */
export interface RuleWords {
  readonly rules: readonly string[];
  readonly groups: readonly string[];
  readonly levels: readonly string[];
}

export interface CompletedFlag {
  /** "--version", and "-V" where there is a short one. */
  readonly long: string;
  readonly short: string | undefined;
  readonly description: string;
  /** Absent where the flag takes no value. */
  readonly values: Values | undefined;
  /** The word for the value, such as "file". */
  readonly valueName: string;
  readonly repeatable: boolean;
}

export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly CompletedFlag[];
  /** What stands without a flag, in order; the last one may come again. */
  readonly places: readonly Values[];
}

export interface CompletedProgram {
  readonly name: string;
  readonly flags: readonly CompletedFlag[];
  readonly commands: readonly CompletedCommand[];
}

export function completedProgram(program: Command): CompletedProgram {
  const help = program.createHelp();
  const flags = (command: Command): CompletedFlag[] => help.visibleOptions(command).map(flagOf);
  return {
    name: program.name(),
    flags: flags(program),
    commands: help.visibleCommands(program).map((command) => ({
      name: command.name(),
      description: help.subcommandDescription(command),
      flags: flags(command),
      places: command.registeredArguments.map(valuesOfArgument),
    })),
  };
}

function flagOf(option: Option): CompletedFlag {
  const valueName = /[<[]([^>]*?)[>\]]+$/.exec(option.flags)?.[1] ?? "";
  return {
    long: option.long ?? "",
    short: option.short,
    description: option.description,
    values: option.required || option.optional ? valuesNamed(valueName, option.argChoices) : undefined,
    valueName,
    repeatable: /\brepeatable\b/.test(option.description),
  };
}

function valuesOfArgument(argument: Argument): Values {
  return valuesNamed(argument.name(), argument.argChoices);
}

/** The names of values say what they are: `<file>`, `[dir]`, `<id=level>`. */
function valuesNamed(name: string, choices: readonly string[] | undefined): Values {
  if (choices !== undefined) return { kind: "words", words: choices };
  if (/^(?:file|files|path|paths)$/.test(name)) return { kind: "files" };
  if (name === "dir") return { kind: "folders" };
  if (name === "version") return { kind: "words", words: series.map(String) };
  if (name === "topic") return { kind: "rules" };
  if (name === "id=level") return { kind: "rule levels" };
  return { kind: "anything" };
}
