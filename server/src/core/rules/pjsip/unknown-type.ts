import { knownOtherTypes, type PjsipCatalog } from "../../catalog/pjsip.ts";
import type { ConfigOption } from "../../config/load.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { SelectedSection } from "../../pjsip/select-objects.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { quoted } from "./words.ts";

export const unknownType: PjsipRule = {
  id: "pjsip/unknown-type",
  on: "pjsip",
  effect: "line-ignored",
  summary: "Type that no object has",
  *check(model, { catalog }): Iterable<Finding> {
    for (const [option, sections] of byTypeLine(model.selected)) {
      const { words, type } = advice(option.value, catalog);
      const names =
        sections.length === 1
          ? `section ${quoted(sections[0]?.section.name ?? "")}`
          : `${sections.length} sections`;
      const place = valuePlace(option);
      yield {
        ...place,
        message: `${quoted(option.value)} is not a type of object: Asterisk skips ${names} without a word${words}`,
        fixes:
          type === undefined
            ? []
            : [
                {
                  title: `Change to "${type}"`,
                  safe: isSameWord(option.value, type),
                  edits: [{ ...place, text: type }],
                },
              ],
      };
    }
  },
};

/** The `type` lines that no object came of, with the sections that have them. */
function byTypeLine(selected: readonly SelectedSection[]): Map<ConfigOption, SelectedSection[]> {
  const lines = new Map<ConfigOption, SelectedSection[]>();
  for (const entry of selected) {
    if (entry.object !== undefined || entry.typeOption === undefined) continue;
    const before = lines.get(entry.typeOption);
    if (before === undefined) lines.set(entry.typeOption, [entry]);
    else before.push(entry);
  }
  return lines;
}

/** What to say besides, and the type that was most likely meant. */
function advice(written: string, catalog: PjsipCatalog): { words: string; type: string | undefined } {
  const bare = asciiLower(written.replace(/["']/g, ""));
  if (catalog.types.has(bare)) return { words: "; types are compared to the letter", type: bare };
  const other = knownOtherTypes.find((entry) => entry.written === bare);
  if (other !== undefined) return { words: `; write ${other.use}`, type: other.type };
  return { words: "", type: closest(bare, catalog.types.keys()) };
}

function isSameWord(written: string, type: string): boolean {
  return asciiLower(written.replace(/["']/g, "")) === type;
}
