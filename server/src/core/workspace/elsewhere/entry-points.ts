// Contexts of the dialplan that other files name: where calls come in, and where callers go from an application.

import { type Place, valuePlace } from "../../config/option-span.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { lastOption } from "../../config/section-lookup.ts";
import { type Item, rawItems, stripped } from "../../pjsip/values/items.ts";
import { asciiLower } from "../../text/ascii.ts";
import { isComplete, type Parts, readLoad, type Source, sectionsBut } from "./certain.ts";
import { conferenceSource } from "./conference.ts";
import { driverEntryPoints } from "./driver-entry-points.ts";
import { parkingLots, parkingSource } from "./parking.ts";
import { queueSource } from "./queues.ts";
import { voicemailSource } from "./voicemail.ts";

/** How the context is entered. */
export type EntryKind =
  | "call"
  | "mailbox-dialout"
  | "mailbox-callback"
  | "mailbox-exit"
  | "queue-exit"
  | "queue-subroutine"
  | "parking-timeout"
  | "follow-me"
  | "feature-subroutine"
  | "conference-menu"
  | "default";

export interface EntryPoint {
  readonly context: string;
  readonly kind: EntryKind;
  /** Where it is written; undefined for contexts that Asterisk enters where nothing else is said. */
  readonly written: { readonly option: ConfigOption; readonly item: Item } | undefined;
  /** The root file that names it; empty for what holds without any. */
  readonly file: string;
  /** The first section that has the line. */
  readonly owner: string;
  /** Whether Asterisk is sure to use the line; the others are named here so that their contexts count as used. */
  readonly certain: boolean;
}

export interface EntryPoints {
  readonly points: readonly EntryPoint[];
  /** Whether no file or database that we cannot see may name more; calls from outside, as by AMI, aside. */
  readonly complete: boolean;
}

const followMeSource: Source = { file: "followme.conf", modules: ["app_followme"], families: ["followme"] };
const featureSource: Source = { file: "features.conf", modules: [] };

/** Where calls enter of which nothing else is said. */
const everybodysDefault: EntryPoint = {
  context: "default",
  kind: "default",
  written: undefined,
  file: "",
  owner: "",
  certain: true,
};

export function placeOf({ written }: EntryPoint): Place | undefined {
  return written && valuePlace(written.option, written.item.start, written.item.end);
}

/** The entry points, those of endpoints in pjsip.conf not among them: `references()` of the installation has them. */
export function entryPoints(parts: Parts): EntryPoints {
  const drivers = driverEntryPoints(parts);
  const found = [
    ...drivers.points,
    ...mailboxes(parts),
    ...queues(parts),
    ...parking(parts),
    ...followMe(parts),
    ...features(parts),
    ...conferenceMenus(parts),
    everybodysDefault,
  ];
  const sources = [
    voicemailSource,
    queueSource,
    parkingSource,
    followMeSource,
    featureSource,
    conferenceSource,
  ];
  const complete = drivers.complete && sources.every((source) => isComplete(parts, source));
  return { points: withoutRepeats(found), complete };
}

/** An inherited line counts once, for the first section that has it. */
function withoutRepeats(points: readonly EntryPoint[]): EntryPoint[] {
  const seen = new Map<ConfigOption, Set<number>>();
  return points.filter(({ written, context }) => {
    if (context === "") return false;
    if (written === undefined) return true;
    const starts = seen.get(written.option) ?? new Set<number>();
    if (starts.has(written.item.start)) return false;
    seen.set(written.option, starts.add(written.item.start));
    return true;
  });
}

function point(
  { file }: Source,
  kind: EntryKind,
  owner: string,
  option: ConfigOption,
  item: Item = stripped(option.value, 0, option.value.length),
): EntryPoint {
  return { context: item.text, kind, written: { option, item }, file, owner, certain: true };
}

const mailboxKinds: ReadonlyMap<string, EntryKind> = new Map([
  ["dialout", "mailbox-dialout"],
  ["callback", "mailbox-callback"],
  ["exitcontext", "mailbox-exit"],
]);

