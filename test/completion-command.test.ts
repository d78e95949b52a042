// The scripts for shells: bash completes real words by them; zsh and fish at least read theirs, where they are here.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import test from "node:test";
import { rules } from "../server/src/core/api.ts";
import { directoryWith, run } from "./support/command-line.ts";

const bash = "bash";

function script(shell: string): string {
  const { code, output } = run(".", ["completion", shell]);
  assert.equal(code, 0);
  return output;
}

function has(program: string): boolean {
  return spawnSync(program, ["-c", "true"]).status === 0;
}

/** What bash offers when somebody presses Tab behind a line; `words` as bash cuts it. */
function offered(directory: string, words: readonly string[]): string[] {
  const steps = `
    source "$1"; shift
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    $(complete -p asterisk-analyzer | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const ran = spawnSync(bash, ["--norc", "-c", steps, "-", join(directory, "script.bash"), ...words], {
    cwd: directory,
    encoding: "utf8",
  });
  assert.equal(ran.stderr.replace(/.*compopt: not currently executing completion function\n/g, ""), "");
  return ran.stdout.split("\n").filter((word) => word !== "");
}

test("bash completes commands, flags, choices, rules and files", {
  skip: !has(bash) && "no bash here",
}, (context) => {
  const directory = directoryWith(context, {
    "script.bash": script("bash"),
    "a file.conf": "",
    "folder/pjsip.conf": "",
  });
  const tab = (...words: string[]): string[] => offered(directory, ["asterisk-analyzer", ...words]);
  assert.deepEqual(tab("l"), ["lint", "lsp"]);
  assert.deepEqual(tab("--v"), ["--version"]);
  assert.deepEqual(tab("lint", "--sta"), ["--statistics"]);
  assert.deepEqual(tab("lint", "--severity", ""), ["error", "warning", "hint"]);
  assert.deepEqual(tab("lint", "--severity", "=", "w"), ["warning"]);
  assert.deepEqual(tab("lint", "--severity", "="), ["error", "warning", "hint"]);
  assert.deepEqual(tab("lint", "a", "--fix", "--rule", "config/no-eq"), ["config/no-equals="]);
  assert.ok(tab("lint", "--rule", "conf").includes("config="));
  assert.deepEqual(tab("lint", "--rule", "config/no-equals", "=", "o"), ["off"]);
  assert.deepEqual(tab("lint", "--rule", "config/no-equals", "="), ["off", "error", "warning", "hint"]);
  assert.deepEqual(tab("lint", "--rule", "$(touch trap)", "=", "o"), ["off"]);
  assert.deepEqual(tab("lint", "--rule", "$(touch trap)"), []);
  assert.deepEqual(tab("lint", "a f"), ["a file.conf"]);
  assert.deepEqual(tab("effective", ""), ["folder"]);
  assert.deepEqual(tab("effective", "--format", "j"), ["json"]);
  assert.deepEqual(tab("explain", "codec/unk"), ["codec/unknown-codec"]);
  assert.deepEqual(tab("completion", "z"), ["zsh"]);
  assert.deepEqual(tab("nonsense", "--x"), []);
  assert.ok(tab("explain", "").length === rules.length);
  assert.ok(!tab("lint", "").includes("trap"));
});

test("every visible flag of every command is in every script", () => {
  const scripts = ["bash", "zsh", "fish"].map((shell) => [shell, script(shell)] as const);
  const help = (...words: readonly string[]): string => run(".", [...words, "--help"]).output;
  const commands = [...help().matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
  assert.ok(commands.includes("lint") && commands.includes("completion"));
  for (const command of commands)
    for (const [, flag = ""] of help(command).matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm))
      for (const [shell, text] of scripts)
        assert.ok(
          text.includes(shell === "fish" ? `-l ${flag} ` : `--${flag}`),
          `${shell}: ${command} --${flag}`,
        );
});

for (const [shell, words] of [
  [bash, ["--norc", "-n"]],
  ["zsh", ["-n"]],
  ["fish", ["--no-execute"]],
] as const)
  test(`${shell} reads its script`, { skip: !has(shell) && `no ${shell} here` }, (context) => {
    const directory = directoryWith(context, { script: script(shell) });
    const { status, stderr } = spawnSync(shell, [...words, join(directory, "script")], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.equal(stderr, "");
  });

test("an unknown shell is wrong usage", () => {
  const { code, errors } = run(".", ["completion", "tcsh"]);
  assert.equal(code, 2);
  assert.match(errors, /Allowed choices are bash, zsh, fish/);
});
