import { knownOtherTypes, type PjsipCatalog } from "../../catalog/pjsip.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { SelectedSection } from "../../pjsip/select-objects.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { addTo } from "../../text/grouped.ts";
import { isSipType } from "../chan-sip/sip-sections.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { Finding, Fix, PjsipRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";

export const unknownType: PjsipRule = {
  id: "pjsip/unknown-type",
  on: "pjsip",
  effect: "line-ignored",
  summary: "Type that no object has",
  *check(model, { catalog }): Iterable<Finding> {
    for (const [option, sections] of byTypeLine(model.selected)) {
      const advice = adviceOn(option.value, catalog);
      const what =
        option.value === "" ? '"type" is empty' : `${quoted(option.value)} is not a type of object`;
      yield {
        ...valuePlace(option),
        message: `${what}: Asterisk skips ${counted("section", sections)} without a word${advice.words}`,
        fixes: advice.type === undefined ? [] : change(option, advice.type, advice.same === true),
      };
    }
  },
};

function change(option: ConfigOption, type: string, safe: boolean): readonly Fix[] {
  const place = pieceOf(option, 0, option.value.length);
  return writtenAt(place, type, `Change to "${type}"`, safe);
}

/** The `type` lines that no object came of, with the names of the sections that have them. */
function byTypeLine(selected: readonly SelectedSection[]): Map<ConfigOption, string[]> {
  const lines = new Map<ConfigOption, string[]>();
  for (const { object, typeOption, section } of selected) {
    if (object !== undefined || typeOption === undefined) continue;
    // A section of sip.conf is more than a wrong word.
    if (isSipType(typeOption.value)) continue;
    addTo(lines, typeOption, section.name);
  }
  return lines;
}

interface Advice {
  readonly words: string;
  /** The type that was most likely meant. */
  readonly type: string | undefined;
  /** Whether it is beyond doubt. */
  readonly same?: boolean;
}

function adviceOn(written: string, catalog: PjsipCatalog): Advice {
  const bare = asciiLower(written.replace(/["']/g, ""));
  if (catalog.types.has(bare)) {
    const words =
      bare === asciiLower(written) ? "; types are written in lower case" : "; write it without quotes";
    return { words, type: bare, same: true };
  }
  const other = knownOtherTypes.find((entry) => entry.written === bare);
  if (other !== undefined) return { words: `; use ${other.use}`, type: other.type };
  const [first = ""] = bare.split(/[\s#,/]/);
  if (first !== bare && catalog.types.has(first)) {
    const comment = /^\s*(?:#|\/\/)/.test(bare.slice(first.length));
    return {
      words: comment ? "; a comment begins with a semicolon" : "; one section is one object",
      type: first,
    };
  }
  return { words: "", type: closest(bare, catalog.types.keys()) };
}
