// `asterisk-analyzer completion SHELL`: a script with which a shell completes commands, flags, their words and rules.

import type { Command } from "commander";
import { groupOf, levels, rules } from "../core/api.ts";
import { bashScript } from "./completion/bash.ts";
import { fishScript } from "./completion/fish.ts";
import { completedProgram } from "./completion/tree.ts";
import { zshScript } from "./completion/zsh.ts";
import { print } from "./output.ts";

export type Shell = "bash" | "zsh" | "fish";

export function completionCommand(shell: Shell, program: Command): number {
  const script = { bash: bashScript, zsh: zshScript, fish: fishScript }[shell];
  const ids = rules.map(({ id }) => id).sort();
  const groups = [...new Set(ids.map(groupOf))];
  print(script(completedProgram(program), { rules: ids, groups, levels }));
  return 0;
}
