// The codecs that Asterisk itself knows, and what people write for them (tables/codecs.json).

import table from "./tables/codecs.json" with { type: "json" };

export interface Codec {
  readonly name: string;
  readonly media: string;
  readonly rate?: number;
  readonly summary: string;
  /** Whether "all" includes it. */
  readonly inAll: boolean;
  readonly usableInSdp: boolean;
  readonly module?: string;
  /** The module does not come with Asterisk. */
  readonly external?: boolean;
  readonly framing?: { readonly min: number; readonly max: number; readonly default: number };
}

// The table is JSON: its shape is promised here and held by a test.
const codecTable = table as unknown as {
  readonly codecs: readonly Codec[];
  readonly misspellings: Readonly<Record<string, string>>;
  readonly ambiguous: Readonly<Record<string, readonly string[]>>;
  readonly unsupported: Readonly<Record<string, string>>;
};

export const codecs: readonly Codec[] = codecTable.codecs;

const byName: ReadonlyMap<string, Codec> = new Map(codecs.map((codec) => [codec.name, codec]));
const misspellings: ReadonlyMap<string, string> = new Map(Object.entries(codecTable.misspellings));
const ambiguous: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(codecTable.ambiguous));
const unsupported: ReadonlyMap<string, string> = new Map(Object.entries(codecTable.unsupported));

/** The codec of that name; give it in lower case. */
export function codecNamed(name: string): Codec | undefined {
  return byName.get(name);
}

/** What is surely meant by a name, given in lower case, that Asterisk does not know. */
export function codecMeant(name: string): string | undefined {
  return misspellings.get(name);
}

/** The codecs that a vague name, given in lower case, can stand for. */
export function codecsPossible(name: string): readonly string[] {
  return ambiguous.get(name) ?? [];
}

/** Why Asterisk has no such codec; the name in lower case. */
export function codecMissingReason(name: string): string | undefined {
  return unsupported.get(name);
}
