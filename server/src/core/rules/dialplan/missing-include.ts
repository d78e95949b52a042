import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { Context, Include } from "../../dialplan/model.ts";
import { changedTo, pieceOf } from "../fix.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { quoted } from "../words.ts";

export const missingInclude: DialplanRule = {
  id: "dialplan/missing-include",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "include of a context that is not there",
  *check({ contexts, load }, { installation }) {
    const known = load.root === "extensions.conf" ? installation.contexts() : undefined;
    if (known === undefined) return;
    const suggestions = new Suggestions(known);
    // What many contexts inherit is one line.
    const found = new Map<ConfigOption, { readonly finding: Finding; readonly log: string[] }>();
    for (const context of contexts.values()) {
      let first = true;
      for (const include of context.includes) {
        if (contexts.has(include.context)) continue;
        const fromParking = include.context === "parkedcalls";
        if (
          known.has(include.context) &&
          !(fromParking && noParking(installation.load("res_parking.conf").outcome))
        )
          continue;
        const { option } = include;
        const before = found.get(option) ?? {
          finding: finding(include, fromParking, known, suggestions),
          log: [],
        };
        found.set(option, before);
        if (first) before.log.push(logOf(context, include));
        first = false;
      }
    }
    for (const { finding, log } of found.values()) yield { ...finding, log };
  },
};

/** Whether nothing makes the context of the default parking lot. */
function noParking(outcome: string): boolean {
  return outcome === "missing";
}

/** Asterisk names only the first one of each context. */
function logOf({ name }: Context, include: Include): string {
  return `Context '${name}' tries to include nonexistent context '${include.context}'`;
}

function finding(
  { context: name, option }: Include,
  fromParking: boolean,
  known: ReadonlySet<string>,
  suggestions: Suggestions,
): Finding {
  const end = Math.min(option.value.length, name.length);
  const place = valuePlace(option, 0, end);
  if (fromParking)
    return {
      ...place,
      effect: "redundant",
      message: `Nothing makes the context "parkedcalls", since there is no res_parking.conf: the include has no effect`,
    };
  const trimmed = name.trim();
  const near = known.has(trimmed) ? trimmed : suggestions.closest(name);
  const written = option.value.startsWith(name) ? pieceOf(option, 0, end) : undefined;
  const blank = near === trimmed && near !== name ? "; blanks belong to the name" : "";
  const meant = near === undefined || blank !== "" ? "" : ` (did you mean ${quoted(near)}?)`;
  return {
    ...place,
    message: `There is no context ${quoted(name)}${meant}${blank}: the include has no effect`,
    fixes: near === undefined ? [] : changedTo(written, near, blank !== ""),
  };
}
