// The TextMate grammars of the extension, loaded as VS Code loads them.

import { readFileSync } from "node:fs";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

interface Manifest {
  readonly contributes: {
    readonly grammars: readonly { readonly scopeName: string; readonly path: string }[];
  };
}

export interface Token {
  readonly start: number;
  readonly end: number;
  /** From the outermost to the innermost, without that of the whole file. */
  readonly scopes: readonly string[];
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

const registry = new Registry({
  onigLib: loadWASM(readFileSync("node_modules/vscode-oniguruma/release/onig.wasm")).then(() => ({
    createOnigScanner,
    createOnigString,
  })),
  loadGrammar: async (scopeName) => {
    const path = contributes.grammars.find((grammar) => grammar.scopeName === scopeName)?.path;
    return path === undefined ? null : parseRawGrammar(readFileSync(path, "utf8"), path);
  },
});

export const scopeNames: readonly string[] = contributes.grammars.map(({ scopeName }) => scopeName);

export async function grammarOf(scopeName: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar for ${scopeName}`);
  return grammar;
}

/** The tokens of each line. */
export function tokenize(grammar: IGrammar, lines: readonly string[]): Token[][] {
  let state = INITIAL;
  return lines.map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: Math.min(endIndex, line.length),
      scopes: scopes.slice(1),
    }));
  });
}
