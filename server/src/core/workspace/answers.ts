// What was worked out of the files at one moment, each answer once, and what each of them came from. After a change
// of some files, what came from none of them is taken over.

import type { FileContent, Files } from "../config/files.ts";

/** Something that can be asked about a key, always by the same object. Nothing but source and key may decide. */
export interface Question<Source, Key, Answer> {
  readonly compute: (source: Source, key: Key) => Answer;
  /** Whether a new answer says the same as the one before, so that what came from that one still holds. */
  readonly same?: (before: Answer, now: Answer) => boolean;
}

// The types of keys and answers are known to who asks, not to the memory.
// biome-ignore lint/suspicious/noExplicitAny: a question takes only the keys that it is asked with
type AnyQuestion<Source> = Question<Source, any, any>;

/** How an answer came about. */
interface Entry<Source> {
  readonly question: AnyQuestion<Source>;
  readonly key: unknown;
  readonly answer: unknown;
  /** What was asked to work it out, in order. */
  readonly from: readonly Entry<Source>[];
}

/** What the files themselves say. */
const content: Question<unknown, string, FileContent> = { compute: () => "unknown" };
const names: Question<unknown, string, readonly string[] | undefined> = {
  compute: () => undefined,
  same: (before, now) =>
    before?.length === now?.length && before?.every((name, index) => name === now?.[index]) === true,
};

export class Answers<Source> {
  /** The files as an answer has to read them, so that it is known to come from them. */
  readonly files: Files = {
    read: (path) => this.ask(content, path),
    list: (folder) => this.ask(names, folder),
  };
  readonly #source: Source;
  readonly #given: Files;
  readonly #known = new Map<AnyQuestion<Source>, Map<unknown, Entry<Source>>>();
  #before: Answers<Source> | undefined;
  /** What was asked so far for the answer that is being worked out. */
  #asked: Set<Entry<Source>> | undefined;

  constructor(source: Source, files: Files, before?: Answers<Source>) {
    this.#source = source;
    this.#given = files;
    this.#before = before;
    before?.forgetBefore();
  }

  /** What was not taken over until now is not needed. */
  forgetBefore(): void {
    this.#before = undefined;
  }

  ask<Key, Answer>(question: Question<Source, Key, Answer>, key: Key): Answer {
    const entry = this.#entry(question, key);
    this.#asked?.add(entry);
    return entry.answer as Answer;
  }

  #entry(question: AnyQuestion<Source>, key: unknown): Entry<Source> {
    let known = this.#known.get(question);
    if (known === undefined) {
      known = new Map();
      this.#known.set(question, known);
    }
    const there = known.get(key);
    if (there !== undefined) return there;
    const before = this.#before === undefined ? undefined : this.#before.#known.get(question)?.get(key);
    const from = before && this.#stillFrom(before);
    const entry = before && from ? { ...before, from } : this.#compute(question, key, before);
    known.set(key, entry);
    return entry;
  }

  /** What an answer came from, as it is now; undefined where some of it has changed. */
  #stillFrom({ from, question }: Entry<Source>): readonly Entry<Source>[] | undefined {
    if (isLeaf(question)) return undefined;
    const now: Entry<Source>[] = [];
    // In the order of asking: what was asked first may have decided about the rest.
    for (const { question, key, answer } of from) {
      const entry = this.#entry(question, key);
      if (entry.answer !== answer) return undefined;
      now.push(entry);
    }
    return now;
  }

  #compute(question: AnyQuestion<Source>, key: unknown, before: Entry<Source> | undefined): Entry<Source> {
    const outer = this.#asked;
    const asked = new Set<Entry<Source>>();
    this.#asked = asked;
    try {
      const now = this.#work(question, key);
      const answer =
        before !== undefined && question.same?.(before.answer, now) === true ? before.answer : now;
      return { question, key, answer, from: [...asked] };
    } finally {
      this.#asked = outer;
    }
  }

  #work(question: AnyQuestion<Source>, key: unknown): unknown {
    if (question === content) return this.#given.read(key as string);
    if (question === names) return this.#given.list(key as string);
    return question.compute(this.#source, key);
  }
}

function isLeaf<Source>(question: AnyQuestion<Source>): boolean {
  return question === content || question === names;
}
