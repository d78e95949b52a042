// pjsip.conf as Asterisk takes it: which objects there are, and what it would say of each.

import type { OptionSpec } from "../catalog/option-spec.ts";
import type { PjsipCatalog } from "../catalog/pjsip.ts";
import type { ConfigLoad } from "../config/load.ts";
import { namePlace, type Place, valuePlace } from "../config/option-span.ts";
import type { ConfigOption, ConfigSection, LoadedFile } from "../config/section.ts";
import { sourceSpan } from "../syntax/line.ts";
import { asciiLower } from "../text/ascii.ts";
import type { Span } from "../text/span.ts";
import { type JudgeContext, judgeObject } from "./judge.ts";
import type { Judgement, Mistake, PjsipObject } from "./judgement.ts";
import { type SelectedSection, selectObjects } from "./select-objects.ts";

/** One mistake where it is written, however many objects inherit it. */
export interface PjsipFault {
  readonly kind: Mistake;
  /** What was found in the first object. */
  readonly judgement: Judgement;
  readonly type: string;
  readonly spec: OptionSpec | undefined;
  /** The first hundred objects that have it, and how many there are. */
  readonly ids: readonly string[];
  readonly hits: number;
  /** Whether it is written in a template. */
  readonly inherited: boolean;
  readonly section: ConfigSection;
  readonly file: LoadedFile;
  readonly span: Span;
  readonly log: readonly string[];
}

export interface PjsipModel {
  readonly load: ConfigLoad;
  readonly selected: readonly SelectedSection[];
  readonly objects: readonly PjsipObject[];
  /** Those that Asterisk does not drop for a mistake in them; see keptObjects for what repeats cost besides. */
  readonly accepted: readonly PjsipObject[];
  readonly faults: readonly PjsipFault[];
  /** What other files' objects need to know of this one. */
  readonly names: Pick<JudgeContext, "aors" | "transports" | "protocols">;
}

/** Of how many objects the messages are kept. */
const maximumIds = 100;

/** Builds the model of a load of pjsip.conf. `context` does not know the aors and transports yet: they are in here. */
export function pjsipModel(
  load: ConfigLoad,
  catalog: PjsipCatalog,
  isRead: (type: string) => boolean,
  context: Omit<JudgeContext, "aors" | "transports" | "protocols" | "catalog">,
  wizardAors: readonly string[],
): PjsipModel {
  const selected =
    load.outcome === "loaded" || load.outcome === "rejected" ? selectObjects(load, catalog) : [];
  const objects = selected.flatMap(({ object }) =>
    object !== undefined && isRead(object.type) ? [object] : [],
  );
  const collector = new FaultCollector(catalog);
  const dropped = new Set<PjsipObject>();
  const aors = new Set([...objects.filter(({ type }) => type === "aor").map(({ id }) => id), ...wizardAors]);
  // Transports first: a registration is refused where none is left that could carry it.
  const all = { ...context, catalog, aors, transports: new Set<string>() };
  const transports = objects.filter((object) => object.type === "transport" && judge(object, all));
  const names = {
    aors,
    transports: new Set(transports.map(({ id }) => id)),
    protocols: load.partial || !isRead("transport") ? undefined : new Set(transports.flatMap(protocolOf)),
  };
  const judging = { ...all, ...names };
  for (const object of objects) if (object.type !== "transport") judge(object, judging);
  const accepted = dropped.size === 0 ? objects : objects.filter((object) => !dropped.has(object));
  return { load, selected, objects, accepted, faults: collector.faults(), names };

  /** Whether Asterisk keeps the object. */
  function judge(object: PjsipObject, judging: JudgeContext): boolean {
    let kept = true;
    for (const judgement of judgeObject(object, judging)) {
      if (load.partial && dependsOnOthers.has(judgement.kind)) continue;
      collector.add(object, judgement);
      // A file that is missing here may be there on the machine that runs Asterisk, and a placeholder be filled in.
      kept &&= !judgement.rejects || judgement.kind === "missing-file" || judgement.placeholder === true;
    }
    if (!kept) dropped.add(object);
    return kept;
  }
}

