// One section of extensions.conf, line by line: the loop of pbx_load_config in pbx/pbx_config.c.

import type { ConfigOption, ConfigSection } from "../config/section.ts";
import { isTrue } from "../config/section-lookup.ts";
import { isHidden } from "../syntax/template/marks.ts";
import { asciiLower } from "../text/ascii.ts";
import { firstBytes } from "../text/bytes.ts";
import { type ContextBuilder, type ExtensionName, hintNumber } from "./context-builder.ts";
import type { DialplanFaults } from "./fault-collector.ts";
import { atLoad, type Globals } from "./load-time.ts";
import type { Step, Switch } from "./model.ts";
import { storedCallerId, storedName } from "./pattern/normal-name.ts";
import type { PriorityText } from "./priority.ts";
import type { DialplanSettings } from "./read-dialplan.ts";
import { StepReader } from "./step-line.ts";

/** The extension of the line before. */
interface Current extends ExtensionName {
  /** As messages name it: substituted, without its caller-id. */
  readonly shown: string;
  /** The line that names it. */
  readonly step: Step;
}

export class SectionReader {
  readonly #globals: Globals;
  readonly #complete: boolean;
  readonly #settings: DialplanSettings;
  readonly #faults: DialplanFaults;
  /** Lines that several sections have. */
  readonly #steps = new Map<ConfigOption, Step>();
  readonly #reader = new StepReader();
  /** What the names of extensions mean, by how they are written: many contexts have the same. */
  readonly #names = new Map<string, Omit<Current, "step">>();
  #shared = false;
  #section!: ConfigSection;
  #context!: ContextBuilder;
  /** What "same" continues; undefined where there is nothing yet. */
  #current: Current | undefined;
  /** What "n" counts from; undefined where there is nothing yet. */
  #last: number | undefined;
  #lastOption: ConfigOption | undefined;
  #lastExtension = "";

  constructor(globals: Globals, complete: boolean, settings: DialplanSettings, faults: DialplanFaults) {
    this.#globals = globals;
    this.#complete = complete;
    this.#settings = settings;
    this.#faults = faults;
  }

  /** Reads a section into its context. `shared`: other sections may have the same lines. What "same" and "n" refer to never reaches beyond a section. */
  read(section: ConfigSection, context: ContextBuilder, shared: boolean): void {
    this.#shared = shared;
    this.#section = section;
    this.#context = context;
    this.#current = undefined;
    this.#last = undefined;
    for (const option of section.options) {
      this.#faults.begin();
      this.#readLine(option);
    }
  }

