// The shape of the tables of dialplan applications, functions and variables.

/** What an argument names or holds; rules and completion go by it. The words are those of the tables. */
export type ArgumentKind = string;

export interface ArgumentSpec {
  readonly name: string;
  /** Whether Asterisk refuses the call without it. */
  readonly required: boolean;
  readonly kind: ArgumentKind;
  /** Separates several of the same kind within one argument, "&" mostly. */
  readonly separator?: string;
  /** The argument's own parts ("mailbox@context"), and what separates them. */
  readonly parts?: readonly { readonly name: string; readonly required: boolean }[];
  readonly partSeparator?: string;
  /** Words that an "enum" takes. */
  readonly values?: readonly string[];
  /** Whether a location may carry arguments in parentheses, as of Gosub. */
  readonly takesArguments?: boolean;
}

export interface OptionLetter {
  readonly letter: string;
  /** Whether the parser stores an argument in parentheses. */
  readonly hasArgument: boolean;
  readonly argumentRequired?: boolean;
  readonly argumentKind?: ArgumentKind;
  readonly argumentNames?: readonly string[];
  readonly argumentSeparator?: string;
  readonly values?: readonly string[];
  /** Major versions that have it; undefined: all. */
  readonly presentIn?: readonly number[];
}

interface DialplanEntry {
  readonly name: string;
  /** The module that registers it; "core" for what is built in. */
  readonly module: string;
  /** Other modules that register the same. */
  readonly otherModules?: readonly string[];
  /** One sentence of ours. */
  readonly summary: string;
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
  readonly deprecatedIn?: number;
  readonly removedIn?: number;
  /** What to use instead: the name of an application or function, or a few words. */
  readonly replacement?: string;
  /** Variables that its documentation names. */
  readonly variables?: readonly string[];
}

export interface ApplicationSpec extends DialplanEntry {}

export interface FunctionSpec extends DialplanEntry {
  readonly read: boolean;
  readonly write: boolean;
  /** Words that may be written, where they are a fixed set. */
  readonly writeValues?: readonly string[];
  /** Refused where live_dangerously is off and the reader is not the dialplan itself. */
  readonly dangerous?: boolean;
}

/** An application that was gone before the oldest version that we know. */
export interface FormerApplication {
  readonly name: string;
  readonly lastSeenIn: string;
  readonly replacement?: string;
}

export interface VariableSpec {
  readonly name: string;
  /** builtin: answered before any variable is looked up. set: by applications. read: consulted by them. */
  readonly kind: "builtin" | "set" | "read" | "set+read";
  readonly summary: string;
  /** Applications and functions that set or read it. */
  readonly setBy?: readonly string[];
  readonly readBy?: readonly string[];
  readonly values?: readonly string[];
}
