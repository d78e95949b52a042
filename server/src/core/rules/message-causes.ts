// Finds what makes Asterisk log a message: problems predict messages, with <placeholders> for what only a call shows.

import { comparableMessage, fits, weightOf } from "./explain.ts";
import type { Problem } from "./problem.ts";

interface Template<Cause> {
  readonly parts: readonly string[];
  readonly causes: Cause[];
}

/** "<from>", "<ip:port>"; an address such as "<sip:100@host>" is none. */
const placeholder = /<[a-z][a-z :-]*>/;

export class MessageCauses<Cause> {
  readonly #exact = new Map<string, Cause[]>();
  readonly #templates = new Map<string, Template<Cause>>();
  readonly #most: number;

  /** `most`: more causes of one message are not kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** `directories`: where the installation may keep its configuration. */
  add(
    cause: Cause,
    { log, runtimeLog }: Pick<Problem, "log" | "runtimeLog">,
    directories: ReadonlySet<string>,
  ): void {
    for (const message of log) this.#addTo(this.#exactCauses(comparableMessage(message, directories)), cause);
    for (const message of runtimeLog) {
      const text = comparableMessage(message, directories);
      const causes = placeholder.test(text) ? this.#templateCauses(text) : this.#exactCauses(text);
      this.#addTo(causes, cause);
    }
  }

  /** Those that predict the message best: word for word, or with the fewest words left open. */
  causes(message: string, directories: ReadonlySet<string>): readonly Cause[] {
    const wanted = comparableMessage(message, directories);
    const exact = this.#exact.get(wanted);
    if (exact !== undefined || wanted === "") return exact ?? [];
    // Where one Asterisk leaves the name of the file empty, another prints it.
    const unnamed = wanted.replace(/( at line \d{1,10} of) \S{1,1000}$/, "$1");
    const same = this.#exact.get(unnamed);
    if (same !== undefined) return same;
    let best = 0;
    let found: Cause[] = [];
    for (const { parts, causes } of this.#templates.values()) {
      const weight = weightOf(parts);
      if (weight < best || !fits(wanted, parts)) continue;
      if (weight > best) found = [];
      best = weight;
      for (const cause of causes) if (!found.includes(cause)) this.#addTo(found, cause);
    }
    return found;
  }

  #exactCauses(text: string): Cause[] {
    const causes = this.#exact.get(text) ?? [];
    this.#exact.set(text, causes);
    return causes;
  }

  #templateCauses(text: string): Cause[] {
    const template = this.#templates.get(text) ?? { parts: text.split(placeholder), causes: [] };
    this.#templates.set(text, template);
    return template.causes;
  }

  #addTo(causes: Cause[], cause: Cause): void {
    if (causes.length < this.#most && causes.at(-1) !== cause) causes.push(cause);
  }
}