  #readLine(option: ConfigOption): void {
    const { name } = option;
    if (name === "exten") this.#exten(option);
    else if (name === "same" || /^same/i.test(name)) this.#same(option);
    else if (asciiLower(name) === "exten") this.#exten(option);
    else this.#statement(option, asciiLower(name));
  }

  #same(option: ConfigOption): void {
    if (this.#current === undefined || (this.#current.shown === "" && this.#current.unknown === undefined)) {
      const log = `No previous pattern in the first entry of context '${this.#context.name}' to match '${option.name}' at ${this.#faults.place(option)}!`;
      this.#faults.onName("no-previous-extension", option, this.#section, { log: [log] });
      return;
    }
    this.#register(this.#step(option, true), this.#current);
  }

  #exten(option: ConfigOption): void {
    const step = this.#step(option, false);
    const written = step.name?.text ?? "";
    this.#ask(written);
    let named = this.#names.get(written);
    if (named === undefined) {
      named = this.#named(written);
      this.#names.set(written, named);
    }
    const { shown, name, callerId, unknown } = named;
    this.#current = { shown, name, callerId, unknown, step };
    this.#register(step, this.#current);
  }

  #named(written: string): Omit<Current, "step"> {
    const name = atLoad(written, this.#globals, this.#complete, this.#settings.hasFunction);
    const full = firstBytes(name ?? written, 255);
    const slash = full.indexOf("/");
    const shown = slash < 0 ? full : full.slice(0, slash);
    return {
      shown,
      name: storedName(shown),
      callerId: slash < 0 ? undefined : storedCallerId(full.slice(slash + 1)),
      unknown: name === undefined ? written : undefined,
    };
  }

  #step(option: ConfigOption, same: boolean): Step {
    if (!this.#shared) return this.#reader.read(option, same, false);
    const known = this.#steps.get(option);
    if (known !== undefined) return known;
    const step = this.#reader.read(option, same, true);
    this.#steps.set(option, step);
    return step;
  }

  #register(step: Step, extension: Current): void {
    const { option } = step;
    const priority = step.meaning;
    if (priority === undefined) {
      const log = `Label missing trailing ')' at ${this.#faults.place(option)}`;
      this.#faults.onValue("unclosed-label", option, this.#section, { log: [log] }, step.priority);
      return;
    }
    let number = this.#number(priority, step, extension);
    if (number === undefined) return;
    if (step.parentheses === "unclosed") this.#unclosed(step);
    if (number === 0) {
      const details = { extension: extension.shown, ...related(this.#lastOption) };
      this.#faults.onValue("lost-after-hint", option, this.#section, details, step.priority);
      return;
    }
    number += priority.offset ?? 0;
    if (priority.lostOffset !== undefined) {
      const start = step.priority.start + priority.lostOffset;
      this.#faults.onValue("lost-offset", option, this.#section, {}, { start, end: step.priority.end });
    }
    this.#continued(priority, step, extension, number);
    this.#last = number;
    this.#lastOption = option;
    this.#lastExtension = extension.unknown === undefined ? extension.name : "";
    this.#discouraged(step, extension);
    this.#add(step, extension, number);
  }

  /** The number that a priority means before its offset; undefined where the line is refused. */
  #number(priority: PriorityText, step: Step, extension: Current): number | undefined {
    const { base } = priority;
    if (base === "hint") return hintNumber;
    if (base === "next" || base === "same") {
      if (this.#last !== undefined) return base === "next" ? this.#last + 1 : this.#last;
      const log = `Can't use '${base}' priority on the first entry at ${this.#faults.place(step.option)}!`;
      this.#faults.onValue(
        "relative-without-start",
        step.option,
        this.#section,
        { log: [log], ...(extension.unknown === undefined ? { extension: fullName(extension) } : {}) },
        step.priority,
      );
      return undefined;
    }
    if ("number" in base) {
      if (base.number >= 1) return base.number;
      const log = `Invalid priority '${priority.text}' at ${this.#faults.place(step.option)}`;
      this.#faults.onValue("priority-below-one", step.option, this.#section, { log: [log] }, step.priority);
      return undefined;
    }
    return this.#labelled(base.label, step, extension);
  }

  #labelled(label: string, step: Step, extension: Current): number | undefined {
    if (extension.unknown !== undefined) return undefined;
    const found = this.#context.findLabel(label, extension.shown, extension.callerId);
    if (typeof found === "object" && found.priority >= 1) return found.priority;
    const where = `extension '${extension.shown}' in context '${this.#context.name}'`;
    const notice =
      found === "no-extension"
        ? [`Cannot find ${where}`]
        : found === "no-label"
          ? [`No such label '${label}' in ${where}`]
          : [];
    const log = [...notice, `Invalid priority/label '${label}' at ${this.#faults.place(step.option)}`];
    const details = { log, extension: extension.shown, expected: label };
    this.#faults.onValue("unknown-label-as-priority", step.option, this.#section, details, step.priority);
    return undefined;
  }

  #unclosed({ option, application, data }: Step): void {
    const from = option.value.lastIndexOf(",", application.start) + 1;
    const name = option.value.slice(from, application.end);
    const log = `No closing parenthesis found? '${name}(${data.text}' at ${this.#faults.place(option)}`;
    const piece = { start: application.end, end: data.end };
    this.#faults.onValue("unclosed-arguments", option, this.#section, { log: [log] }, piece);
  }

  /** "n" for the first priority of an extension counts on from another one, in silence. */
  #continued(priority: PriorityText, step: Step, extension: Current, number: number): void {
    if (priority.base !== "next" && priority.base !== "same") return;
    if (number === 1 || this.#context.has(extension)) return;
    const details = {
      extension: extension.shown,
      expected: String(number),
      relatedExtension: this.#lastExtension,
      ...related(this.#lastOption),
    };
    this.#faults.onValue("continued-numbering", step.option, this.#section, details, step.priority);
  }

  /** Asterisk warns for each priority; all that is put down to the first line of the context that has the name. */
  #discouraged({ option }: Step, { shown, step }: Current): void {
    if (this.#settings.dontWarn || (shown !== "_." && shown !== "_!")) return;
    const { option: from, name } = this.#context.firstOf(shown, step);
    const log = `The use of '${shown}' for an extension is strongly discouraged and can have unexpected behavior.  Please use '_X${shown.slice(1)}' instead at ${this.#faults.place(option)}`;
    const details = { log: [log], extension: shown };
    this.#faults.onValue("discouraged-pattern", from, this.#section, details, name);
  }

  #add(step: Step, extension: Current, number: number): void {
    const { option } = step;
    if (extension.name === "" && extension.unknown === undefined && extension.shown === "") {
      const log = [
        `You have to be kidding-- add exten '' to context ${this.#context.name}? Figure out a name and call me back. Action ignored.`,
        this.#refusal(option),
      ];
      this.#faults.onValue("empty-extension", option, this.#section, { log }, step.name ?? step.priority);
      return;
    }
    const label = step.label?.text || undefined;
    const refused = this.#context.add(extension, number, label, step);
    if (refused === undefined) return;
    const labelBy = refused.outcome === "label-in-use" ? refused.by : refused.labelBy;
    const who = `'${extension.name}' priority ${number} in '${this.#context.name}'`;
    if (labelBy !== undefined) {
      const by =
        labelBy.extension.name === extension.name
          ? `priority ${labelBy.number}`
          : `aliased extension '${labelBy.extension.name}' priority ${labelBy.number}`;
      const log = `Extension ${who}, label '${label}' already in use at ${by}`;
      const details = { log: [log], extension: extension.name, related: labelBy.step.option };
      this.#faults.onValue("used-label", option, this.#section, details, step.label);
    }
    if (refused.outcome !== "in-use") return;
    const { by } = refused;
    const alias = by.extension.name === extension.name ? "" : ` by aliased extension '${by.extension.name}'`;
    const log = [`Unable to register extension ${who}, already in use${alias}`, this.#refusal(option)];
    const details = { log, extension: extension.name, related: by.step.option, expected: String(number) };
    this.#faults.onValue("duplicate-priority", option, this.#section, details, step.priority);
  }

  #refusal(option: ConfigOption): string {
    return `Unable to register extension at ${this.#faults.place(option)}`;
  }

  #statement(option: ConfigOption, name: string): void {
    if (name === "include") this.#include(option);
    else if (name === "ignorepat") this.#ignore(option);
    else if (name === "switch" || name === "lswitch" || name === "eswitch") this.#switch(option, name);
    else if (name === "autohints") this.#context.autohints = isTrue(option.value);
    else {
      const log = `==!!== Unknown directive: ${option.name} at ${this.#faults.place(option)} -- IGNORING!!!`;
      this.#faults.onName("unknown-statement", option, this.#section, { log: [log] });
    }
  }

  #include(option: ConfigOption): void {
    const value = this.#text(option);
    const separator = value.includes("|") ? value.indexOf("|") : value.indexOf(",");
    const context = separator < 0 ? value : value.slice(0, separator);
    const times = separator < 0 ? undefined : value.slice(separator + 1);
    const before = this.#context.include(value, { context, times, option });
    if (before === undefined) return;
    const log = `Context '${option.value}' already included in '${this.#context.name}' context on include at ${this.#faults.place(option)}`;
    this.#faults.onValue("repeated-context", option, this.#section, { log: [log], related: before });
  }

  #ignore(option: ConfigOption): void {
    this.#repeated("ignorepat", option, this.#context.ignore(this.#text(option), option));
  }

  #switch(option: ConfigOption, kind: Switch["kind"]): void {
    const value = kind === "switch" ? this.#text(option) : option.value;
    const slash = value.indexOf("/");
    const name = slash < 0 ? value : value.slice(0, slash);
    const data = slash < 0 ? "" : value.slice(slash + 1);
    this.#repeated("switch", option, this.#context.addSwitch(value, { kind, name, data, option }));
  }

  #repeated(what: string, option: ConfigOption, before: ConfigOption | undefined): void {
    if (before === undefined) return;
    const log = `Unable to include ${what} '${option.value}' in context '${this.#context.name}' at ${this.#faults.place(option)}`;
    const details = { log: [log], expected: what, related: before };
    this.#faults.onValue("repeated-statement", option, this.#section, details);
  }

  /** What is substituted at load depends on more than the lines of the context. */
  #ask(text: string): void {
    if (text.includes("$") || isHidden(text)) this.#context.isAlone = false;
  }

  /** The value as Asterisk substitutes it at load, or as it is written where that is not known. */
  #text(option: ConfigOption): string {
    this.#ask(option.value);
    return firstBytes(
      atLoad(option.value, this.#globals, this.#complete, this.#settings.hasFunction) ?? option.value,
      255,
    );
  }
}

/** Name and caller-id as `core show dialplan` prints them. */
function fullName({ name, callerId }: ExtensionName): string {
  return callerId === undefined ? name : `${name}/${callerId}`;
}

function related(option: ConfigOption | undefined): { readonly related?: ConfigOption } {
  return option === undefined ? {} : { related: option };
}
