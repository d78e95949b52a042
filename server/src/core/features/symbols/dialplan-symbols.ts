// What the steps of a dialplan name: contexts, extensions, labels, variables, devices, queues, mailboxes.

import { namePlace, valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import type { Include, Priority } from "../../dialplan/model.ts";
import { Effort } from "../../dialplan/search.ts";
import { type DialString, readDialString } from "../../dialplan/step/dial-string.ts";
import { type KnownText, knownValue, wholeText } from "../../dialplan/step/known-text.ts";
import type { LocationPart } from "../../dialplan/step/location.ts";
import type { DialplanSteps } from "../../dialplan/steps.ts";
import type { Item } from "../../pjsip/values/items.ts";
import { asciiLower } from "../../text/ascii.ts";
import { type Installation, type InstallationQuestion, sameSets } from "../../workspace/installation.ts";
import { targetOf } from "../jump-target.ts";
import type { Occurrences } from "./symbol.ts";

/** Files whose sections a call can name, by the kind of the argument. */
const sectionFiles: ReadonlyMap<string, string> = new Map([
  ["queue", "queues.conf"],
  ["queue-rule", "queuerules.conf"],
  ["confbridge-bridge-profile", "confbridge.conf"],
  ["confbridge-user-profile", "confbridge.conf"],
  ["confbridge-menu", "confbridge.conf"],
  ["parking-lot", "res_parking.conf"],
  ["moh-class", "musiconhold.conf"],
  ["followme-profile", "followme.conf"],
  ["agent-id", "agents.conf"],
  ["sla-station", "sla.conf"],
  ["sla-trunk", "sla.conf"],
]);

/** Adds what the dialplan of an installation names. */
export function addDialplan(installation: Installation, occurrences: Occurrences): void {
  const steps = installation.steps(installation.dialplan());
  const names = new DialplanNames(installation, steps, occurrences);
  names.contexts();
  names.globals();
  for (const { option, device, stateDevice } of installation.elsewhere().queueMembers())
    for (const item of [device, stateDevice]) if (item !== undefined) names.member(option, item);
  for (const line of steps.lines) names.line(line);
}

// Sets of names, so that other edits in pjsip.conf change nothing here.
const endpointNames: InstallationQuestion<undefined, ReadonlySet<string>> = {
  compute: (installation) => {
    const endpoints = installation.objects().ofType("endpoint");
    return new Set(endpoints.map(({ id }) => id));
  },
  same: sameSets,
};
const namesOfWizards: InstallationQuestion<undefined, ReadonlySet<string>> = {
  compute: ({ load, wizard }) =>
    new Set(wizard(load("pjsip_wizard.conf")).wizards.map(({ section }) => section.name)),
  same: sameSets,
};

class DialplanNames {
  readonly #steps: DialplanSteps;
  readonly #occurrences: Occurrences;
  readonly #isEndpoint: (name: string) => boolean;
  readonly #isWizard: (name: string) => boolean;
  readonly #effort = new Effort();

  constructor(installation: Installation, steps: DialplanSteps, occurrences: Occurrences) {
    this.#steps = steps;
    this.#occurrences = occurrences;
    const endpoints = installation.ask(endpointNames, undefined);
    const wizardNames = installation.ask(namesOfWizards, undefined);
    this.#isEndpoint = (name) => endpoints.has(name);
    this.#isWizard = (name) => wizardNames.has(name);
  }

  contexts(): void {
    for (const context of this.#steps.dialplan.contexts.values())
      for (const include of context.includes) this.#include(include);
  }

  /** Global variables, and the devices that they hold: `TRUNK=PJSIP/itsp`. */
  globals(): void {
    for (const section of this.#steps.dialplan.load.sections) {
      if (section.template || asciiLower(section.name) !== "globals") continue;
      for (const option of section.options) {
        this.#occurrences.add("variable", option.name, "definition", namePlace(option));
        this.#device(option, readDialString(wholeText(option.value, 0, option.value.length)));
      }
    }
  }

  /** What a queue calls. */
  member(option: ConfigOption, { text, start, end }: Item): void {
    this.#device(option, readDialString(wholeText(text, start, end)));
  }

  line(line: StepLine): void {
    const { step, places, names, hint, reads, writes, jumps } = line;
    const { option } = step;
    const [first] = places;
    if (first === undefined) return;
    const {
      context,
      extension: { name: extension },
      label,
    } = first;
    if (step.name !== undefined) this.#add("extension", extension, "definition", option, step.name, context);
    if (step.label !== undefined && label !== undefined)
      this.#add("label", label, "definition", option, step.label, labelPlace(first));
    for (const { kind, known, dial, start, end } of names)
      this.#name(option, kind, known, dial, { start, end });
    for (const device of hint?.devices ?? []) this.#device(option, readDialString(device));
    for (const { name, nameStart, nameEnd } of reads)
      if (name !== undefined)
        this.#add("variable", name, "reference", option, { start: nameStart, end: nameEnd });
    for (const { variable, nameStart, nameEnd } of writes)
      if (variable !== undefined)
        this.#add("variable", variable, "write", option, { start: nameStart, end: nameEnd });
    for (const jump of jumps) {
      if (jump.context !== undefined) this.#part("context", jump.context, option, "");
      if (jump.extension === undefined && jump.target?.label === undefined) continue;
      const target = targetOf(this.#steps.dialplan, jump, first, this.#effort);
      if (target === undefined) continue;
      if (jump.extension !== undefined)
        this.#part("extension", jump.extension, option, target.context, target.extension.name);
      if (jump.priority !== undefined && jump.target?.label !== undefined && target.label !== undefined)
        this.#part("label", jump.priority, option, labelPlace(target), target.label);
    }
  }

  #include({ context, option }: Include): void {
    const start = option.value.indexOf(context);
    if (start === -1) return;
    const lead = context.length - context.trimStart().length;
    const name = context.trim();
    this.#add("context", name, "reference", option, {
      start: start + lead,
      end: start + lead + name.length,
    });
  }

  #name(
    option: ConfigOption,
    kind: string,
    known: KnownText,
    dial: DialString | undefined,
    span: { readonly start: number; readonly end: number },
  ): void {
    if (dial !== undefined || kind === "device-state") {
      this.#device(option, dial ?? readDialString(known));
      return;
    }
    const name = knownValue(known);
    if (name === undefined || name === "") return;
    const file = sectionFiles.get(kind);
    if (file !== undefined) this.#known("section", name, option, known, file);
    else if (kind === "voicemail-mailbox") {
      const full = name.includes("@") ? name : `${name}@default`;
      this.#add("mailbox", full, "reference", option, span, "", false);
    } else if (kind.startsWith("pjsip-")) {
      const type = kind.slice("pjsip-".length);
      const isMade = this.#isWizard(name) && ["endpoint", "aor", "auth", "registration"].includes(type);
      this.#known(isMade ? "wizard" : type, name, option, known, "");
    }
  }

  /** `PJSIP/endpoint`, `PJSIP/number@endpoint`, `PJSIP/endpoint/aor` */
  #device(option: ConfigOption, { pjsip }: DialString): void {
    if (pjsip === undefined) return;
    const { whole, endpoint, target } = pjsip;
    const aor = target === undefined ? undefined : knownValue(target);
    // What else stands there is a URI.
    if (target !== undefined && aor !== undefined && /^[^\s:@,]+$/.test(aor))
      this.#known(this.#isWizard(aor) ? "wizard" : "aor", aor, option, target, "");
    const name = knownValue(whole);
    const named = name !== undefined && this.#isEndpoint(name) ? whole : endpoint;
    const found = knownValue(named);
    if (found === undefined || found === "") return;
    this.#known(this.#isWizard(found) ? "wizard" : "endpoint", found, option, named, "");
  }

  #known(kind: string, name: string, option: ConfigOption, known: KnownText, within: string): void {
    this.#add(kind, name, "reference", option, known, within, isLiteral(known));
  }

  #part(kind: string, part: LocationPart, option: ConfigOption, within: string, name = part.value): void {
    if (name === undefined || part.value === undefined) return;
    this.#add(kind, name, "reference", option, part, within, isLiteral(part.known));
  }

  #add(
    kind: string,
    name: string,
    role: "definition" | "write" | "reference",
    option: ConfigOption,
    { start, end }: { readonly start: number; readonly end: number },
    within = "",
    literal = true,
  ): void {
    this.#occurrences.add(kind, name, role, valuePlace(option, start, end), within, literal);
  }
}

/** What sets a label apart: the line that has it, wherever that line is inherited. */
function labelPlace({ step }: Priority): string {
  return `${step.option.file.path}:${step.option.line.start}`;
}

function isLiteral({ pieces, start, end }: KnownText): boolean {
  const [only] = pieces;
  return pieces.length === 1 && only?.literal === true && only.start === start && only.end === end;
}
