// The snippets of the extension, and what VS Code inserts for one whose tab stops nobody changes.

import { readdirSync, readFileSync } from "node:fs";

export interface Snippet {
  readonly title: string;
  /** Name of the file in snippets/, without its ending. */
  readonly file: string;
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: string;
}

interface Written {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

export function readSnippets(): Snippet[] {
  return readdirSync("snippets").flatMap((name) => {
    const entries = JSON.parse(readFileSync(`snippets/${name}`, "utf8")) as Record<string, Written>;
    return Object.entries(entries).map(([title, { prefix, description, body }]) => ({
      title,
      file: name.replace(".json", ""),
      prefix,
      description,
      body: body.join("\n"),
    }));
  });
}

/** Values of variables such as $UUID; asked anew for each place. */
export type Variables = (name: string) => string | undefined;

/** The text with all defaults; throws where the snippet is not well formed. */
export function expandSnippet(body: string, variables: Variables): string {
  const defaults = new Map<string, string>();
  collectDefaults(body);
  const [text, end] = read(0, "");
  if (end !== body.length) throw new Error(`"${body.slice(end)}" was not read`);
  return text;

  /** A tab stop without a default shows that of another place with its number, also of a later one. */
  function collectDefaults(text: string): void {
    for (const [, number = "", choice] of text.matchAll(/(?<!\\)\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}/g))
      if (!defaults.has(number)) defaults.set(number, firstChoice(choice ?? ""));
    for (const found of text.matchAll(/(?<!\\)\$\{(\d+):/g)) {
      const number = found[1] ?? "";
      if (!defaults.has(number)) defaults.set(number, read(found.index + found[0].length, "}")[0]);
    }
  }

  function read(from: number, until: string): [text: string, end: number] {
    let result = "";
    let at = from;
    while (at < body.length && (until === "" || body[at] !== until)) {
      if (body[at] === "\\" && /[$}\\]/.test(body[at + 1] ?? "")) {
        result += body[at + 1];
        at += 2;
        continue;
      }
      const [value, end] = placeholder(at);
      result += value ?? body[at];
      at = value === undefined ? at + 1 : end;
    }
    if (until !== "" && body[at] !== until) throw new Error(`"${body.slice(from)}" is not closed`);
    return [result, at];
  }

  function placeholder(at: number): [value: string | undefined, end: number] {
    const rest = body.slice(at);
    const simple = /^\$(?:(\w+)|\{(\w+)\})/.exec(rest);
    if (simple !== null) return [stopOrVariable(simple[1] ?? simple[2] ?? ""), at + simple[0].length];
    const choice = /^\$\{\d+\|((?:\\.|[^|\\])*)\|\}/.exec(rest);
    if (choice !== null) return [firstChoice(choice[1] ?? ""), at + choice[0].length];
    const nested = /^\$\{(\w+):/.exec(rest);
    if (nested === null) return [undefined, at];
    const [text, end] = read(at + nested[0].length, "}");
    const name = nested[1] ?? "";
    return [/^\d/.test(name) ? (defaults.get(name) ?? text) : (variables(name) ?? text), end + 1];
  }

  function stopOrVariable(name: string): string {
    if (/^\d/.test(name)) return defaults.get(name) ?? "";
    const value = variables(name);
    if (value === undefined) throw new Error(`VS Code knows no variable "${name}"`);
    return value;
  }
}

function firstChoice(text: string): string {
  return (/^(?:\\.|[^,\\])*/.exec(text)?.[0] ?? "").replaceAll(/\\([,|\\])/g, "$1");
}

/** Tab stops in the order of their first place, without the last one ($0). */
export function tabStops(body: string): number[] {
  const numbers = [...body.matchAll(/(?<!\\)\$\{?(\d+)/g)].map(([, number]) => Number(number));
  return [...new Set(numbers)].filter((number) => number > 0);
}
