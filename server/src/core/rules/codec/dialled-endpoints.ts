// A first reading of which endpoints a context dials by their literal names, for the rules about codecs; what
// variables, macros and other contexts reached by Goto add is left to the dialplan model.

import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { strippedItems } from "../../pjsip/values/items.ts";
import { asciiLower, trimBlanks } from "../../text/ascii.ts";
import { addTo } from "../../text/grouped.ts";

/** A Dial in a context. */
export interface Dialled {
  readonly endpoint: string;
  readonly option: ConfigOption;
  /** Where "PJSIP/..." stands in the option's value. */
  readonly start: number;
  readonly end: number;
}

/** Tells what a context dials, with the contexts that it includes; each context is read once. */
export function dialledBy(dialplan: ConfigLoad): (context: string) => readonly Dialled[] {
  const sections = new Map<string, ConfigSection[]>();
  for (const section of dialplan.sections) {
    addTo(sections, section.name, section);
  }
  const answers = new Map<string, readonly Dialled[]>();
  return (context) => {
    const known = answers.get(context);
    if (known !== undefined) return known;
    const found: Dialled[] = [];
    const seen = new Set([context]);
    for (const name of seen) {
      if (seen.size > maximumContexts) break;
      for (const option of sections.get(name)?.flatMap(({ options }) => options) ?? []) {
        const word = asciiLower(option.name);
        if (word === "include") seen.add(trimBlanks(option.value.split(/[,|]/)[0] ?? ""));
        else if (word === "exten" || word === "same") found.push(...endpointsIn(option));
      }
    }
    answers.set(context, found);
    return found;
  };
}

/** More than any real context includes. */
const maximumContexts = 200;

/** The endpoints that a line dials: PJSIP/endpoint, PJSIP/number@endpoint and PJSIP/endpoint/uri. */
function endpointsIn(option: ConfigOption): readonly Dialled[] {
  const call = /,\s*Dial\(([^,)]*)/i.exec(option.value);
  if (call === null) return [];
  const [all, targets = ""] = call;
  const offset = call.index + all.length - targets.length;
  return strippedItems(targets, "&").flatMap(({ text, start, end }) => {
    const [technology = "", place = ""] = text.split("/");
    const endpoint = place.slice(place.indexOf("@") + 1);
    if (asciiLower(technology) !== "pjsip" || endpoint === "" || /[${}]/.test(endpoint)) return [];
    return [{ endpoint, option, start: offset + start, end: offset + end }];
  });
}
