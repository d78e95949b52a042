// What can stand at a cursor, as plain data. All spans count in the file.

import type { ArgumentSpec, DialplanEntry, OptionLetter } from "../../catalog/dialplan-spec.ts";
import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { ConfigSection } from "../../config/section.ts";
import type { Span } from "../../text/span.ts";

/** A word in the file. */
export interface Token {
  readonly text: string;
  readonly span: Span;
}

/** Whose rules a file is read by. */
export type FileKind = "pjsip" | "wizard" | "dialplan" | "other";

/** The section around a cursor. */
export interface SectionAt {
  readonly name: string;
  /** Its name in the header; undefined where the header stands in another file. */
  readonly span: Span | undefined;
  /** Offsets of its lines in this file: behind the header up to the next one. */
  readonly body: Span;
  /** As it was loaded; undefined where Asterisk would not get that far. */
  readonly section: ConfigSection | undefined;
  readonly template: boolean;
  /** What it inherits from, by name, as its header says. */
  readonly bases: readonly string[];
  /** In pjsip.conf, its type: written in it, inherited, or meant by its name; "wizard" in pjsip_wizard.conf. */
  readonly type: string | undefined;
}

interface At {
  readonly fileKind: FileKind;
  /** The root file as whose part the file is read. */
  readonly root: string;
  readonly section: SectionAt | undefined;
}

/** An application or function around a cursor, or the subroutine that a Gosub hands arguments to. */
export interface CallAt {
  readonly what: "application" | "function" | "subroutine";
  readonly access: "read" | "write";
  readonly name: Token;
  readonly spec: DialplanEntry | undefined;
  /** Empty where nothing stands between the parentheses. */
  readonly arguments: readonly Token[];
  /** Which of them the cursor is in, and what the catalogue says of it. */
  readonly index: number;
  readonly argument: ArgumentSpec | undefined;
  /** Between the parentheses. */
  readonly inside: Span;
  readonly closed: boolean;
}

/** `[[context,]extension,]priority`: its parts, and which of them the cursor is in. */
export interface LocationAt {
  readonly parts: readonly Token[];
  readonly index: number;
  readonly separator: "," | "^";
}

/** An option letter with an argument in parentheses, in which the cursor is. */
export interface LetterAt {
  readonly letter: string;
  readonly spec: OptionLetter | undefined;
  readonly argument: Token;
}

/** A step of the dialplan: whose it is. */
export interface StepAt {
  readonly context: string | undefined;
  /** As it is written, also where a `same` line continues it. */
  readonly extension: string | undefined;
  /** The calls around the cursor, the innermost first. */
  readonly calls: readonly CallAt[];
}

export type Cursor = At & CursorAt;

export type CursorAt =
  | { readonly kind: "comment" }
  /** Nothing is written in the line yet, or a word without anything behind it. */
  | { readonly kind: "line-start"; readonly token: Token }
  | { readonly kind: "section-name"; readonly token: Token; readonly closed: boolean }
  | {
      readonly kind: "section-modifier";
      readonly token: Token;
      readonly others: readonly string[];
      readonly of: string;
      /** Whether the ")" is there. */
      readonly closed: boolean;
    }
  | { readonly kind: "option-name"; readonly token: Token; readonly spec: OptionSpec | undefined }
  | {
      readonly kind: "option-value";
      readonly name: Token;
      readonly operator: "=" | "=>" | "+=";
      readonly spec: OptionSpec | undefined;
      readonly token: Token;
      /** What stands between the commas around the cursor; all of the value where it is no list. */
      readonly item: Token;
      readonly others: readonly string[];
    }
  | { readonly kind: "directive"; readonly token: Token }
  | { readonly kind: "include-path"; readonly token: Token; readonly directive: string }
  | ({ readonly kind: "extension-name"; readonly token: Token } & StepAt)
  | ({ readonly kind: "priority"; readonly token: Token } & StepAt)
  | ({ readonly kind: "label"; readonly token: Token } & StepAt)
  | ({ readonly kind: "application"; readonly token: Token; readonly hasArguments: boolean } & StepAt)
  | ({
      readonly kind: "argument";
      readonly token: Token;
      /** What stands between the separators around the cursor, such as one of several dial strings. */
      readonly item: Token;
      readonly others: readonly string[];
      readonly letter: LetterAt | undefined;
      readonly location: LocationAt | undefined;
    } & StepAt)
  | ({ readonly kind: "function-name"; readonly token: Token; readonly hasArguments: boolean } & StepAt)
  /** `closed`: whether the "}" is there. */
  | ({ readonly kind: "variable"; readonly token: Token; readonly closed: boolean } & StepAt)
  /** Behind the ":" of `${NAME:offset:length}`. */
  | ({ readonly kind: "substring"; readonly token: Token } & StepAt)
  | ({ readonly kind: "expression"; readonly token: Token } & StepAt)
  | ({ readonly kind: "hint-device"; readonly token: Token } & StepAt)
  /** `include`, `switch`, `ignorepat` and their like; the part up to the first comma of an include. */
  | { readonly kind: "statement"; readonly name: Token; readonly token: Token };
