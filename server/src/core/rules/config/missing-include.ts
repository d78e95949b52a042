import { isMagic } from "../../config/braces.ts";
import type { ConfigFault } from "../../config/fault.ts";
import { type DirectiveLine, sourceSpan } from "../../syntax/line.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { ConfigRule, Description, Fix, RuleContext } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { consequence, lineOf } from "./words.ts";

export const missingInclude: ConfigRule = {
  id: "config/missing-include",
  on: "config-fault",
  kinds: ["missing-include", "include-not-a-file"],
  effect: "file-rejected",
  summary: "#include of a file that is not there",
  describe: (fault, context) => {
    const line = lineOf(fault);
    if (line?.kind !== "directive") return undefined;
    return fault.kind === "missing-include" ? missing(fault, line, context) : notAFile(fault, line, context);
  },
};

function missing(fault: ConfigFault, line: DirectiveLine, context: RuleContext): Description {
  const { text } = fault;
  const then = consequence(fault, context);
  if (isMagic(text) || text.includes("{")) {
    const word = /^[A-Z]/.test(line.word) ? "TRYINCLUDE" : "tryinclude";
    return {
      message: `${quotedPiece(text)} matches no file: ${then}`,
      fixes: change(
        fault,
        line,
        line.wordStart,
        line.wordEnd,
        word,
        "Use #tryinclude, which may match nothing",
      ),
    };
  }
  const [, open = "", name = "", close = ""] = /^(["<']?)(.*?)([">']?)$/.exec(text) ?? [];
  if (open !== "" || close !== "") {
    const quote = open === "'" && close === "'" ? "single quotes belong" : "a quote without partner belongs";
    return {
      message: `No file ${text} is there, for ${quote} to the name: ${then}`,
      fixes: change(fault, line, line.argumentStart, line.argumentEnd, name, "Remove the quotes"),
    };
  }
  const whole = /\s/.test(text) ? ", the whole rest of the line being the name" : "";
  const where = text.startsWith("/") ? "" : " in the configuration directory";
  return { message: `There is no file ${quotedPiece(text)}${where}${whole}: ${then}` };
}

function notAFile(fault: ConfigFault, line: DirectiveLine, context: RuleContext): Description {
  const message = `${quotedPiece(fault.text)} is a directory, which Asterisk does not read`;
  const magic = isMagic(line.argument ?? "");
  if (asciiLower(line.word) === "tryinclude")
    return { message, effect: magic ? "works-otherwise" : "line-ignored" };
  // The fault that says the include is missing comes right behind this one, and is the last where it ends the root.
  const last = context.load.faults.at(-1);
  const ended = last?.kind === "missing-include" && last.span.start === fault.span.start;
  if (magic && !ended) return { message, effect: "works-otherwise" };
  // Only lines of the root file, at its first reading, are stored under no name.
  const ends = fault.file.storedName === "" ? "root" : "file";
  return { message: `${message}: ${consequence({ ...fault, ends }, context)}` };
}

function change(
  { file }: ConfigFault,
  line: DirectiveLine,
  start: number,
  end: number,
  text: string,
  title: string,
): Fix[] {
  if (line.cooked !== undefined) return [];
  return [{ title, safe: false, edits: [{ file, span: sourceSpan(line, start, end), text }] }];
}
