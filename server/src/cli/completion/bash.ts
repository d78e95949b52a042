// The script for bash, from 3.2 on, with nothing but what bash has itself.

import type { CompletedCommand, CompletedFlag, CompletedProgram, RuleWords, Values } from "./tree.ts";

export function bashScript(program: CompletedProgram, { rules, groups, levels }: RuleWords): string {
  const own = `_${program.name.replaceAll("-", "_")}`;
  const commands = program.commands.map(({ name }) => name);
  return `# Completion of ${program.name} for bash, made by "${program.name} completion bash".
${own}_rules='${rules.join(" ")}'
${own}_groups='${groups.join(" ")}'

${own}_words() { COMPREPLY=($(compgen -W "$1" -- "$current")); }
${own}_names() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen "$1" -- "$current"))
  compopt -o filenames 2>/dev/null
}
${own}_levels() {
  if [[ $current == *=* ]]; then
    COMPREPLY=($(compgen -W '${levels.join(" ")}' -- "\${current#*=}"))
  else
    COMPREPLY=($(compgen -S = -W "$${own}_groups $${own}_rules" -- "$current"))
    compopt -o nospace 2>/dev/null
  fi
}

${own}() {
  local current previous command="" word last flag
  local -a words=("")
  COMPREPLY=()
  # bash cuts words at "=" and ":"; here they are whole again.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    last=$((\${#words[@]} - 1))
    if [[ $last -gt 0 && ($word == [=:]* || \${words[last]} == *[=:]) ]]; then
      words[last]+=$word
    else
      words+=("$word")
    fi
  done
  last=$((\${#words[@]} - 1))
  current=\${words[last]}
  previous=\${words[last - 1]}
  for word in "\${words[@]:1:last - 1}"; do
    if [[ $word != -* ]]; then
      command=$word
      break
    fi
  done
  if [[ $current == --*=* ]]; then
    previous=\${current%%=*}
    current=\${current#*=}
  fi
  case "$command $previous" in
${program.commands.flatMap((command) => valueCases(command, own)).join("\n")}
    *)
      if [[ $current == -* ]]; then
        case $command in
          "") ${own}_words '${flagWords(program.flags)}' ;;
${program.commands.map(({ name, flags }) => `          ${name}) ${own}_words '${flagWords(flags)}' ;;`).join("\n")}
        esac
      else
        case $command in
          "") ${own}_words '${commands.join(" ")}' ;;
${program.commands.flatMap((command) => placeCase(command, own)).join("\n")}
        esac
      fi
      ;;
  esac
  # What bash has cut off stays where it is.
  if [[ $current == *[=:]* ]]; then
    flag=\${current%"\${current##*[=:]}"}
    COMPREPLY=("\${COMPREPLY[@]#"$flag"}")
  fi
}

complete -o default -F ${own} ${program.name}
`;
}

function flagWords(flags: readonly CompletedFlag[]): string {
  return flags.flatMap(({ long, short }) => [long, ...(short === undefined ? [] : [short])]).join(" ");
}

function valueCases({ name, flags }: CompletedCommand, own: string): string[] {
  return flags.flatMap(({ long, short, values }) => {
    if (values === undefined) return [];
    const patterns = [long, ...(short === undefined ? [] : [short])].map((flag) => `"${name} ${flag}"`);
    return [`    ${patterns.join(" | ")}) ${offer(values, own)} ;;`];
  });
}

/** Of several places without a flag, all that may stand in any of them is offered. */
function placeCase({ name, places }: CompletedCommand, own: string): string[] {
  const offered = places.find(({ kind }) => kind !== "anything");
  return offered === undefined ? [] : [`          ${name}) ${offer(offered, own)} ;;`];
}

function offer(values: Values, own: string): string {
  switch (values.kind) {
    case "files":
      return `${own}_names -f`;
    case "folders":
      return `${own}_names -d`;
    case "rules":
      return `${own}_words "$${own}_rules"`;
    case "rule levels":
      return `${own}_levels`;
    case "words":
      return `${own}_words '${values.words.join(" ")}'`;
    case "anything":
      return ":";
  }
}
