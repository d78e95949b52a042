// The script for fish: one line for every word that can be completed.

import type { CompletedCommand, CompletedFlag, CompletedProgram, RuleWords, Values } from "./tree.ts";

export function fishScript(program: CompletedProgram, { rules, groups, levels }: RuleWords): string {
  const ruleLevels = [...groups, ...rules].flatMap((rule) => levels.map((level) => `${rule}=${level}`));
  const line = (...words: readonly string[]): string => `complete -c ${program.name} ${words.join(" ")}`;
  const commandLines = ({ name, description, flags, places }: CompletedCommand): string[] => {
    const inCommand = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      line("-n __fish_use_subcommand", "-a", name, `-d ${quoted(description)}`),
      ...flags.map((flag) => line(inCommand, ...flagWords(flag, rules, ruleLevels))),
      ...places
        .filter(({ kind }) => kind !== "anything")
        .map((values) => line(inCommand, offer(values, rules, ruleLevels))),
    ];
  };
  return `# Completion of ${program.name} for fish, made by "${program.name} completion fish".
${[
  line("-f"),
  ...program.flags.map((flag) => line("-n __fish_use_subcommand", ...flagWords(flag, rules, ruleLevels))),
  ...program.commands.flatMap(commandLines),
].join("\n")}
`;
}

function flagWords(
  { long, short, description, values }: CompletedFlag,
  rules: readonly string[],
  ruleLevels: readonly string[],
): string[] {
  return [
    `-l ${long.replace(/^--/, "")}`,
    ...(short === undefined ? [] : [`-s ${short.replace(/^-/, "")}`]),
    ...(values === undefined ? [] : ["-r", offer(values, rules, ruleLevels)]),
    `-d ${quoted(description)}`,
  ];
}

function offer(values: Values, rules: readonly string[], ruleLevels: readonly string[]): string {
  switch (values.kind) {
    case "files":
      return "-F";
    case "folders":
      return `-f -a ${quoted("(__fish_complete_directories)")}`;
    case "rules":
      return `-f -a ${quoted(rules.join(" "))}`;
    case "rule levels":
      return `-f -a ${quoted(ruleLevels.join(" "))}`;
    case "words":
      return `-f -a ${quoted(values.words.join(" "))}`;
    case "anything":
      return "-f";
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
