import { valuePlace } from "../../config/option-span.ts";
import type { Context, Include } from "../../dialplan/model.ts";
import { closest } from "../../text/closest.ts";
import { pieceOf, quoted } from "../pjsip/words.ts";
import type { DialplanRule, Finding } from "../rule.ts";

export const missingInclude: DialplanRule = {
  id: "dialplan/missing-include",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "include of a context that is not there",
  *check({ contexts, load }, { installation }) {
    const known = load.root === "extensions.conf" ? installation.contexts() : undefined;
    if (known === undefined) return;
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
        yield finding(context, include, first, fromParking, known);
        first = false;
      }
    }
  },
};

/** Whether nothing makes the context of the default parking lot. */
function noParking(outcome: string): boolean {
  return outcome === "missing";
}

function finding(
  context: Context,
  { context: name, option }: Include,
  first: boolean,
  fromParking: boolean,
  known: ReadonlySet<string>,
): Finding {
  // Asterisk names only the first one of each context.
  const log = first ? [`Context '${context.name}' tries to include nonexistent context '${name}'`] : [];
  const end = Math.min(option.value.length, name.length);
  const place = valuePlace(option, 0, end);
  if (fromParking)
    return {
      ...place,
      log,
      effect: "redundant",
      message: `Nothing makes the context "parkedcalls", since there is no res_parking.conf: the include has no effect`,
    };
  const trimmed = name.trim();
  const near = known.has(trimmed) ? trimmed : closest(name, known);
  const written = option.value.startsWith(name) ? pieceOf(option, 0, end) : undefined;
  const blank = near === trimmed && near !== name ? "; blanks belong to the name" : "";
  const meant = near === undefined || blank !== "" ? "" : ` (did you mean ${quoted(near)}?)`;
  return {
    ...place,
    log,
    message: `There is no context ${quoted(name)}${meant}${blank}: the include has no effect`,
    fixes:
      near === undefined || written === undefined
        ? []
        : [{ title: `Change to ${quoted(near)}`, safe: blank !== "", edits: [{ ...written, text: near }] }],
  };
}
