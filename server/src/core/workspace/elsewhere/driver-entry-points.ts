// Contexts in which calls enter the dialplan from channel drivers other than PJSIP, by their own files.

import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigOption } from "../../config/section.ts";
import { lastOption } from "../../config/section-lookup.ts";
import { type Item, rawItems, stripped, strippedItems } from "../../pjsip/values/items.ts";
import { asciiLower } from "../../text/ascii.ts";
import { isComplete, type Parts, readLoad, type Source } from "./certain.ts";
import type { EntryPoint, EntryPoints } from "./entry-points.ts";

const iax: Source = { file: "iax.conf", modules: ["chan_iax2"], families: ["iaxusers", "iaxpeers"] };
const dahdi: Source = { file: "chan_dahdi.conf", modules: ["chan_dahdi"] };
const dundi: Source = { file: "dundi.conf", modules: ["pbx_dundi"] };

/** Files in which every `context` may be entered, without a closer look at when. */
const others: readonly Source[] = [
  { file: "sip.conf", modules: ["chan_sip"], families: ["sippeers", "sipusers"] },
  { file: "users.conf", modules: [] },
  { file: "chan_mobile.conf", modules: ["chan_mobile"] },
  { file: "motif.conf", modules: ["chan_motif"] },
  { file: "unistim.conf", modules: ["chan_unistim"] },
  { file: "ooh323.conf", modules: ["chan_ooh323"] },
  { file: "console.conf", modules: ["chan_console"] },
  { file: "xmpp.conf", modules: ["res_xmpp"] },
  { file: "mgcp.conf", modules: ["chan_mgcp"] },
  { file: "skinny.conf", modules: ["chan_skinny"] },
  { file: "sccp.conf", modules: ["chan_sccp"] },
  { file: "alsa.conf", modules: ["chan_alsa"] },
  { file: "oss.conf", modules: ["chan_oss"] },
  { file: "phone.conf", modules: ["chan_phone"] },
  { file: "misdn.conf", modules: ["chan_misdn"] },
  { file: "vpb.conf", modules: ["chan_vpb"] },
  { file: "dongle.conf", modules: ["chan_dongle"] },
  { file: "quectel.conf", modules: ["chan_quectel"] },
  { file: "rpt.conf", modules: ["app_rpt"] },
  { file: "sla.conf", modules: ["app_sla", "app_meetme"] },
];

const contextOptions: ReadonlySet<string> = new Set([
  ...["context", "subscribecontext", "messagecontext", "message_context", "outofcall_message_context"],
  ...["defaultcontext", "contexts", "autocontext"],
]);

export function driverEntryPoints(parts: Parts): EntryPoints {
  const points = [...iaxUsers(parts), ...dahdiChannels(parts), ...dundiMappings(parts)];
  for (const source of others) {
    const load = readLoad(parts, source);
    if (load !== undefined) points.push(...anyContext(source, load));
  }
  return {
    points,
    complete: [iax, dahdi, dundi, ...others].every((source) => isComplete(parts, source)),
  };
}

function entry(
  { file }: Source,
  owner: string,
  option: ConfigOption,
  item: Item,
  certain: boolean,
): EntryPoint {
  return { context: item.text, kind: "call", written: { option, item }, file, owner, certain };
}

function whole({ value }: ConfigOption): Item {
  return stripped(value, 0, value.length);
}

/** Users may ask for any of their contexts and get the first where they ask for none. */
function* iaxUsers(parts: Parts): Generator<EntryPoint> {
  const load = readLoad(parts, iax);
  for (const section of load?.sections ?? []) {
    if (section.template) continue;
    const type = asciiLower(lastOption(section, "type")?.value ?? "");
    // The guest of the sample file is open to anybody: that its calls lead nowhere is as good as a lock.
    const isUser = (type === "user" || type === "friend") && section.name !== "guest";
    let isFirst = true;
    for (const option of section.options) {
      if (asciiLower(option.name) !== "context") continue;
      yield entry(iax, section.name, option, whole(option), isUser && isFirst);
      isFirst = false;
    }
  }
}

/** What stands before a `channel` line holds for it and for all below, until it is said anew. */
function* dahdiChannels(parts: Parts): Generator<EntryPoint> {
  const load = readLoad(parts, dahdi);
  for (const section of load?.sections ?? []) {
    if (section.template) continue;
    // In a section of its own a channel gets what the section says in the end.
    const own = section.options.some(({ name }) => asciiLower(name) === "dahdichan");
    let last: ConfigOption | undefined;
    let used = false;
    for (const option of section.options) {
      const name = asciiLower(option.name);
      if (name === "channel") used = true;
      // For calls with a ringing rhythm of their own.
      if (/^dring[1-3]context$/.test(name)) yield entry(dahdi, section.name, option, whole(option), false);
      if (name !== "context") continue;
      if (last !== undefined) yield entry(dahdi, section.name, last, whole(last), used && !own);
      last = option;
      used = false;
    }
    if (last !== undefined) yield entry(dahdi, section.name, last, whole(last), used || own);
  }
}

/** `name => context,weight,...` publishes the extensions of a context. */
function* dundiMappings(parts: Parts): Generator<EntryPoint> {
  const load = readLoad(parts, dundi);
  for (const section of load?.sections ?? []) {
    if (section.template || asciiLower(section.name) !== "mappings") continue;
    for (const option of section.options) {
      const [context] = strippedItems(option.value);
      if (context !== undefined) yield entry(dundi, option.name, option, context, false);
    }
  }
}

function* anyContext(source: Source, load: ConfigLoad): Generator<EntryPoint> {
  for (const section of load.sections) {
    if (section.template) continue;
    for (const option of section.options) {
      if (!contextOptions.has(asciiLower(option.name))) continue;
      for (const { start, end } of rawItems(option.value, ",")) {
        yield entry(source, section.name, option, stripped(option.value, start, end), false);
      }
    }
  }
}
