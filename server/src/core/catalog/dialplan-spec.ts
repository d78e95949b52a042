// The shape of the tables of dialplan applications, functions and variables.

import type { ArgumentKind } from "./argument-kinds.ts";
import type { Since } from "./version.ts";

export interface ArgumentSpec {
  readonly name: string;
  /** Whether the call makes no sense without it; `incomplete` tells what Asterisk does then. */
  readonly required: boolean;
  readonly kind: ArgumentKind;
  /** Separates several of the same kind within one argument, "&" mostly. */
  readonly separator?: string;
  /** The argument's own parts ("mailbox@context"), and what separates them. */
  readonly parts?: readonly ArgumentPart[];
  readonly partSeparator?: string;
  /** Words that an "enum" takes. */
  readonly values?: readonly string[];
  /** Other words are possible, too; `values` are only proposals. */
  readonly otherValues?: boolean;
  /** Whether a location may carry arguments in parentheses, as of Gosub. */
  readonly takesArguments?: boolean;
  /** Major versions that have it, and count it; undefined: all. */
  readonly presentIn?: readonly number[];
}

export interface ArgumentPart {
  readonly name: string;
  readonly required: boolean;
  /** Where it is not that of the argument. */
  readonly kind?: ArgumentKind;
}

export interface OptionLetter {
  /** One letter; for "word-options" a word. */
  readonly letter: string;
  /** What it does, in one sentence; only letters in frequent use have one. */
  readonly summary?: string;
  /** Whether the parser stores an argument in parentheses. */
  readonly hasArgument: boolean;
  readonly argumentRequired?: boolean;
  readonly argumentKind?: ArgumentKind;
  readonly argumentNames?: readonly string[];
  readonly argumentSeparator?: string;
  readonly values?: readonly string[];
  /** It works, but no documentation names it. */
  readonly undocumented?: boolean;
  /** Major versions that have it; undefined: all. */
  readonly presentIn?: readonly number[];
  /** What to use where it is gone: another letter, or a few words. */
  readonly replacement?: string;
}

export interface DialplanEntry {
  readonly name: string;
  /** The module that registers it; "core" for what is built in. */
  readonly module: string;
  /** Other modules that register the same. */
  readonly otherModules?: readonly string[];
  /** One sentence of ours. */
  readonly summary: string;
  /** One more, on what people get wrong. */
  readonly note?: string;
  readonly syntax: string;
  readonly arguments: readonly ArgumentSpec[];
  /** What separates the arguments where it is not ",". */
  readonly separator?: string;
  readonly options: readonly OptionLetter[];
  /** Letters that are accepted in silence and do nothing that is documented; "a()" takes an argument. */
  readonly silentOptions?: readonly string[];
  /** Major versions (16 to 23) that have it. */
  readonly presentIn: readonly number[];
  /** The oldest major version that has it; 1 stands for everything before 2. */
  readonly since: number;
  /** The first release of each series, where it came in the middle of one. */
  readonly introduced?: Since;
  readonly deprecatedIn?: number;
  readonly removedIn?: number;
  /** What to use instead: the name of an application or function, or a few words. */
  readonly replacement?: string;
  /** Variables that its documentation names, set or read. */
  readonly variables?: readonly string[];
}

export interface ApplicationSpec extends DialplanEntry {
  /** Arguments that are one location together, of which the front ones may be left out: Goto(priority). */
  readonly location?: readonly string[];
  /** What happens where a required argument is missing; undefined: the call ends, mostly with a message. */
  readonly incomplete?: "goes-on";
  /** Extensions that it may go to by itself, where they exist. */
  readonly jumpsTo?: readonly string[];
}

export interface FunctionArgumentSpec extends ArgumentSpec {
  /** Any number of further arguments of the same kind may follow; it is always the last. */
  readonly repeatable?: boolean;
  /** What Asterisk takes where the argument is left out. */
  readonly default?: string;
  /** Words with a part of one's own, such as "codec[x]". */
  readonly forms?: readonly string[];
  /** Further words that are taken, as a regular expression for the whole word in any case. */
  readonly pattern?: string;
  /** The word is compared in exact case; most are taken in any case. */
  readonly caseSensitive?: boolean;
  /** Words are taken that nobody can list. */
  readonly open?: boolean;
  /** Words about which more is known than their names; a name comes once for each technology. */
  readonly items?: readonly FunctionItem[];
  /** Operators between the two numbers of a "math-expression". */
  readonly operators?: readonly string[];
}

