import type { DialplanFault } from "../../dialplan/fault.ts";
import { asciiLower, trimBlanks } from "../../text/ascii.ts";
import { quoted } from "../pjsip/words.ts";
import type { Description, DialplanFaultRule } from "../rule.ts";
import { faulty, replaced } from "./words.ts";

export const invalidPriority: DialplanFaultRule = {
  id: "dialplan/invalid-priority",
  on: "dialplan-fault",
  kinds: ["priority-below-one", "unknown-label-as-priority"],
  effect: "line-ignored",
  summary: "Text in the place of the priority that is none",
  describe: (fault) => {
    const text = faulty(fault);
    if (fault.kind === "priority-below-one")
      return { message: `Priorities begin at 1, so ${quoted(text)} is none: Asterisk ignores the line` };
    if (text === "") return { message: missing(fault) };
    return misspelt(fault, text) ?? notAPriority(fault, text);
  },
};

function missing({ option }: DialplanFault): string {
  const what =
    option.value === ""
      ? "The line names no extension, no priority and no application"
      : "The priority is missing";
  return `${what}: Asterisk ignores the line`;
}

/** A priority in the wrong case, or with a blank between it and its label. */
function misspelt(fault: DialplanFault, text: string): Description | undefined {
  const [, word = "", label = ""] = /^([^(]*)(\(.*)?$/s.exec(text) ?? [];
  const meant = asciiLower(trimBlanks(word));
  if (!["n", "next", "s", "same", "hint"].includes(meant)) return undefined;
  const why =
    meant === trimBlanks(word)
      ? "A blank stands before the label"
      : `Case counts in ${quoted(trimBlanks(word))}`;
  return {
    message: `${why}, so Asterisk looks for a priority labelled ${quoted(word)}, finds none and ignores the line`,
    fixes: replaced(fault, meant + label, `Change to ${quoted(meant + label)}`, true),
  };
}

function notAPriority(fault: DialplanFault, text: string): Description {
  const application = /^[A-Z][A-Za-z]+(?:\(|$)/.test(text);
  const says = application
    ? `The priority is missing before ${quoted(text)}`
    : `${quoted(text)} is neither a number, nor "n", nor a label of extension ${quoted(fault.extension ?? "")}`;
  return {
    message: `${says}: Asterisk ignores the line`,
    fixes:
      application && fault.option.name.toLowerCase() === "same"
        ? replaced(fault, `n,${text}`, 'Put the priority "n" before it', true)
        : [],
  };
}
