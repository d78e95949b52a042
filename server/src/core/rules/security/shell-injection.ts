import type { StepLine } from "../../dialplan/lines.ts";
import type { Text } from "../../dialplan/substitution/text.ts";
import { sitesThat } from "../application/calls.ts";
import { placeOf } from "../application/places.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { callersWords, takesAnything } from "./callers-words.ts";

const commands = sitesThat(({ name }) => name === "system" || name === "trysystem");

export const shellInjection: DialplanRule = {
  id: "security/shell-injection",
  on: "dialplan",
  effect: "insecure",
  profile: "strict",
  summary: "Words of a caller in a command of the shell",
  *check(dialplan, { installation }) {
    for (const { line, call } of commands(dialplan, installation))
      yield* findings(line, call.source, call.data);
    for (const line of installation.steps(dialplan).withFunctions) {
      for (const {
        name,
        arguments: [command],
      } of line.functions)
        if (name === "SHELL" && command !== undefined)
          yield* findings(line, line.step.option.value, command.text);
    }
  },
};

function* findings(line: StepLine, source: string, command: Text): Generator<Finding> {
  const isOpen = line.places.some(({ extension }) => takesAnything(extension.name));
  for (const word of callersWords(source, command)) {
    if (word.dialled && !isOpen) continue;
    yield {
      ...placeOf(line, word),
      message: `The shell runs what a caller writes into ${quoted(source.slice(word.start, word.end))}, for instance behind a ";"; FILTER() keeps what is harmless`,
    };
  }
}
