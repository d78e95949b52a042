// Where a call goes on: `[[context,]extension,]priority` (pbx_parse_location in main/pbx.c), blanks significant,
// with the arguments of Gosub behind it. In options "^" stands for the comma.

import { hasSubstitution, type Text } from "../substitution/text.ts";
import { findLiteral, sliceText } from "./arguments.ts";
import { type KnownText, knownText, knownValue, type Resolve, wholeText } from "./known-text.ts";

export interface LocationPart {
  readonly start: number;
  readonly end: number;
  /** Undefined where something in it is only known during a call. */
  readonly value: string | undefined;
  readonly known: KnownText;
}

export interface Location {
  readonly start: number;
  readonly end: number;
  /** Undefined: the context in which the call is. */
  readonly context: LocationPart | undefined;
  readonly extension: LocationPart | undefined;
  readonly priority: LocationPart;
  /** Whether arguments follow in parentheses. */
  readonly hasArguments: boolean;
  /**
   * Whether this holds only as long as no substitution yields a separator: with X=ctx,ext a `Goto(${X},1)` goes to
   * another context.
   */
  readonly assumed: boolean;
}

export interface LocationForm {
  readonly separator: "," | "^";
  /** Whether arguments may follow in parentheses. */
  readonly withArguments: boolean;
  readonly resolve?: Resolve | undefined;
}

/** Reads a location; undefined where nothing is written. */
export function readLocation(source: string, text: Text, form: LocationForm): Location | undefined {
  const { start, end } = text;
  const open = form.withArguments ? findLiteral(source, text, "(", "first") : -1;
  const target = open < 0 ? text : sliceText(text, start, open);
  if (target.start >= target.end) return undefined;
  const parts = componentsOf(source, target, form);
  const last = parts[parts.length - 1];
  if (last === undefined) return undefined;
  const first = parts[0];
  const second = parts[1];
  const third = parts[2];
  // Three parts need no more separators to be a context, an extension and a priority.
  const unsure = third === undefined && second !== undefined && second.value === undefined;
  const assumed = unsure || first?.value === undefined;
  const context = third === undefined ? undefined : first;
  const extension = third === undefined ? (second === undefined ? undefined : first) : second;
  return { start, end, context, extension, priority: last, hasArguments: open >= 0, assumed };
}

/** The first pieces of a location; in options the comma separates as well as "^". */
function componentsOf(source: string, text: Text, { separator, resolve }: LocationForm): LocationPart[] {
  if (separator === "," && !hasSubstitution(text)) return constantComponents(source, text);
  const found: LocationPart[] = [];
  let start = text.start;
  for (const part of text.parts) {
    if (part.kind !== "literal") continue;
    for (let at = part.start; at < part.end && found.length < 3; at++) {
      const char = source[at];
      if (char !== "," && (char !== "^" || separator !== "^")) continue;
      found.push(partBetween(source, text, start, at, resolve));
      start = at + 1;
    }
    if (found.length === 3) return found;
  }
  found.push(partBetween(source, text, start, text.end, resolve));
  return found;
}

/** The same of a text as most are. */
function constantComponents(source: string, { start, end }: Text): LocationPart[] {
  const whole = source.slice(start, end);
  const found: LocationPart[] = [];
  let from = 0;
  for (let at = whole.indexOf(","); at >= 0; at = whole.indexOf(",", from)) {
    found.push(new ConstantPart(start + from, whole.slice(from, at)));
    from = at + 1;
    if (found.length === 3) return found;
  }
  found.push(new ConstantPart(start + from, whole.slice(from)));
  return found;
}

function partBetween(
  source: string,
  text: Text,
  start: number,
  end: number,
  resolve: Resolve | undefined,
): LocationPart {
  return hasSubstitution(text)
    ? locationPart(source, sliceText(text, start, end), resolve)
    : new ConstantPart(start, source.slice(start, end));
}

/** A text as a part of a location. */
export function locationPart(source: string, text: Text, resolve?: Resolve): LocationPart {
  if (!hasSubstitution(text)) return new ConstantPart(text.start, source.slice(text.start, text.end));
  const known = knownText(source, text, resolve);
  return { start: text.start, end: text.end, value: knownValue(known), known };
}

/** A part without substitutions, as most are. */
class ConstantPart implements LocationPart {
  readonly start: number;
  readonly value: string;

  constructor(start: number, value: string) {
    this.start = start;
    this.value = value;
  }

  get end(): number {
    return this.start + this.value.length;
  }

  get known(): KnownText {
    return wholeText(this.value, this.start, this.end);
  }
}

/** A part that is written nowhere. */
class ImpliedPart extends ConstantPart {
  override get end(): number {
    return this.start;
  }
}

/** What stands where a priority is. */
export interface PriorityPlace {
  /** "+" and "-" count from where the call is. */
  readonly relative: "+" | "-" | undefined;
  readonly number: number | undefined;
  /** The label where it is no number. */
  readonly label: string | undefined;
}

/** The beginning of an extension, where most jumps go. */
export const firstPriority: PriorityPlace = { relative: undefined, number: 1, label: undefined };

/** Reads a priority as sscanf("%d%1s") does: a number with blanks around it, or a label to the letter. */
export function readPriority(value: string, mayBeRelative = true): PriorityPlace {
  if (value === "1") return firstPriority;
  const sign = mayBeRelative && (value[0] === "+" || value[0] === "-") ? value[0] : undefined;
  const rest = sign === undefined ? value : value.slice(1);
  const digits = /^[ \t-\r]*([+-]?[0-9]{1,30})[ \t-\r]*$/.exec(rest)?.[1];
  if (digits === undefined) return { relative: sign, number: undefined, label: rest };
  return { relative: sign, number: Number.parseInt(digits, 10), label: undefined };
}

/** A part that is written nowhere, such as the extension "s" of a subroutine that is named by its context. */
export function impliedPart(value: string, at: number): LocationPart {
  return new ImpliedPart(at, value);
}
