// Which sections of pjsip.conf were written for sip.conf, the file of the old channel driver chan_sip.

import { chanSipOption } from "../../catalog/chan-sip.ts";
import { isPjsipFile } from "../../catalog/files.ts";
import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { firstOption } from "../../config/section-lookup.ts";
import { asciiLower } from "../../text/ascii.ts";

const types: ReadonlySet<string> = new Set(["peer", "friend", "user"]);

/** Whether a `type` is one of chan_sip. */
export function isSipType(value: string): boolean {
  return types.has(asciiLower(value));
}

/** `register => user:secret@host`. */
export function isRegister({ name }: ConfigOption): boolean {
  return asciiLower(name) === "register";
}

/** Whether a name is one of an option of chan_sip and of nothing in pjsip.conf. */
export function isSipName(name: string, catalog: PjsipCatalog): boolean {
  if (asciiLower(name) === "register") return true;
  if (chanSipOption(name) === undefined) return false;
  return ![...catalog.types.values()].some(
    (type) => type.spec.openEnded !== true && type.option(name) !== undefined,
  );
}

/** Tells whether a section without a type of PJSIP is one of sip.conf: by its type, or by what only chan_sip knew. */
export function sipSections(catalog: PjsipCatalog): (section: ConfigSection) => boolean {
  const known = new Map<string, boolean>();
  const isSip = (name: string): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const answer = isSipName(name, catalog);
    known.set(name, answer);
    return answer;
  };
  return (section) => {
    const type = firstOption(section, "type");
    if (type !== undefined) return isSipType(type.value);
    const own = section.options.filter((option) => isSip(option.name));
    const name = asciiLower(section.name);
    if (name === "general" || name === "authentication") return own.length > 0;
    return own.length > 2 || own.some((option) => isRegister(option) || asciiLower(option.name) === "host");
  };
}

/** Whether the rest of a header's line holds a whole section of sip.conf. */
export function isSipLine(root: string, rest: string): boolean {
  return isPjsipFile(root) && oneLine.test(rest);
}

const oneLine = /\btype\s*=>?\s*(?:peer|friend|user)\b.*\b(?:host|secret|username|defaultuser)\s*=/i;
