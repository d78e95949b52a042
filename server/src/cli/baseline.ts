// `--baseline FILE`: known problems are neither shown nor counted. Entries whose problem is gone are told of, and fail
// only with --fail-on-stale: whoever mends something shall not break the build by it.

import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import {
  type Baseline,
  BaselineComparison,
  type BaselineEntry,
  baselineText,
  counted,
  type Problem,
  type Rule,
  readBaseline,
} from "../core/api.ts";
import { codeOf, decodeFile } from "../node/disk-files.ts";
import { reasonOf } from "../node/find-installations.ts";
import { reportFile } from "../node/report-file.ts";
import { slashed } from "../node/slashed.ts";
import { note } from "./output.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly failOnStale?: true;
  readonly quiet?: true;
}

/** What a run looked at: only entries about that can be stale. */
export interface Coverage {
  /** Directories of all installations, also of those that the run left out. */
  readonly directories: readonly string[];
  /** Directories that were checked as a whole, and the rules that ran there. */
  readonly whole: ReadonlyMap<string, readonly Rule[]>;
  /** Files whose problems were asked for, and the rules that ran there. */
  readonly files: ReadonlyMap<string, readonly Rule[]>;
  /** The settings files that were read. */
  readonly settings: readonly string[];
}

/** The baseline that the options name, if they do. */
export function openBaseline(options: BaselineOptions): BaselineRun | undefined {
  const { baseline, updateBaseline, failOnStale } = options;
  if (baseline !== undefined) return new BaselineRun(baseline, options);
  for (const [flag, given] of [
    ["--update-baseline", updateBaseline],
    ["--fail-on-stale", failOnStale],
  ])
    if (given === true) throw new UsageError(`${flag} needs --baseline FILE`);
  return undefined;
}

export class BaselineRun {
  readonly #path: string;
  readonly #folder: string;
  readonly #options: BaselineOptions;
  readonly #isNew: boolean;
  readonly #before: string;
  readonly #comparison: BaselineComparison;
  #known = 0;

  constructor(path: string, options: BaselineOptions) {
    this.#path = path;
    this.#options = options;
    this.#folder = realFolder(path);
    const text = textOf(path, options.updateBaseline === true);
    this.#isNew = text === undefined;
    this.#before = text ?? "";
    this.#comparison = new BaselineComparison(text === undefined ? new Map() : parsed(path, text));
  }

  /** The problems that are shown and counted: the new ones, or none while the baseline is being written. */
  shown(
    directory: string,
    problems: readonly Problem[],
    text: (path: string) => string | undefined,
  ): readonly Problem[] {
    const installation = slashed(relative(this.#folder, directory));
    const left = this.#comparison.newOf({ installation: installation || ".", problems, text });
    this.#known += problems.length - left.length;
    return this.#options.updateBaseline === true ? [] : left;
  }

  /** Tells of stale entries, or writes the file; how many reasons there are to fail. */
  finish(coverage: Coverage): number {
    const isChecked = this.#judge(coverage);
    if (this.#options.updateBaseline === true)
      return this.#write([...coverage.files.keys(), ...coverage.settings], isChecked);
    const tell = this.#options.quiet === true ? () => {} : note;
    if (this.#known > 0) tell(`${counted(this.#known, "known problem")} left out (${this.#path})`);
    const stale = this.#comparison.stale(isChecked).length;
    if (stale === 0) return 0;
    note(
      `${this.#path}: ${counted(stale, "stale entry", "stale entries")}, whose problems are gone; --update-baseline removes them`,
    );
    return this.#options.failOnStale === true ? stale : 0;
  }

  #write(files: readonly string[], isChecked: (entry: BaselineEntry) => boolean): number {
    const updated = this.#comparison.updated(isChecked);
    const text = baselineText(updated);
    if (this.#isNew || text !== this.#before) save(this.#path, text, files);
    const { added, removed, total } = this.#comparison.difference(updated);
    if (this.#options.quiet !== true)
      note(`${this.#path}: ${counted(total, "known problem")} (${added} added, ${removed} removed)`);
    return 0;
  }

  /** Whether this run would have found the problem of an entry. */
  #judge({ directories, whole, files }: Coverage): (entry: BaselineEntry) => boolean {
    const known = new Set(directories);
    return ({ file, rule }) => {
      const path = join(this.#folder, file);
      const rules = files.get(path);
      if (rules !== undefined) return rules.some(({ id }) => id === rule);
      if (!existsSync(path)) return true;
      for (let folder = dirname(path); ; folder = dirname(folder)) {
        if (known.has(folder)) return whole.get(folder)?.some(({ id }) => id === rule) ?? false;
        if (folder === dirname(folder)) return false;
      }
    };
  }
}

/** Paths in the file are relative to its folder, so that a run may begin anywhere. */
function realFolder(path: string): string {
  try {
    return realpathSync(dirname(resolve(path)));
  } catch (error) {
    throw new UsageError(`--baseline ${path}: ${shownPath(dirname(resolve(path)))}: ${reasonOf(error)}`);
  }
}

function textOf(path: string, mayBeMissing: boolean): string | undefined {
  try {
    return decodeFile(readFileSync(path));
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw new UsageError(`--baseline ${path}: ${reasonOf(error)}`);
    if (mayBeMissing) return undefined;
    throw new UsageError(`--baseline ${path}: there is no such file; --update-baseline writes it`);
  }
}

function parsed(path: string, text: string): Baseline {
  const read = readBaseline(text);
  if (!("message" in read)) return read;
  throw new UsageError(`${path}:${read.line}: not a baseline: ${read.message}`);
}

/** The name may be that of a file that was read, by mistake; that is left alone. */
function save(path: string, text: string, read: readonly string[]): void {
  const file = reportFile(path);
  const reason = typeof file === "string" ? file : file.write([text], read);
  if (reason !== undefined) throw new UsageError(`--baseline ${path}: ${reason}`);
}
