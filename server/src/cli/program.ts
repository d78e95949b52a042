// The commands and their flags. What they do is in the *-command modules; those that need much code for themselves
// (YAML, the rule pages) are loaded when they run.

import { readFileSync } from "node:fs";
import { Command, Option } from "commander";
import {
  defaultSettings,
  formatVersion,
  momentForms,
  newestVersion,
  parseVersion,
  type Settings,
  series,
} from "../core/api.ts";
import { type EffectiveOptions, effectiveCommand } from "./effective-command.ts";
import { type EvalOptions, evalCommand } from "./eval-command.ts";
import { type IdentifyOptions, identifyCommand } from "./identify-command.ts";
import { type LintOptions, lintCommand } from "./lint-command.ts";
import { formatNames, formats } from "./lint-formats.ts";
import { type MatchOptions, matchCommand } from "./match-command.ts";
import { readProviders } from "./providers.ts";
import type { TestOptions } from "./test-command.ts";
import { UsageError } from "./usage-error.ts";

const examples = `
Examples:
  $ asterisk-analyzer lint /etc/asterisk
  $ asterisk-analyzer lint --fix --diff .
  $ asterisk-analyzer effective /etc/asterisk --file pjsip.conf --section 6001
  $ asterisk-analyzer identify 198.51.100.7 --from 4930555010 /etc/asterisk
  $ asterisk-analyzer match from-internal 4711 /etc/asterisk --time "sat 14:30"
  $ asterisk-analyzer eval '$[\${PRICE} * 1.19]' --var PRICE=100
  $ asterisk-analyzer test trunks.test.yaml
  $ asterisk-analyzer explain "Could not find option suitable for category 'x' named 'y' at line 3 of "
  $ asterisk-analyzer explain --dir /etc/asterisk < /var/log/asterisk/full

Exit codes: 0 nothing found, 1 problems found, 2 wrong usage or an unreadable path, 70 a bug of this program.`;

