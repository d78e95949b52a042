// What a caller chooses freely, where a text of the dialplan takes it as it comes.

import { constantText, type Part, type Text } from "../../dialplan/substitution/text.ts";
import { asciiLower } from "../../text/ascii.ts";

/** A substitution that puts the words of a caller into a text. */
export interface CallersWord {
  readonly start: number;
  readonly end: number;
  /** Whether it is the number that was dialled, which a pattern may have limited to digits. */
  readonly dialled: boolean;
}

/** Functions that answer what came with the call; by the first argument where others are ours to set. */
const fromCaller: ReadonlySet<string> = new Set(["CALLERID", "PJSIP_HEADER", "SIP_HEADER"]);

/** Those of a text. What stands in the arguments of another function, such as FILTER, is not taken as it comes. */
export function callersWords(source: string, text: Text): readonly CallersWord[] {
  return text.parts.flatMap((part) => wordOf(source, part) ?? []);
}

function wordOf(source: string, part: Part): CallersWord | undefined {
  if (part.kind !== "variable" && part.kind !== "function") return undefined;
  const { start, end } = part;
  const name = constantText(source, part.name);
  if (part.kind === "variable") return name === "EXTEN" ? { start, end, dialled: true } : undefined;
  return name !== undefined && fromCaller.has(name) ? { start, end, dialled: false } : undefined;
}

/** Whether a name of an extension takes characters of every kind: "_X." and "_!" do, "_XXX" does not. */
export function takesAnything(extension: string): boolean {
  return extension.startsWith("_") && /[.!]$/.test(extension) && asciiLower(extension) !== "_";
}
