// Reads the file of a baseline. Whatever is wrong with it is said with its line: most often it is a merge that went wrong.

import { LineIndex } from "../text/line-index.ts";
import { type Baseline, type BaselineEntry, baselineOf, baselineVersion } from "./baseline.ts";

/** What is wrong with the file, and the line where. */
export interface BaselineFault {
  readonly line: number;
  readonly message: string;
}

export function readBaseline(text: string): Baseline | BaselineFault {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, " "));
  } catch (error) {
    return { line: lineOfSyntaxError(text, error), message: "this is no JSON" };
  }
  const place = new Place(text);
  if (!isObject(content)) return place.fault("expected an object");
  const { version, problems } = content;
  if (version !== baselineVersion)
    return place.into("version").fault(`expected version ${baselineVersion}; write the file anew`);
  const unknown = Object.keys(content).find((key) => key !== "version" && key !== "problems");
  if (unknown !== undefined) return place.into(unknown).fault("only version and problems are expected");
  const inProblems = place.into("problems");
  if (!isObject(problems)) return inProblems.fault('expected an object with files under "problems"');
  const entries: BaselineEntry[] = [];
  for (const [file, rules] of Object.entries(problems)) {
    if (!isObject(rules)) return inProblems.into(file).fault("expected an object with the rules of a file");
    for (const [rule, known] of Object.entries(rules)) {
      const inRule = (): Place => inProblems.into(file).into(rule);
      if (!isObject(known)) return inRule().fault("expected an object with the problems of a rule");
      for (const [fingerprint, size] of Object.entries(known)) {
        if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 1)
          return inRule().into(fingerprint).fault("expected a number from 1 on");
        entries.push({ file, rule, fingerprint, size });
      }
    }
  }
  return baselineOf(entries);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The engine says where it stopped, in words that differ by version; at the end of the text it says nothing. */
function lineOfSyntaxError(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : "";
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return new LineIndex(text).position(Number(position)).line;
  const token = /^Unexpected token '?(.)/su.exec(message)?.[1];
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
  const found = conflict?.index ?? (token === undefined ? -1 : text.indexOf(token));
  return new LineIndex(text).position(found === -1 ? text.trimEnd().length : found).line;
}

/** Where a value stands: behind its key, behind the keys around it. */
class Place {
  readonly #text: string;
  readonly #offset: number;

  constructor(text: string, offset = 0) {
    this.#text = text;
    this.#offset = offset;
  }

  into(key: string): Place {
    const found = this.#text.indexOf(JSON.stringify(key), this.#offset);
    return found === -1 ? this : new Place(this.#text, found);
  }

  fault(message: string): BaselineFault {
    return { line: new LineIndex(this.#text).position(this.#offset).line, message };
  }
}
