// What the objects of pjsip.conf and pjsip_wizard.conf name: other objects, contexts, sections of other files.

import type { OptionSpec } from "../../catalog/option-spec.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { lastOption } from "../../config/section-lookup.ts";
import { isMade } from "../../pjsip/model.ts";
import { contextTarget } from "../../pjsip/references.ts";
import { type Item, stripped, strippedItems } from "../../pjsip/values/items.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Installation } from "../../workspace/installation.ts";
import { allObjects } from "../../workspace/names.ts";
import type { Occurrences } from "./symbol.ts";

/** Adds what the options of all objects name. */
export function addObjects(installation: Installation, occurrences: Occurrences): void {
  const { catalog, load, wizard } = installation;
  const wizards = new Set(wizard(load("pjsip_wizard.conf")).wizards.map(({ section }) => section));
  for (const section of wizards) {
    const option = lastOption(section, "hint_context");
    if (option !== undefined) occurrences.add("context", option.value, "reference", valuePlace(option));
  }
  const objects = allObjects(installation);
  const made = new Map<string, string>();
  for (const { type, id, section } of objects) {
    if (wizards.has(section)) made.set(`${type}\0${id}`, section.name);
  }
  const done = new Set<ConfigOption>();
  for (const object of objects) {
    for (const option of object.options) {
      if (done.has(option)) continue;
      done.add(option);
      const spec = catalog.types.get(object.type)?.option(option.name);
      if (spec !== undefined) addOption(option, spec);
    }
  }

  function addOption(option: ConfigOption, spec: OptionSpec): void {
    // What a wizard makes of another line is written nowhere.
    if (isMade(option)) return;
    const kind = kindOf(spec);
    if (kind === undefined) {
      if (asciiLower(spec.name) === "set_var") addVariable(option);
      return;
    }
    const { value } = option;
    const items = spec.kind === "refList" ? strippedItems(value) : [stripped(value, 0, value.length)];
    for (const item of items) addItem(option, item, kind);
  }

  function addItem(option: ConfigOption, item: Item, kind: { kind: string; within: string }): void {
    const place = valuePlace(option, item.start, item.end);
    const wizardName = made.get(`${kind.kind}\0${item.text}`);
    if (kind.kind === "mailbox") addMailbox(item.text, place);
    // A wizard's endpoint bears its name; what it makes besides has names of its own making.
    else if (wizardName === item.text) occurrences.add("wizard", wizardName, "reference", place);
    else occurrences.add(kind.kind, item.text, "reference", place, kind.within);
  }

  function addMailbox(text: string, place: ReturnType<typeof valuePlace>): void {
    const name = text.includes("@") ? text : `${text}@default`;
    occurrences.add("mailbox", name, "reference", place, "", false);
  }

  /** `set_var = NAME=value` */
  function addVariable(option: ConfigOption): void {
    const equals = option.value.indexOf("=");
    if (equals <= 0) return;
    const { text, start, end } = stripped(option.value, 0, equals);
    const underscores = /^_*/.exec(text)?.[0].length ?? 0;
    occurrences.add(
      "variable",
      text.slice(underscores),
      "write",
      valuePlace(option, start + underscores, end),
    );
  }
}

function kindOf(spec: OptionSpec): { readonly kind: string; readonly within: string } | undefined {
  const target = spec.refersTo;
  if (target === undefined) return undefined;
  if (target === contextTarget) return { kind: "context", within: "" };
  if (target === "voicemail.conf:mailbox") return { kind: "mailbox", within: "" };
  const [file = "", what] = target.split(":");
  if (what !== undefined) return { kind: "section", within: file };
  return / /.test(target) || target === "codec" ? undefined : { kind: target, within: "" };
}
