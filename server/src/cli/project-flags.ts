// The flags that decide how an installation is checked, as the commands declare them.

import { type Command, Option } from "commander";
import { formatVersion, newestVersion, profiles } from "../core/api.ts";

/** Adds the flags for the settings file. */
export function withSettingsFile(command: Command): Command {
  return command
    .option(
      "--config <file>",
      "settings file (default: the nearest asterisk-analyzer.json from there upwards)",
    )
    .option("--no-config", "heed no settings file");
}

/** Adds the flags that every command with a configuration has. */
export function withProjectFlags(command: Command): Command {
  return withSettingsFile(command).addOption(versionOption());
}

/** The flag for the target version. */
export function versionOption(): Option {
  return new Option(
    "--asterisk-version <version>",
    `the Asterisk that reads the files (default: ${formatVersion(newestVersion)})`,
  );
}

/** The flag for how much is checked. */
export function profileOption(): Option {
  return new Option("--profile <profile>", "how much is checked (default: recommended)").choices(profiles);
}

/** Adds the flags that decide what is found. */
export function withCheckFlags(command: Command): Command {
  return withProjectFlags(command)
    .addOption(profileOption())
    .option("--rule <id=level>", "off, error, warning or hint for a rule or a group; repeatable", collect)
    .option("--no-suppressions", "comments silence no rules, and are reported")
    .option(
      "--known-function <name>",
      "function of a module that is not part of Asterisk; repeatable",
      collect,
    )
    .option(
      "--known-application <name>",
      "application of a module that is not part of Asterisk; repeatable",
      collect,
    )
    .option(
      "--provider <name=addresses>",
      "addresses a provider calls from, by endpoint or host: NAME=ADDR[,ADDR...]; repeatable",
      collect,
    );
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