/** A word that a function takes as its first argument, such as an item of CHANNEL(). */
export interface FunctionItem {
  readonly name: string;
  /** A short phrase of ours. */
  readonly summary: string;
  readonly read: boolean;
  readonly write: boolean;
  /** The channel technology that answers ("PJSIP"); undefined: all of them. */
  readonly technology?: string;
  /** Arguments that follow the word. */
  readonly arguments?: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly values: readonly string[];
    readonly caseSensitive?: boolean;
  }[];
  readonly caseSensitive?: boolean;
  readonly removedIn?: number;
  readonly replacement?: string;
  /** Asterisk has it, but does not document it. */
  readonly undocumented?: boolean;
}

export interface FunctionSpec extends DialplanEntry {
  readonly arguments: readonly FunctionArgumentSpec[];
  readonly read: boolean;
  readonly write: boolean;
  /** The arguments where it is written, if they are not those of reading. */
  readonly writeArguments?: readonly FunctionArgumentSpec[];
  /** Words that may be written; no others, unless there is a `writeForm` or `writeKinds` names the kind. */
  readonly writeValues?: readonly string[];
  /** Separates several of the `writeValues`. */
  readonly writeSeparator?: string;
  /** What else may be written, in words. */
  readonly writeForm?: string;
  /** What the written value names or is, by the word in the first argument; "" for a function without. */
  readonly writeKinds?: Readonly<Record<string, ArgumentKind>>;
  /** Words that may be written, by how the word in the first argument ends: "pres" is for "num-pres" and "pres". */
  readonly writeValuesByEnding?: Readonly<Record<string, readonly string[]>>;
  /** What several arguments name together. */
  readonly targets?: readonly FunctionTarget[];
  /** Refused where live_dangerously is off and the reader or writer is not the dialplan itself. */
  readonly dangerous?: { readonly read: boolean; readonly write: boolean };
  /** The first releases that have it, where those are not the first of their series. */
  readonly introduced?: Since;
  /** Sentences of ours that people should know. */
  readonly notes?: readonly string[];
  /** Asterisk has no documentation of it, so more may be possible than we know. */
  readonly undocumented?: boolean;
}

export interface FunctionTarget {
  /** "dialplan-location" or "dialplan-hint". */
  readonly kind: string;
  /** Names of the arguments, in their order. */
  readonly arguments: readonly string[];
  /** How they are written; what stands in brackets may be left out, also at the beginning. */
  readonly form: string;
}

/** An application that was gone before the oldest version that we know. */
export interface FormerApplication {
  readonly name: string;
  /** The last version that had it, such as 1.6.2. */
  readonly lastSeenIn: string;
  readonly replacement?: string;
}

export interface VariableSpec {
  /** Names that end in a number are written with "n": "ARGn". */
  readonly name: string;
  /** What stands before the number of such names: "ARG". */
  readonly family?: string;
  /** builtin: answered before any variable is looked up, so setting it does nothing. set: by applications and
   * modules. read: consulted by them. */
  readonly kind: "builtin" | "set" | "read" | "set+read";
  /** A built-in that needs no channel. */
  readonly everywhere?: boolean;
  /** One sentence of ours. */
  readonly summary: string;
  /** Applications and functions that set or read it. */
  readonly setBy?: readonly string[];
  readonly readBy?: readonly string[];
  /** Modules whose code sets or reads it; "core" for what is built in. */
  readonly setByModules?: readonly string[];
  readonly readByModules?: readonly string[];
  /** Modules that did so before version 21. */
  readonly formerlySetByModules?: readonly string[];
  readonly formerlyReadByModules?: readonly string[];
  /** The prefix with which it is set: "_" reaches the channels that this one creates, "__" their channels too. */
  readonly inherited?: "_" | "__";
  /** Values that are known, not always all of them. */
  readonly values?: readonly string[];
  /** Values with a part of one's own, such as "3xx-6xx". */
  readonly forms?: readonly string[];
  /** What a dialplan that sets it names with it. */
  readonly valueKind?: ArgumentKind;
  readonly removedIn?: number;
  readonly replacement?: string;
}
