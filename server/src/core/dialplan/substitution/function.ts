// What a dialplan function is to those that evaluate it.

/** A function that only depends on its arguments, and on variables that it names. Texts are bytes. */
export type FunctionBody = (data: string, call: FunctionCall) => FunctionValue;

/** The value, or why it cannot be told; a function that fails gives an empty text. */
export type FunctionValue = string | UnknownFunctionValue;

export interface UnknownFunctionValue {
  /** Undefined where the reason has been told already, of a piece within. */
  readonly reason: string | undefined;
}

/** What a function may ask for while it runs. */
export interface FunctionCall {
  readonly name: string;
  /** The text after substitution; undefined where it cannot be told. */
  substitute(text: string): string | undefined;
  /** Whether a channel or global variable of that name is set. */
  exists(name: string): boolean | undefined;
  /** Whether a time specification holds now. */
  timeMatches(specification: string): boolean | undefined;
  log(level: "NOTICE" | "WARNING" | "ERROR", text: string): void;
}

/** A piece within is unknown, which has been told there. */
export const unknownWithin: UnknownFunctionValue = { reason: undefined };

/** False where it is empty or begins with the number zero: what GotoIf, ExecIf, While and IF() go by. */
export function isTrueCondition(condition: string): boolean {
  if (condition === "") return false;
  const digits = /^[ \t\n\v\f\r]*[-+]?([0-9]+)/.exec(condition)?.[1];
  return digits === undefined || /[1-9]/.test(digits);
}
