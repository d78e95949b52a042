import { valuePlace } from "../../config/option-span.ts";
import type { Context, Dialplan, Include } from "../../dialplan/model.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const includeCycle: DialplanRule = {
  id: "flow/include-cycle",
  on: "dialplan",
  effect: "redundant",
  summary: "Context that includes itself, straight away or by way of others",
  *check(dialplan) {
    const seen = new Set<unknown>();
    for (const { include, from } of closingIncludes(dialplan)) {
      if (seen.has(include.option)) continue;
      seen.add(include.option);
      const message =
        include.context === from.name
          ? `Context ${quoted(from.name)} includes itself: Asterisk looks into each context once, so this line does nothing`
          : `Context ${quoted(include.context)} includes ${quoted(from.name)}, too: Asterisk looks into each context once, so the circle only makes their order depend on where a call begins`;
      yield { ...valuePlace(include.option, 0, include.context.length), message };
    }
  },
};

interface Closing {
  readonly include: Include;
  readonly from: Context;
}

/** The includes that lead back to a context on the way to which they stand. */
function* closingIncludes({ contexts }: Dialplan): Generator<Closing> {
  const states = new Map<string, "open" | "done">();
  for (const first of contexts.values()) {
    if (states.has(first.name)) continue;
    const way: { readonly context: Context; next: number }[] = [{ context: first, next: 0 }];
    states.set(first.name, "open");
    for (let step = way[way.length - 1]; step !== undefined; step = way[way.length - 1]) {
      const include = step.context.includes[step.next++];
      if (include === undefined) {
        states.set(step.context.name, "done");
        way.pop();
        continue;
      }
      const included = contexts.get(include.context);
      const state = states.get(include.context);
      if (state === "open") yield { include, from: step.context };
      else if (state === undefined && included !== undefined) {
        states.set(included.name, "open");
        way.push({ context: included, next: 0 });
      }
    }
  }
}