/** Mistakes that are none where the object that seems to be missing stands in something that we cannot see. */
const dependsOnOthers: ReadonlySet<Mistake> = new Set([
  "unknown-transport",
  "unreachable-server",
  "mwi-without-aor",
]);

/** What a transport carries: "udp", "tcp" or "tls", with a 6 behind it for IPv6. Others cannot connect out. */
function protocolOf(transport: PjsipObject): string[] {
  const last = (name: string): string | undefined =>
    transport.options.findLast((option) => asciiLower(option.name) === name)?.value;
  const protocol = asciiLower(last("protocol") ?? "udp");
  if (!["udp", "tcp", "tls"].includes(protocol)) return [];
  const bind = last("bind") ?? "";
  return [bind.startsWith("[") || bind.split(":").length > 2 ? `${protocol}6` : protocol];
}

/** Joins what many objects have inherited from one line into one fault. */
export class FaultCollector {
  readonly #catalog: PjsipCatalog;
  readonly #groups = new Map<ConfigOption | ConfigSection, Map<string, Group>>();

  constructor(catalog: PjsipCatalog) {
    this.#catalog = catalog;
  }

  add(object: PjsipObject, judgement: Judgement): void {
    const owner = judgement.option ?? object.section;
    let groups = this.#groups.get(owner);
    if (groups === undefined) {
      groups = new Map();
      this.#groups.set(owner, groups);
    }
    const key = `${judgement.kind} ${judgement.part} ${judgement.start} ${object.type} ${judgement.expected}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { object, judgement, ids: [], hits: 0, log: new Set() };
      groups.set(key, group);
    }
    group.hits++;
    if (group.hits > maximumIds) return;
    group.ids.push(object.id);
    for (const text of judgement.log) group.log.add(text);
  }

  /** In the order in which they were first found. */
  faults(): PjsipFault[] {
    const faults: PjsipFault[] = [];
    for (const groups of this.#groups.values()) {
      for (const { object, judgement, ids, hits, log } of groups.values()) {
        const place = placeOf(object, judgement);
        faults.push({
          kind: judgement.kind,
          judgement,
          type: object.type,
          spec: judgement.option === undefined ? undefined : this.#spec(object.type, judgement.option.name),
          ids,
          hits,
          inherited: judgement.option !== undefined && !isOwn(object, judgement.option),
          section: object.section,
          file: place.file,
          span: place.span,
          log: [...log],
        });
      }
    }
    return faults;
  }

  #spec(type: string, name: string): OptionSpec | undefined {
    return this.#catalog.types.get(type)?.option(name);
  }
}

interface Group {
  readonly object: PjsipObject;
  readonly judgement: Judgement;
  readonly ids: string[];
  hits: number;
  readonly log: Set<string>;
}

/** The name of a section in its header. */
export function headerPlace(section: ConfigSection): Place {
  const { header, file } = section;
  return { file, span: sourceSpan(header, header.nameStart, header.nameEnd) };
}

function placeOf(object: PjsipObject, judgement: Judgement): Place {
  if (judgement.option === undefined) return headerPlace(object.section);
  if (judgement.part === "name") return namePlace(judgement.option);
  if (isMade(judgement.option)) return valuePlace(judgement.option);
  return valuePlace(judgement.option, judgement.start, judgement.end);
}

/** Whether a wizard made the value of another one, so that places in it mean nothing in the file. */
export function isMade(option: ConfigOption): boolean {
  return option.appends.length === 0 && option.value !== option.line.value;
}

function isOwn(object: PjsipObject, option: ConfigOption): boolean {
  return !object.section.bases.some(({ section }) => section.options.includes(option));
}
