import type { ConfigOption } from "../../config/section.ts";
import type { DialplanFault } from "../../dialplan/fault.ts";
import { asciiLower, trimBlanks } from "../../text/ascii.ts";
import type { Description, DialplanFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { faulty, replaced } from "./words.ts";

export const invalidPriority: DialplanFaultRule = {
  id: "dialplan/invalid-priority",
  on: "dialplan-fault",
  kinds: ["priority-below-one", "unknown-label-as-priority"],
  effect: "line-ignored",
  summary: "Text in the place of the priority that is none",
  describe: (fault, { installation }) => {
    const text = faulty(fault);
    const isApplication = (name: string): boolean =>
      installation.dialplanCatalog.application(name) !== undefined;
    if (fault.kind === "priority-below-one")
      return { message: `Priorities begin at 1, so ${quoted(text)} is none: Asterisk ignores the line` };
    if (text === "") return { message: missing(fault) };
    return misspelt(fault, text) ?? notAPriority(fault, text, isApplication);
  },
};

function missing({ option }: DialplanFault): string {
  const { value } = option;
  const what =
    value === ""
      ? "The line names no extension, no priority and no application"
      : isSwallowed(option)
        ? `The "[" in the name has no "]", so all of ${quoted(value)} is the name and the priority is missing`
        : "The priority is missing";
  return `${what}: Asterisk ignores the line`;
}

/** Whether a set that is not closed hides the commas of a line. */
function isSwallowed({ name, value }: ConfigOption): boolean {
  const [written = ""] = value.split(",");
  return (
    asciiLower(name) === "exten" && value.includes(",") && written.lastIndexOf("[") > written.lastIndexOf("]")
  );
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

function notAPriority(
  fault: DialplanFault,
  text: string,
  isApplication: (name: string) => boolean,
): Description {
  const { option } = fault;
  const name = /^([A-Za-z][A-Za-z0-9_]*)(?:\(|$)/.exec(text)?.[1];
  const missingPriority = name !== undefined && isApplication(name) && (text !== name || !isLabel(fault));
  const glued = missingPriority ? undefined : gluedApplication(text, isApplication);
  const same = asciiLower(option.name) !== "exten";
  if (glued !== undefined) {
    const [priority, application] = glued;
    return {
      message: `No comma stands between the priority "${priority}" and the application ${quoted(application)}: Asterisk looks for a label of that name, finds none and ignores the line`,
      fixes: replaced(fault, `${priority},${application}`, 'Write "," between them', false),
    };
  }
  const says = missingPriority
    ? `The priority is missing before ${quoted(text)}`
    : `${quoted(text)} is neither a number, nor "n", nor a label of extension ${quoted(fault.extension ?? "")}`;
  return {
    message: `${says}: Asterisk ignores the line`,
    fixes: !missingPriority
      ? []
      : same
        ? replaced(fault, `n,${text}`, 'Put the priority "n" before it', true)
        : replaced(fault, `1,${text}`, 'Put the priority "1" before it', false),
  };
}

/** Whether an application follows, so that the text was meant as a label or number. */
function isLabel({ option, end }: DialplanFault): boolean {
  return /^ *, *[A-Za-z][A-Za-z0-9_]*\(/.test(option.value.slice(end));
}

/** `nNoOp` or `n NoOp`: what was meant as the priority, and the application. */
function gluedApplication(
  text: string,
  isApplication: (name: string) => boolean,
): readonly [priority: string, application: string] | undefined {
  const [, priority = "", application = "", name = ""] =
    /^(next|same|hint|n|s|[0-9]+) *(([A-Za-z][A-Za-z0-9_]*)(?:\(.*)?)$/.exec(text) ?? [];
  return name !== "" && isApplication(name) ? [priority, application] : undefined;
}
