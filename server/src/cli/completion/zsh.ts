// The script for zsh: a function for a folder in $fpath, or to be sourced behind compinit.

import type { CompletedCommand, CompletedFlag, CompletedProgram, RuleWords, Values } from "./tree.ts";

export function zshScript(program: CompletedProgram, { rules, groups, levels }: RuleWords): string {
  const own = `_${program.name}`;
  const helper = own.replaceAll("-", "_");
  return `#compdef ${program.name}
# Completion of ${program.name} for zsh, made by "${program.name} completion zsh".

${helper}_rules() {
  compadd "$@" ${rules.join(" ")}
}

${helper}_levels() {
  if compset -P '*='; then
    compadd "$@" ${levels.join(" ")}
  else
    compadd -S '=' "$@" ${groups.join(" ")}
    ${helper}_rules -S '=' "$@"
  fi
}

${own}() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${program.commands.map(({ name, description }) => `    ${quoted(`${name}:${description.replaceAll(":", "\\:")}`)}`).join("\n")}
  )
  _arguments -C \\
${program.flags.map((flag) => `    ${flagSpec(flag, helper)} \\`).join("\n")}
    '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      case $words[1] in
${program.commands.map((command) => commandCase(command, helper)).join("\n")}
      esac
      ;;
  esac
}

if [[ $funcstack[1] == ${own} ]]; then
  ${own} "$@"
else
  compdef ${own} ${program.name}
fi
`;
}

function commandCase({ name, flags, places }: CompletedCommand, helper: string): string {
  const specs = [
    ...flags.map((flag) => flagSpec(flag, helper)),
    ...places.map((values, at) => quoted(`${at + 1}:argument:${action(values, helper)}`)),
    ...places.slice(-1).map((values) => quoted(`*:argument:${action(values, helper)}`)),
  ];
  return `        ${name})\n          _arguments \\\n            ${specs.join(" \\\n            ")}\n          ;;`;
}

function flagSpec(
  { long, short, description, values, valueName, repeatable }: CompletedFlag,
  helper: string,
): string {
  const explained = `[${description.replace(/[[\]:\\]/g, "\\$&")}]`;
  const value =
    values === undefined ? "" : `:${valueName.replace(/[[\]:\\]/g, "\\$&")}:${action(values, helper)}`;
  const names = short === undefined ? [long] : [short, long];
  const alone = repeatable ? "*" : names.length > 1 ? `(${names.join(" ")})` : "";
  return names.map((name) => quoted(`${alone}${name}${explained}${value}`)).join(" ");
}

function action(values: Values, helper: string): string {
  switch (values.kind) {
    case "files":
      return "_files";
    case "folders":
      return "_files -/";
    case "rules":
      return `${helper}_rules`;
    case "rule levels":
      return `${helper}_levels`;
    case "words":
      return `(${values.words.join(" ")})`;
    case "anything":
      return " ";
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
