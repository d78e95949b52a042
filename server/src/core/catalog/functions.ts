// Dialplan functions, for one target version.

import { asciiLower } from "../text/ascii.ts";
import type { FunctionSpec } from "./dialplan-spec.ts";
import table from "./tables/dialplan/functions.json" with { type: "json" };
import { type AsteriskVersion, has } from "./version.ts";

// The table is JSON: its shape is promised by dialplan-spec.ts and held by a test.
const functions = table as unknown as readonly FunctionSpec[];

const byName = new Map(functions.map((spec) => [spec.name, spec]));

/** The functions of one version. Names are case-sensitive, as in Asterisk. */
export class FunctionCatalog {
  readonly version: AsteriskVersion;
  readonly #byName = new Map<string, FunctionSpec>();
  readonly #byLowerName = new Map<string, FunctionSpec>();

  constructor(version: AsteriskVersion) {
    this.version = version;
    for (const spec of functions) {
      if (!isThere(spec, version)) continue;
      this.#byName.set(spec.name, spec);
      this.#byLowerName.set(asciiLower(spec.name), spec);
    }
  }

  /** The function of exactly that name. */
  function(name: string): FunctionSpec | undefined {
    return this.#byName.get(name);
  }

  /** The function of that name in any case, to say what was meant. */
  ignoringCase(name: string): FunctionSpec | undefined {
    return this.#byLowerName.get(asciiLower(name));
  }

  /** The function of exactly that name in any version that we know, present or past. */
  ofAnyVersion(name: string): FunctionSpec | undefined {
    return byName.get(name);
  }

  /** All names, in alphabetical order. */
  names(): readonly string[] {
    return [...this.#byName.keys()];
  }
}

/** The catalogue for a version. Build it once per version and keep it. */
export function functionCatalog(version: AsteriskVersion): FunctionCatalog {
  return new FunctionCatalog(version);
}

function isThere(spec: FunctionSpec, version: AsteriskVersion): boolean {
  return spec.presentIn.includes(version.major) && has(spec.introduced, version);
}