/** Options of [general], and of single mailboxes: `secret,name,email,pager,option=value|option=value`. */
function* mailboxes(parts: Parts): Generator<EntryPoint> {
  const load = readLoad(parts, voicemailSource);
  if (load === undefined) return;
  for (const section of load.sections) {
    const reserved = asciiLower(section.name);
    if (section.template || reserved === "zonemessages") continue;
    if (reserved === "general") {
      for (const [name, kind] of mailboxKinds) {
        const option = lastOption(section, name);
        if (option !== undefined) yield point(voicemailSource, kind, section.name, option);
      }
    } else for (const option of section.options) yield* mailbox(section, option);
  }
}

function* mailbox(section: ConfigSection, option: ConfigOption): Generator<EntryPoint> {
  const { value } = option;
  const options = rawItems(value, ",")[4];
  if (options === undefined) return;
  for (const { text, start } of rawItems(options.text, "|")) {
    const equals = text.indexOf("=");
    const kind = equals === -1 ? undefined : mailboxKinds.get(asciiLower(text.slice(0, equals)));
    if (kind === undefined) continue;
    const from = options.start + start;
    const item = stripped(value, from + equals + 1, from + text.length);
    yield point(voicemailSource, kind, `${option.name}@${section.name}`, option, item);
  }
}

function* queues(parts: Parts): Generator<EntryPoint> {
  const load = readLoad(parts, queueSource);
  if (load === undefined) return;
  for (const section of sectionsBut(load, "general")) {
    const exit = lastOption(section, "context");
    if (exit !== undefined) yield point(queueSource, "queue-exit", section.name, exit);
    const subroutine = lastOption(section, "membergosub");
    // Arguments for the subroutine follow.
    const [context] = subroutine === undefined ? [] : rawItems(subroutine.value, ",");
    if (subroutine !== undefined && context !== undefined)
      yield point(queueSource, "queue-subroutine", section.name, subroutine, context);
  }
}

function* parking(parts: Parts): Generator<EntryPoint> {
  for (const lot of parkingLots(parts)) {
    const { name: owner, timeoutContext: context, timeoutOption, usesTimeoutContext: certain } = lot;
    if (timeoutOption === undefined)
      yield {
        context,
        kind: "parking-timeout",
        written: undefined,
        file: parkingSource.file,
        owner,
        certain,
      };
    else yield { ...point(parkingSource, "parking-timeout", owner, timeoutOption), certain };
  }
}

/** Where the numbers of a profile are dialled. */
function* followMe(parts: Parts): Generator<EntryPoint> {
  const load = readLoad(parts, followMeSource);
  if (load === undefined) return;
  for (const section of sectionsBut(load, "general")) {
    const option = lastOption(section, "context");
    const certain = lastOption(section, "number") !== undefined;
    if (option !== undefined) yield { ...point(followMeSource, "follow-me", section.name, option), certain };
  }
}

/** `name => keys,who,Gosub(context,s,1)`, or with the arguments of the application behind a comma, in quotes. */
function* features(parts: Parts): Generator<EntryPoint> {
  const load = readLoad(parts, featureSource);
  if (load === undefined) return;
  for (const section of load.sections) {
    if (section.template || asciiLower(section.name) !== "applicationmap") continue;
    for (const option of section.options) {
      const found =
        /^[^,]{0,50},[^,]{0,50},\s*gosub\s*[(,]\s*"?(?:[^\s,"()$]+,)[^\s,"()$]+,[^\s,"()$]+/i.exec(
          option.value,
        );
      if (found === null) continue;
      const start = found[0].search(/gosub/i);
      const from = start + found[0].slice(start).search(/[(,]/) + 1;
      const end = option.value.indexOf(",", from);
      const quote = /^[\s"]*/.exec(option.value.slice(from))?.[0].length ?? 0;
      yield point(
        featureSource,
        "feature-subroutine",
        option.name,
        option,
        stripped(option.value, from + quote, end),
      );
    }
  }
}

/** `key=dialplan_exec(context,extension,priority)` in a menu. */
function* conferenceMenus(parts: Parts): Generator<EntryPoint> {
  const load = readLoad(parts, conferenceSource);
  if (load === undefined) return;
  for (const section of sectionsBut(load, "general")) {
    for (const option of section.options) {
      for (const found of option.value.matchAll(/dialplan_exec\(([^(),]{1,200}),/gi)) {
        const start = found.index + found[0].indexOf("(") + 1;
        const item = stripped(option.value, start, start + (found[1] ?? "").length);
        yield point(conferenceSource, "conference-menu", section.name, option, item);
      }
    }
  }
}
