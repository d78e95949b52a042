// Dial strings: `Technology/resource`, several joined by "&", with what the technologies PJSIP and Local make of the
// resource (dial_exec_full in apps/app_dial.c, request in channels/chan_pjsip.c, local_alloc in main/core_local.c).

import { asciiLower } from "../../text/ascii.ts";
import {
  cutKnown,
  cutKnownLast,
  cutProtected,
  isEmptyText,
  type KnownText,
  knownValue,
  splitKnown,
  trimKnown,
  wholeText,
} from "./known-text.ts";

export interface DialString {
  readonly start: number;
  readonly end: number;
  /** All of it, without blanks at its ends. */
  readonly whole: KnownText;
  /** The technology in lower case, where it is known. */
  readonly driver: string | undefined;
  /** Undefined where it has no slash that we see. */
  readonly technology: KnownText | undefined;
  readonly resource: KnownText | undefined;
  readonly pjsip: PjsipTarget | undefined;
  readonly local: LocalTarget | undefined;
}

export interface PjsipTarget {
  /** An endpoint of the whole text is tried first; only then the "@" cuts. */
  readonly whole: KnownText;
  readonly user: KnownText | undefined;
  readonly endpoint: KnownText;
  /** What stands behind the slash: names of AORs, joined by commas, or a URI. */
  readonly target: KnownText | undefined;
  /** Whether this holds only as long as no gap yields "@" or "/". */
  readonly assumed: boolean;
}

export interface LocalTarget {
  readonly extension: KnownText;
  /** "default" where none is written. */
  readonly context: KnownText;
  readonly options: KnownText | undefined;
  /** Whether this holds only as long as no gap yields "@" or "/". */
  readonly assumed: boolean;
}

/** The dial strings of a text; empty entries are skipped. */
export function readDialStrings(known: KnownText): DialString[] {
  const found: DialString[] = [];
  for (const part of splitKnown(known, "&")) {
    const whole = trimKnown(part);
    if (!isEmptyText(whole)) found.push(readDialString(whole));
  }
  return found;
}

/** One dial string. */
export function readDialString(whole: KnownText): DialString {
  const { start, end } = whole;
  const { before, after, assumed } = cutKnown(whole, "/");
  // Where a gap comes before the slash, the technology ends within the gap or behind it: nobody knows.
  if (after === undefined || assumed) {
    const technology = after === undefined ? undefined : before;
    const nothing = { driver: undefined, pjsip: undefined, local: undefined };
    return { start, end, whole, technology, resource: after, ...nothing };
  }
  const technology = knownValue(before) ?? "";
  return new Device(whole, usual.get(technology) ?? asciiLower(technology));
}

/** What nearly all dial strings begin with, so that its name is held once. */
const usual: ReadonlyMap<string, string> = new Map([
  ["PJSIP", "pjsip"],
  ["Local", "local"],
]);

/** A dial string with a technology. What else is in it is read only when somebody asks for it. */
class Device implements DialString {
  readonly whole: KnownText;
  readonly driver: string;
  private target: PjsipTarget | undefined = undefined;

  constructor(whole: KnownText, driver: string) {
    this.whole = whole;
    this.driver = driver;
  }

  get technology(): KnownText {
    return cutKnown(this.whole, "/").before;
  }

  get resource(): KnownText {
    return cutKnown(this.whole, "/").after as KnownText;
  }

  get start(): number {
    return this.whole.start;
  }

  get end(): number {
    return this.whole.end;
  }

  get pjsip(): PjsipTarget | undefined {
    if (this.driver !== "pjsip") return undefined;
    this.target ??= readPjsipTarget(this.resource);
    return this.target;
  }

  get local(): LocalTarget | undefined {
    return this.driver === "local" ? readLocalTarget(this.resource) : undefined;
  }
}

/** `[user@]endpoint[/target]` */
function readPjsipTarget(resource: KnownText): PjsipTarget {
  const { before: whole, after: target, assumed } = cutProtected(resource, "/");
  const { before, after, assumed: unsure } = cutKnown(whole, "@");
  const user = after === undefined ? undefined : before;
  return { whole, user, endpoint: after ?? whole, target, assumed: assumed || unsure };
}

/** `extension[@context][/options]`; options stand behind the last slash. */
function readLocalTarget(resource: KnownText): LocalTarget {
  const { before, after: options, assumed } = cutKnownLast(resource, "/");
  const { before: extension, after, assumed: unsure } = cutKnown(before, "@");
  const context = after === undefined || isEmptyText(after) ? wholeText("default", before.end) : after;
  return { extension, context, options, assumed: assumed || unsure };
}
