import { codecNamed } from "../../catalog/codecs.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { isOn } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import type { ObjectIndex } from "../../pjsip/object-index.ts";
import { type Item, strippedItems } from "../../pjsip/values/items.ts";
import { asciiLower } from "../../text/ascii.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Environment } from "../../workspace/environment.ts";
import { pieceOf } from "../fix.ts";
import { addedBehind, suggestion } from "../pjsip/added-line.ts";
import type { Edit, Effect, Finding, Fix, InstallationRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";

export const notInSdp: InstallationRule = {
  id: "codec/not-in-sdp",
  on: "installation",
  effect: "works-otherwise",
  summary: "Codec that never gets into an offer",
  *check(installation): Iterable<Finding> {
    const { environment } = installation;
    const index = installation.objects();
    const known = new Map<ConfigOption, readonly Useless[]>();
    const useless = index.lines("endpoint", "allow").flatMap(({ object, option }) => {
      const items = known.get(option) ?? ofLine(option, environment);
      known.set(option, items);
      return items
        .filter((codec) => isInForce(codec, object, index))
        .map((codec) => ({ endpoint: object, codec }));
    });
    const byItem = groupedBy(useless, ({ codec }) => codec);
    for (const [codec, group] of byItem) {
      const endpoints = group.map(({ endpoint }) => endpoint);
      const { option, item } = codec;
      yield {
        ...(pieceOf(option, item.start, item.end) ?? valuePlace(option)),
        message: message(codec, endpoints),
        effect: codec.effect,
        runtimeLog: codec.logged.flatMap((name) => endpoints.slice(0, 3).map(({ id }) => warning(name, id))),
        fixes: fixesOf(codec, endpoints[0]),
      };
    }
  },
};

/** An item of an allow line, and the codecs that it gives in vain. */
interface Useless {
  readonly option: ConfigOption;
  readonly item: Item;
  readonly name: string;
  readonly logged: readonly string[];
  readonly effect: Effect;
}

/** Whether no other line takes the codecs away again. */
function isInForce({ name }: Useless, endpoint: PjsipObject, index: ObjectIndex): boolean {
  return index.codecs(endpoint).names.has(name) && !(name === "all" && takesAway(endpoint, "codec2"));
}

function ofLine(option: ConfigOption, { moduleLoaded, extraCodecs }: Environment): readonly Useless[] {
  return strippedItems(option.value, ",|").flatMap((item): Useless[] => {
    const name = asciiLower(item.text).split(":")[0] ?? "";
    if (name === "all") return [{ option, item, name, logged: ["codec2"], effect: "redundant" }];
    const codec = codecNamed(name);
    if (codec === undefined || codec.usableInSdp || extraCodecs.has(name)) return [];
    // An external module, which may be installed, registers what SDP needs to know.
    if (codec.external === true && codec.module !== undefined && moduleLoaded(codec.module)) return [];
    const logged = codec.media === "audio" ? [name] : [];
    return [{ option, item, name, logged, effect: "works-otherwise" }];
  });
}

/** Whether a line takes a codec out of "all". */
function takesAway({ options }: PjsipObject, codec: string): boolean {
  return options.some(({ name, value }) => {
    const verb = asciiLower(name);
    if (verb !== "allow" && verb !== "disallow") return false;
    const item = verb === "allow" ? `!${codec}` : codec;
    return strippedItems(value, ",|").some(({ text }) => asciiLower(text) === item);
  });
}

function warning(codec: string, endpoint: string): string {
  return `Format '${codec}' can not be added to SDP, consider disallowing it on endpoint '${endpoint}'`;
}

function message({ name, item, logged }: Useless, endpoints: readonly PjsipObject[]): string {
  const who = counted(
    "endpoint",
    endpoints.map(({ id }) => id),
  );
  if (name === "all")
    return `"all" holds codecs that SDP cannot name: Asterisk logs a warning in every call of ${who}`;
  if (name === "t38") return `"t38" does not enable fax for ${who}: that is what "t38_udptl" is for`;
  const start = `${quoted(item.text)} never gets into an offer or answer of ${who}`;
  return logged.length === 0 ? start : `${start}, and Asterisk logs a warning in every call`;
}

function fixesOf({ option, item, name }: Useless, endpoint: PjsipObject | undefined): readonly Fix[] {
  if (name === "all" || endpoint === undefined) return [];
  const removed = itemRemoved(option, item);
  if (removed === undefined) return [];
  if (name !== "t38") return suggestion("Remove it", removed);
  if (isOn(endpoint, "t38_udptl", false)) return suggestion("Remove it", removed);
  const added = addedBehind(option, "t38_udptl", "yes");
  return added === undefined
    ? []
    : [{ title: "Write t38_udptl = yes instead", safe: false, edits: [removed, added] }];
}

/** Takes an item out with the separator before or behind it; not the only one. */
function itemRemoved(option: ConfigOption, item: Item): Edit | undefined {
  const items = strippedItems(option.value, ",|");
  const index = items.findIndex(({ start }) => start === item.start);
  const before = items[index - 1];
  const behind = items[index + 1];
  const place =
    before !== undefined
      ? pieceOf(option, before.end, item.end)
      : behind === undefined
        ? undefined
        : pieceOf(option, item.start, behind.start);
  return place === undefined ? undefined : { ...place, text: "" };
}
