// The commands and their flags. What they do is in the *-command modules; those that need much code for themselves
// (YAML, the rule pages) are loaded when they run.

import { Argument, Command, Option } from "commander";
import { formatVersion, momentForms, newestVersion } from "../core/api.ts";
import type { Shell } from "./completion-command.ts";
import { type ConfigOptions, configCommand } from "./config-command.ts";
import { type EffectiveOptions, effectiveCommand } from "./effective-command.ts";
import { type EvalOptions, evalCommand } from "./eval-command.ts";
import type { FormatFlags } from "./format-command.ts";
import { type IdentifyOptions, identifyCommand } from "./identify-command.ts";
import { type InitOptions, initCommand } from "./init-command.ts";
import { formatNames, formats } from "./lint-formats.ts";
import { type LintModeOptions, runLint } from "./lint-modes.ts";
import { type MatchOptions, matchCommand } from "./match-command.ts";
import { type ColorChoice, chooseColor } from "./output.ts";
import { ownVersion } from "./own-version.ts";
import {
  type ProjectFlags,
  Projects,
  profileOption,
  versionOption,
  withCheckFlags,
  withProjectFlags,
  withSettingsFile,
} from "./projects.ts";
import type { TestOptions } from "./test-command.ts";
import type { UpgradeOptions } from "./upgrade-command.ts";
import { UsageError } from "./usage-error.ts";

const examples = `
Examples:
  $ asterisk-analyzer lint /etc/asterisk
  $ asterisk-analyzer lint --fix --diff .
  $ asterisk-analyzer format --check .
  $ asterisk-analyzer effective /etc/asterisk --file pjsip.conf --section 6001
  $ asterisk-analyzer identify 198.51.100.7 --from 4930555010 /etc/asterisk
  $ asterisk-analyzer match from-internal 4711 /etc/asterisk --time "sat 14:30"
  $ asterisk-analyzer eval '$[\${PRICE} * 1.19]' --var PRICE=100
  $ asterisk-analyzer upgrade --from 18 --to 23 /etc/asterisk
  $ asterisk-analyzer test trunks.test.yaml
  $ asterisk-analyzer explain "Could not find option suitable for category 'x' named 'y' at line 3 of "
  $ asterisk-analyzer explain --dir /etc/asterisk < /var/log/asterisk/full

Exit codes: 0 nothing found, 1 problems found, 2 wrong usage or an unreadable path, 70 a bug of this program.`;