/** The program; `done` gets the exit code of the command that ran. */
export function buildProgram(done: (code: number) => void): Command {
  const program = new Command("asterisk-analyzer")
    .description("Reads Asterisk configuration as Asterisk reads it, and says what Asterisk will do with it.")
    .version(ownVersion(), "-V, --version")
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .addHelpText("after", examples);
  program
    .command("lint")
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
    .addOption(versionOption())
    .addOption(
      new Option("--severity <level>", "exit with 1 from this severity on")
        .choices(["error", "warning", "hint"])
        .default("warning"),
    )
    .option(
      "--known-function <name>",
      "function of a module that is not part of Asterisk; repeatable",
      collect,
      [],
    )
    .option("--rule <id=level>", "off, error, warning or hint for a rule or a group; repeatable", collect, [])
    .option(
      "--provider <name=addresses>",
      "addresses a provider calls from, by endpoint or host: NAME=ADDR[,ADDR...]; repeatable",
      collect,
      [],
    )
    .option(
      "--known-application <name>",
      "application of a module that is not part of Asterisk; repeatable",
      collect,
      [],
    )
    .option("--fix", "apply safe fixes")
    .option("--unsafe", "with --fix or --diff: also fixes that may change what is meant")
    .option("--diff", "print what --fix would change, and write nothing")
    .option("--exit-zero", "exit with 0 even if there are problems")
    .option("--quiet", "no summary")
    .addHelpText("after", formatHelp())
    .action(async (paths: string[], options: LintOptions & VersionFlag & SettingFlags) =>
      done(
        await lintCommand(paths, options, {
          ...settingsOf(options),
          providers: readProviders(options.provider),
          knownApplications: options.knownApplication,
        }),
      ),
    );
  program
    .command("effective")
    .description("show a file after includes, templates and appends, with the origin of every value")
    .argument("[dir]", "configuration directory, or the file itself", ".")
    .option("--file <file>", "any file of the directory (default: pjsip.conf)")
    .option("--section <name>", "only sections of this name")
    .addOption(formatOption())
    .addOption(versionOption())
    .option("--show-secrets", "show passwords instead of ***")
    .action((path: string, options: EffectiveOptions & VersionFlag) =>
      done(effectiveCommand(path, options, settingsOf(options))),
    );
  program
    .command("identify")
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
    .addOption(versionOption())
    .addHelpText(
      "after",
      "\nExit codes: 0 an endpoint is found, 1 none, 2 wrong usage or an unreadable path.",
    )
    .action((address: string, dir: string, options: IdentifyOptions & VersionFlag) =>
      done(identifyCommand(address, dir, options, settingsOf(options))),
    );
  program
    .command("match")
    .description(
      "say which extension of the dialplan runs for a number, its steps, and which others take it too",
    )
    .argument("<context>", "context that the call enters")
    .argument("<number>", "what is dialled, or a name such as s")
    .argument("[dir]", "configuration directory", ".")
    .option("--cid <number>", 'number of the caller; "" for a caller without one')
    .option("--time <time>", `when the call comes in: ${momentForms}`)
    .addOption(formatOption())
    .addOption(versionOption())
    .addHelpText(
      "after",
      "\nExit codes: 0 an extension runs, 1 none for certain, 2 wrong usage or an unreadable path.",
    )
    .action((context: string, number: string, dir: string, options: MatchOptions & VersionFlag) =>
      done(matchCommand(context, number, dir, options, settingsOf(options))),
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
  program
    .command("test")
    .description("check expectation files (YAML or JSON) against configurations; prints TAP or JUnit XML")
    .argument("<files...>", "expectation files")
    .option("--dir <dir>", "configuration directory for files that name none")
    .addOption(new Option("--format <format>", "output format").choices(["tap", "junit"]).default("tap"))
    .addOption(versionOption())
    .addHelpText(
      "after",
      "\nExit codes: 0 all as expected, 1 something is not, 2 wrong usage or an unusable file.",
    )
    .action(async (files: string[], options: TestOptions & VersionFlag) => {
      const { testCommand } = await import("./test-command.ts");
      done(testCommand(files, options, settingsOf(options)));
    });
  program
    .command("explain")
    .description("explain a rule, a line of Asterisk's log, or a log on standard input")
    .argument("[topic]", "rule, or line of a log in quotes")
    .option("--dir <dir>", "show the file and line below it that cause each message")
    .addOption(versionOption())
    .action(async (topic: string | undefined, options: { dir?: string } & VersionFlag) => {
      const { explainCommand } = await import("./explain-command.ts");
      done(await explainCommand(topic, options.dir, settingsOf(options)));
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
    .command("lsp")
    .description("run the language server, for editors that start one")
    .option("--stdio", "talk over standard input and output (the only way there is)")
    .action(async () => {
      const { lspCommand } = await import("./lsp-command.ts");
      await lspCommand();
    });
  return program;
}

interface SettingFlags {
  readonly provider: readonly string[];
  readonly knownApplication: readonly string[];
}

interface VersionFlag {
  readonly asteriskVersion?: string;
}

function formatOption(): Option {
  return new Option("--format <format>", "output format").choices(["text", "json"]).default("text");
}

/** What stands below the flags of lint. */
function formatHelp(): string {
  const lines = formatNames.map((name) => `  ${name.padEnd(12)}${formats[name]}`);
  return `\nFormats:\n${lines.join("\n")}`;
}

function versionOption(): Option {
  return new Option(
    "--asterisk-version <version>",
    `the Asterisk that reads the files (default: ${formatVersion(newestVersion)})`,
  );
}

function settingsOf({ asteriskVersion }: VersionFlag): Settings {
  if (asteriskVersion === undefined) return defaultSettings;
  const version = parseVersion(asteriskVersion);
  if (version === undefined)
    throw new UsageError(
      `--asterisk-version ${asteriskVersion}: expected ${series.join(", ")} or a release of these`,
    );
  return { ...defaultSettings, version };
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function ownVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return manifest.version;
}
