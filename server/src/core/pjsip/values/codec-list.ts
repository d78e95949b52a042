// allow and disallow: ast_format_cap_update_by_allow_disallow in main/format_cap.c.

import { codecMeant, codecNamed, codecs, codecsPossible } from "../../catalog/codecs.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { noFaults, type ValueCheck, type ValueContext, type ValueFault } from "../value-fault.ts";
import { scanDecimal } from "./c-number.ts";
import { splitCodecs } from "./codec-separators.ts";
import { type Item, strippedItems } from "./items.ts";
import { accepted, rejected, replace, suggest } from "./make-fault.ts";

export const codecListCheck: ValueCheck = (value, context) => {
  const allowing = asciiLower(context.spec.name) === "allow";
  if (value === "" && !allowing) return noFaults;
  // Asterisk prints a list in parentheses, and takes one so written instead of all before it.
  const printed = value.startsWith("(") && value.endsWith(")") && value.length > 1;
  const list = printed ? ` ${value.slice(1, -1)} ` : value;
  const faults: ValueFault[] = [];
  const listed = new Set<string>();
  for (const item of strippedItems(list, ",|")) {
    const fault = itemFault(item, allowing, listed, context);
    if (fault !== undefined) faults.push(fault);
  }
  return faults.length === 0 ? noFaults : faults;
};

/** One item `[!]name[:framing]`; `listed` holds the codecs that the items before it have added. */
function itemFault(
  item: Item,
  allowing: boolean,
  listed: Set<string>,
  context: ValueContext,
): ValueFault | undefined {
  const negated = item.text.startsWith("!");
  const adds = allowing !== negated;
  const written = negated ? item.text.slice(1) : item.text;
  const colon = written.lastIndexOf(":");
  const name = colon === -1 ? written : written.slice(0, colon);
  const start = item.start + (negated ? 1 : 0);
  if (colon !== -1 && badFraming(written.slice(colon + 1))) {
    const log = [`Bad packetization value for codec ${name}`];
    const framing = start + colon + 1;
    const certain = isKnown(name, context);
    return rejected("invalid-framing", certain ? framing : item.start, item.end, () => log);
  }
  const lower = asciiLower(name);
  if (lower === "all") {
    listed.clear();
    return undefined;
  }
  if (!isKnown(name, context)) return unknown(item, start, name, written, adds, context);
  if (!adds) {
    listed.delete(lower);
    return undefined;
  }
  if (listed.has(lower)) return accepted("duplicate-codec", item.start, item.end);
  listed.add(lower);
  return undefined;
}

/** sscanf takes an empty text for success, so "ulaw:" passes. */
function badFraming(framing: string): boolean {
  if (/^[ \t-\r]*$/.test(framing)) return false;
  const milliseconds = scanDecimal(framing);
  return milliseconds === undefined || milliseconds < 0;
}

function isKnown(name: string, context: ValueContext): boolean {
  const lower = asciiLower(name);
  return lower === "all" || codecNamed(lower) !== undefined || context.extraCodecs.has(lower);
}

function unknown(
  item: Item,
  start: number,
  name: string,
  written: string,
  adds: boolean,
  context: ValueContext,
): ValueFault {
  const log = [`Cannot ${adds ? "allow" : "disallow"} unknown format '${name}'`];
  if (item.text === "") return rejected("empty-codec-item", item.start, item.end, () => log);
  const separated = splitCodecs(written, (word) => isKnown(word, context));
  if (separated !== undefined) {
    const text = item.text.startsWith("!") ? separated.map((word) => `!${word}`) : separated;
    return rejected("codec-separator", item.start, item.end, () => log, { replacement: text.join(",") });
  }
  const lower = asciiLower(name.trim());
  const end = start + name.length;
  const meant =
    codecMeant(lower) ?? (name.trim() !== name && isKnown(name.trim(), context) ? lower : undefined);
  if (meant !== undefined) return rejected("unknown-codec", start, end, () => log, replace(meant));
  const possible = codecsPossible(lower);
  const guess =
    possible.length > 0
      ? possible.join(",")
      : closest(name, [...codecs.map((codec) => codec.name), ...context.extraCodecs, "all"]);
  return rejected("unknown-codec", start, end, () => log, suggest(guess));
}
