import { valuePlace } from "../../config/option-span.ts";
import type { Context, Switch } from "../../dialplan/model.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import { changedTo, pieceOf } from "../fix.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { quoted } from "../words.ts";
import { isUnfinished } from "./general.ts";

export const loopbackContext: DialplanRule = {
  id: "dialplan/loopback-context",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Loopback switch to its own context, or to one that is not there",
  *check({ contexts, load }, { installation }) {
    const known = load.root === "extensions.conf" ? installation.contexts() : undefined;
    const suggestions = new Suggestions(known ?? []);
    for (const context of contexts.values()) {
      for (const asked of context.switches) {
        if (!equalsIgnoringCase(asked.name, "Loopback") || isUnfinished(asked.data)) continue;
        yield* finding(context, asked, known, suggestions);
      }
    }
  },
};

function* finding(
  context: Context,
  { data, option }: Switch,
  known: ReadonlySet<string> | undefined,
  suggestions: Suggestions,
): Generator<Finding> {
  const target = /@([^/:]*)/.exec(data)?.[1] ?? "";
  if (target.includes("$") || option.value.includes("$[")) return;
  const from = option.value.lastIndexOf(`@${target}`) + 1;
  const place = from > 0 ? valuePlace(option, from, from + target.length) : valuePlace(option);
  if (target === "" || equalsIgnoringCase(target, context.name)) {
    const why = target === "" ? "names no context" : "leads back to its own context";
    yield {
      ...place,
      message: `The Loopback switch of ${quoted(context.name)} ${why}, where Asterisk does not look again: it finds nothing`,
    };
    return;
  }
  if (known === undefined || known.has(target)) return;
  const near = suggestions.closest(target);
  const written = from > 0 ? pieceOf(option, from, from + target.length) : undefined;
  yield {
    ...place,
    message: `There is no context ${quoted(target)}${near === undefined ? "" : ` (did you mean ${quoted(near)}?)`}: the switch finds nothing`,
    fixes: near === undefined ? [] : changedTo(written, near, false),
  };
}
