import type { Argument } from "../../dialplan/step/arguments.ts";
import type { OptionUse } from "../../dialplan/step/option-letters.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import type { CallSite } from "./calls.ts";
import { isOfOtherVersion } from "./option-not-in-version.ts";
import { optionSites } from "./options.ts";
import { placeOf, rewritten } from "./places.ts";

export const unknownOption: DialplanRule = {
  id: "application/unknown-option",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Option letter that the application does not have",
  *check(dialplan, { installation }) {
    for (const { site, argument, options } of optionSites(dialplan, installation)) {
      const unknown = options.filter(
        ({ letter, known }) => !known && !/\s/.test(letter) && !isOfOtherVersion(site, letter, installation),
      );
      const [first] = unknown;
      if (first === undefined) continue;
      if (unknown.every(({ letter }) => letter === ")")) {
        yield tooMany(site, first);
        continue;
      }
      const text = argument.value ?? "";
      if (/^\d+$/.test(text)) {
        yield numberAsOptions(site, argument, unknown);
        continue;
      }
      if (first.letter === "," && isLast(site, argument)) {
        yield surplus(site, argument, first, unknown);
        continue;
      }
      const letters = [...new Set(unknown.map(({ letter }) => letter))];
      const what =
        letters.length === 1
          ? `no option ${quoted(first.letter)}`
          : `none of the options ${letters.map((letter) => quoted(letter)).join(", ")}`;
      yield {
        ...placeOf(site.line, { start: first.start, end: first.end }),
        message: `${site.spec?.name ?? ""} has ${what}: Asterisk logs that and ignores ${letters.length === 1 ? "it" : "them"}`,
        runtimeLog: logsOf(letters),
      };
    }
  },
};

function logsOf(letters: Iterable<string>): string[] {
  return [...new Set(letters)]
    .filter((letter) => letter < "\x7f")
    .map((letter) => `Unrecognized option: '${letter}'`);
}

const seconds: ReadonlySet<string> = new Set(["seconds", "milliseconds"]);

/** A timeout, most likely, that stands one comma too far, or too few of them. */
function numberAsOptions(site: CallSite, argument: Argument, unknown: readonly OptionUse[]): Finding {
  const { line, call, spec } = site;
  const index = call.arguments.indexOf(argument);
  const specs = spec?.arguments ?? [];
  const found = specs.findIndex(({ kind }) => seconds.has(kind));
  // Another number that comes before it may be meant as well.
  const wanted = specs.slice(index + 1, Math.max(index + 1, found)).some(({ kind }) => kind === "number")
    ? -1
    : found;
  const time = specs[wanted]?.name;
  const belongs = time === undefined ? "" : `; ${quoted(time)} is argument ${wanted + 1}`;
  const isLastOne = index === call.arguments.length - 1 && argument.raw === argument.value;
  const before = call.arguments[wanted];
  const title = `Move it to ${quoted(time ?? "")}`;
  const fixes =
    !isLastOne || wanted < 0
      ? []
      : wanted > index
        ? rewritten(line, argument, `${",".repeat(wanted - index)}${argument.raw}`, title, false)
        : wanted === index - 1 && before !== undefined && before.start === before.end
          ? rewritten(line, { start: before.start, end: argument.end }, argument.raw, title, false)
          : [];
  return {
    ...placeOf(line, argument),
    message: `${quoted(argument.raw)} stands in the place of the options of ${spec?.name ?? ""}: Asterisk takes each digit for an option and ignores it${belongs}`,
    runtimeLog: logsOf(unknown.map(({ letter }) => letter)),
    fixes,
  };
}

/** Whether all that follows is part of the argument, because the application has no more of them. */
function isLast({ call, spec }: CallSite, argument: Argument): boolean {
  return (
    spec?.arguments.at(-1)?.kind === "options" &&
    call.arguments.indexOf(argument) === spec.arguments.length - 1
  );
}

function surplus(
  { line, spec }: CallSite,
  { end }: Argument,
  { start }: OptionUse,
  unknown: readonly OptionUse[],
): Finding {
  const text = line.step.option.value.slice(start + 1, end);
  return {
    ...placeOf(line, { start, end }),
    message: `${spec?.name ?? ""} has no argument behind its options: Asterisk takes ${quoted(text)} for more of them`,
    runtimeLog: logsOf(unknown.map(({ letter }) => letter)),
  };
}

/** Asterisk ignores it already, so that nothing changes where it is removed. */
function tooMany({ line, spec }: CallSite, { start, end }: OptionUse): Finding {
  return {
    ...placeOf(line, { start, end }),
    message: `There is one ")" too many behind the options of ${spec?.name ?? ""}: Asterisk logs it as an unknown option and ignores it`,
    runtimeLog: ["Unrecognized option: ')'"],
    fixes: rewritten(line, { start, end }, "", "Remove it", true),
  };
}
