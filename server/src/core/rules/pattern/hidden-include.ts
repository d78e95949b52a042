import { valuePlace } from "../../config/option-span.ts";
import type { Context, Dialplan, Extension, Include } from "../../dialplan/model.ts";
import { languageOf } from "../../dialplan/pattern/matches.ts";
import { covers } from "../../dialplan/pattern/overlap.ts";
import { isPatternName } from "../../dialplan/pattern/parse-pattern.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";

export const hiddenInclude: DialplanRule = {
  id: "pattern/hidden-include",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "include whose numbers a pattern of the context takes first",
  *check(dialplan) {
    // What we cannot see may hold numbers that no pattern takes.
    if (dialplan.partial || dialplan.load.root !== "extensions.conf") return;
    for (const context of dialplan.contexts.values()) {
      if (context.includes.length === 0) continue;
      const broad = broadPatterns(context);
      if (broad.length === 0) continue;
      const answers = new Map<Context, Extension | undefined>();
      for (const include of context.includes) yield* finding(dialplan, context, include, broad, answers);
    }
  },
};

/** Patterns that take numbers of any length and run for every caller. */
function broadPatterns({ extensions }: Context): readonly Extension[] {
  return extensions
    .filter(({ name, callerId, unknown, priorities }) => {
      if (unknown || callerId !== undefined || !isPatternName(name) || priorities[0]?.number !== 1)
        return false;
      const { positions, tail } = languageOf(name);
      return (tail === "some" || tail === "any") && positions.length <= 2;
    })
    .slice(0, mostBroad);
}

const mostBroad = 6;

function* finding(
  { contexts }: Dialplan,
  context: Context,
  include: Include,
  broad: readonly Extension[],
  answers: Map<Context, Extension | undefined>,
): Generator<Finding> {
  const included = contexts.get(include.context);
  if (included === undefined || included === context) return;
  if (!answers.has(included)) answers.set(included, hiding(included, broad));
  const by = answers.get(included);
  if (by === undefined) return;
  yield {
    ...valuePlace(include.option, 0, Math.min(include.context.length, include.option.value.length)),
    message: `${quoted(by.name)} of ${quoted(context.name)} takes every number of ${quoted(include.context)}, and Asterisk searches includes last: no call from here begins in that context`,
  };
}

/** The pattern that takes every extension of a context, where it is one and the same. */
function hiding(
  { extensions, includes, switches, autohints }: Context,
  broad: readonly Extension[],
): Extension | undefined {
  if (extensions.length === 0 || includes.length > 0 || switches.length > 0 || autohints) return undefined;
  return broad.find((wide) =>
    extensions.every(({ name, unknown, hint }) => !unknown && hint === undefined && covers(wide.name, name)),
  );
}