/** The program; `done` gets the exit code of the command that ran. */
export function buildProgram(done: (code: number) => void): Command {
  const program = new Command("asterisk-analyzer")
    .description("Reads Asterisk configuration as Asterisk reads it, and says what Asterisk will do with it.")
    .version(ownVersion, "-V, --version")
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .addHelpText("after", examples);
  withCheckFlags(program.command("lint"))
    .description("check directories or files")
    .argument("[paths...]", "installations, trees that hold some, or single files", ["."])
    .addOption(
      new Option(
        "--format <format>",
        "format of the printed report (default: text; in GitHub Actions github follows it)",
      ).choices(formatNames),
    )
    .option(
      "--output <format[:file]>",
      "a report in a format of its own, into a file; repeatable",
      collect,
      [],
    )
    .addOption(
      new Option("--severity <level>", "exit with 1 from this severity on")
        .choices(["error", "warning", "hint"])
        .default("warning"),
    )
    .option("--fix", "apply safe fixes")
    .option("--unsafe", "with --fix or --diff: also fixes that may change what is meant")
    .option("--diff", "print what --fix would change, and write nothing")
    .option("--exit-zero", "exit with 0 even if there are problems")
    .option("--quiet", "problems and nothing else: no summary")
    .option("--baseline <file>", "leave out the problems that this file knows")
    .option("--update-baseline", "write all problems of now to the baseline")
    .option("--fail-on-stale", "exit with 1 where the baseline knows problems that are gone")
    .option("--statistics", "print how often each rule speaks instead of the problems")
    .option("--max-warnings <number>", "exit with 1 only when there are more warnings than that", wholeNumber)
    .option("--changed <since>", "only installations with files that git says were touched since a revision")
    .option("--stdin-filename <path>", "check standard input in the place of this file (lint -)")
    .option("--watch", "check again whenever a file changes")
    .addHelpText("after", formatHelp())
    .action(async (paths: string[], options: LintModeOptions & ProjectFlags) =>
      done(await runLint(paths, options)),
    );
  withProjectFlags(program.command("format"))
    .description("format files: blanks and blank lines, nothing that Asterisk reads")
    .argument("[paths...]", 'as with lint, "." where left out; "-" is standard input')
    .option("--check", "write nothing, name the files that are not formatted")
    .option("--diff", "write nothing, print what would change")
    .option("--stdin-filename <name>", "format standard input as the file of this name, and print it")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 with --check or --diff: something is not formatted, 2 wrong usage or a file that cannot be\nread or written.",
    )
    .action(async (paths: string[], options: FormatFlags & ProjectFlags) => {
      const { formatCommand } = await import("./format-command.ts");
      done(await formatCommand(paths, options, new Projects(options)));
    });
  withProjectFlags(program.command("effective"))
    .description("show a file after includes, templates and appends, with the origin of every value")
    .argument("[dir]", "configuration directory, or the file itself", ".")
    .option("--file <file>", "any file of the directory (default: pjsip.conf)")
    .option("--section <name>", "only sections of this name")
    .addOption(formatOption())
    .option("--show-secrets", "show passwords instead of ***")
    .action((path: string, options: EffectiveOptions & ProjectFlags) =>
      done(effectiveCommand(path, options, new Projects(options))),
    );
  withProjectFlags(program.command("identify"))
    .description("say which endpoint a request is taken for, by what, and who else would have it")
    .argument(
      "<address>",
      "source: ADDRESS, ADDRESS:PORT or [IPV6]:PORT; the port is 5060 where it is left out",
    )
    .argument("[dir]", "configuration directory", ".")
    .option("--from <user>", "From user, or user@domain")
    .option("--header <line>", 'a header of the request, "Name: value"; repeatable', collect, [])
    .option("--request-uri <uri>", "request URI, for instance sip:100@198.51.100.1:5060")
    .addOption(formatOption())
    .addHelpText(
      "after",
      "\nExit codes: 0 an endpoint is found, 1 none, 2 wrong usage or an unreadable path.",
    )
    .action((address: string, dir: string, options: IdentifyOptions & ProjectFlags) =>
      done(identifyCommand(address, dir, options, new Projects(options))),
    );
  withProjectFlags(program.command("match"))
    .description(
      "say which extension of the dialplan runs for a number, its steps, and which others take it too",
    )
    .argument("<context>", "context that the call enters")
    .argument("<number>", "what is dialled, or a name such as s")
    .argument("[dir]", "configuration directory", ".")
    .option("--cid <number>", 'number of the caller; "" for a caller without one')
    .option("--time <time>", `when the call comes in: ${momentForms}`)
    .addOption(formatOption())
    .addHelpText(
      "after",
      "\nExit codes: 0 an extension runs, 1 none for certain, 2 wrong usage or an unreadable path.",
    )
    .action((context: string, number: string, dir: string, options: MatchOptions & ProjectFlags) =>
      done(matchCommand(context, number, dir, options, new Projects(options))),
    );
  program
    .command("eval")
    .description("tell what a text of the dialplan becomes: variables, functions, expressions")
    .argument("<text>", "for instance '$[${A} + 1]'")
    .option("--var <name=value>", "a variable that is set; repeatable, all others are unset", collect, [])
    .option("--unknown <name>", "a variable whose value is not known; repeatable", collect, [])
    .addOption(formatOption())
    .addHelpText(
      "after",
      "\nExit codes: 0 the value is known, 1 it is not, or the text has a syntax error, 2 wrong usage.",
    )
    .action((text: string, options: EvalOptions) => done(evalCommand(text, options)));
  withSettingsFile(program.command("upgrade"))
    .description("say what a newer Asterisk removes, deprecates or changes of what is used here")
    .argument("[paths...]", "installations, trees that hold some, or single files", ["."])
    .option(
      "--from <version>",
      "the Asterisk that reads the files today (default: that of the settings file)",
    )
    .option("--to <version>", `the Asterisk to come (default: ${formatVersion(newestVersion)})`)
    .addOption(formatOption())
    .option("--fix", "apply safe fixes")
    .option("--unsafe", "with --fix or --diff: also fixes that may change what is meant")
    .option("--diff", "print what --fix would change, and write nothing")
    .addHelpText(
      "after",
      "\nExit codes: 0 nothing breaks or works otherwise, 1 something does, 2 wrong usage or an unreadable path.",
    )
    .action(async (paths: string[], options: UpgradeOptions & ProjectFlags) => {
      const { upgradeCommand } = await import("./upgrade-command.ts");
      done(upgradeCommand(paths, options, new Projects(options)));
    });
  withProjectFlags(program.command("test"))
    .description("check expectation files (YAML or JSON) against configurations; prints TAP or JUnit XML")
    .argument("<files...>", "expectation files")
    .option("--dir <dir>", "configuration directory for files that name none")
    .addOption(new Option("--format <format>", "output format").choices(["tap", "junit"]).default("tap"))
    .addHelpText(
      "after",
      "\nExit codes: 0 all as expected, 1 something is not, 2 wrong usage or an unusable file.",
    )
    .action(async (files: string[], options: TestOptions & ProjectFlags) => {
      const { testCommand } = await import("./test-command.ts").catch(notPacked);
      done(testCommand(files, options, new Projects(options)));
    });
  withProjectFlags(program.command("explain"))
    .description("explain a rule, a line of Asterisk's log, or a log on standard input")
    .argument("[topic]", "rule, or line of a log in quotes")
    .option("--dir <dir>", "show the file and line below it that cause each message")
    .action(async (topic: string | undefined, options: { dir?: string } & ProjectFlags) => {
      const { explainCommand } = await import("./explain-command.ts");
      done(await explainCommand(topic, options.dir, new Projects(options)));
    });
  program
    .command("rules")
    .description("list all rules")
    .addOption(formatOption())
    .action(async (options: { format: "text" | "json" }) => {
      const { rulesCommand } = await import("./rules-command.ts");
      done(rulesCommand(options.format));
    });
  program
    .command("init")
    .description("write an asterisk-analyzer.json with comments")
    .argument("[dir]", "where to", ".")
    .addOption(profileOption().default("recommended"))
    .addOption(versionOption())
    .option("--force", "replace one that is there")
    .action((dir: string, options: InitOptions) => done(initCommand(dir, options)));
  withCheckFlags(program.command("config"))
    .description("show the settings that count for a path, and where each comes from")
    .argument("[path]", "configuration directory or a file of it", ".")
    .addOption(formatOption())
    .action((path: string, options: ConfigOptions & ProjectFlags) =>
      done(configCommand(path, options, new Projects(options))),
    );
  program
    .command("lsp")
    .description("run the language server, for editors that start one")
    .option("--stdio", "talk over standard input and output (the only way there is)")
    .action(async () => {
      const { lspCommand } = await import("./lsp-command.ts");
      await lspCommand();
    });
  program
    .command("completion")
    .description("print a script with which a shell completes commands, flags and rules")
    .addArgument(
      new Argument("<shell>", "for instance: source <(asterisk-analyzer completion bash)").choices([
        "bash",
        "zsh",
        "fish",
      ]),
    )
    .action(async (shell: Shell) => {
      const { completionCommand } = await import("./completion-command.ts");
      done(completionCommand(shell, program));
    });
  for (const command of program.commands)
    if (!["lsp", "completion"].includes(command.name())) command.addOption(colorOption());
  program.hook("preAction", (_program, command) =>
    chooseColor(command.opts<{ color?: ColorChoice }>().color ?? "auto"),
  );
  return program;
}

function formatOption(): Option {
  return new Option("--format <format>", "output format").choices(["text", "json"]).default("text");
}

function colorOption(): Option {
  return new Option(
    "--color <when>",
    "colours; auto: on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise",
  )
    .choices(["auto", "always", "never"])
    .default("auto");
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--max-warnings ${text}: expected a whole number from 0 on`);
}

/** What stands below the flags of lint. */
function formatHelp(): string {
  const lines = formatNames.map((name) => `  ${name.padEnd(12)}${formats[name]}`);
  return `\nFormats:\n${lines.join("\n")}`;
}

/** The copy of the program in the extension lacks what only CI needs. */
function notPacked(): never {
  throw new UsageError(
    "this copy, which belongs to the extension, cannot test: npx asterisk-analyzer test does",
  );
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
