// Queues, their members and the rules that change penalties: queues.conf and queuerules.conf (apps/app_queue.c).

import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigOption } from "../../config/section.ts";
import { isTrue, lastOption, sectionNamed } from "../../config/section-lookup.ts";
import { type Item, strippedItems } from "../../pjsip/values/items.ts";
import { asciiLower } from "../../text/ascii.ts";
import { addTo } from "../../text/grouped.ts";
import { certainLoad, definitionOf, type Parts, readLoad, type Source, sectionsBut } from "./certain.ts";
import { NameSet } from "./name-set.ts";

export const queueSource: Source = {
  file: "queues.conf",
  modules: ["app_queue"],
  families: ["queues", "queue_members"],
};

/** A `member` line. Queues that inherit it share it. */
export interface QueueMember {
  readonly queues: readonly string[];
  readonly option: ConfigOption;
  /** What is dialled, such as "PJSIP/6001". */
  readonly device: Item;
  /** Whose state counts, where that is another device. */
  readonly stateDevice: Item | undefined;
}

/** Queues; Asterisk compares their names without case. */
export function queueNames(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, queueSource);
  return load && new NameSet(sectionsBut(load, "general").map(definitionOf), true);
}

export function queueRules(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, { file: "queuerules.conf", modules: queueSource.modules });
  if (load === undefined) return undefined;
  const realtime = lastOption(sectionNamed(load, "general"), "realtime_rules");
  if (realtime !== undefined && isTrue(realtime.value)) return undefined;
  return new NameSet(sectionsBut(load, "general").map(definitionOf), true);
}

/** The members that queues.conf names; others may be added while Asterisk runs. */
export function queueMembers(parts: Parts): readonly QueueMember[] {
  const load = readLoad(parts, queueSource);
  return load === undefined ? [] : membersOf(load);
}

function membersOf(load: ConfigLoad): QueueMember[] {
  const queuesOf = new Map<ConfigOption, string[]>();
  for (const section of sectionsBut(load, "general")) {
    for (const option of section.options) {
      if (asciiLower(option.name) !== "member") continue;
      addTo(queuesOf, option, section.name);
    }
  }
  const members: QueueMember[] = [];
  for (const [option, queues] of queuesOf) {
    // Quotes, backslashes and brackets keep commas from separating.
    if (/["\\()[\]{}]/.test(option.value)) continue;
    const [device, , , state] = strippedItems(option.value);
    if (device === undefined || device.text === "") continue;
    members.push({ queues, option, device, stateDevice: state?.text === "" ? undefined : state });
  }
  return members;
}
