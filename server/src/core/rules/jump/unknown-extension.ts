import type { Dialplan } from "../../dialplan/model.ts";
import { type Reach, reachOf } from "../../workspace/jumps/reach.ts";
import type { DialplanRule } from "../rule.ts";
import { mostQuestions, Suggestions } from "../suggestions.ts";
import { quoted } from "../words.ts";
import { brokenJumps } from "./broken-jumps.ts";
import { findingAt, fromWhere, guessed, outcomeOf, renamed } from "./words.ts";

export const unknownExtension: DialplanRule = {
  id: "jump/unknown-extension",
  on: "dialplan",
  effect: "call-fails",
  summary: "Jump to an extension that the context does not have",
  *check(dialplan, context) {
    const broken = brokenJumps(dialplan, context.installation).filter(
      ({ mistake }) => mistake === "unknown-extension",
    );
    const reach = broken.length > mostQuestions ? undefined : reachOf(dialplan, context.installation);
    const byContext = new Map<string, Suggestions>();
    for (const jump of broken) {
      const { miss } = jump;
      const part = jump.jump.extension;
      const name = miss.extension ?? "";
      const suggestions =
        byContext.get(miss.context) ??
        new Suggestions(reach === undefined ? [] : namesIn(reach, miss.context));
      byContext.set(miss.context, suggestions);
      const { near, text } = guessed(name, suggestions);
      const others = includesAny(dialplan, miss.context) ? ", with all that it includes," : "";
      const message = `Context ${quoted(miss.context)}${others} has no extension for ${quoted(name)}${text}${fromWhere(jump)}`;
      const fixes = near === undefined ? [] : renamed(jump, part, near);
      yield findingAt(jump, part, message, outcomeOf(jump, dialplan), fixes);
    }
  },
};

/** The extensions that may answer in a context, but for patterns. */
function* namesIn(reach: Reach, context: string): Generator<string> {
  for (const { extensions } of reach.closure(context)?.contexts ?? [])
    for (const { name } of extensions) if (!name.startsWith("_")) yield name;
}

function includesAny({ contexts }: Dialplan, name: string): boolean {
  const includes = contexts.get(name)?.includes ?? [];
  return includes.some(({ context }) => context !== name && contexts.has(context));
}
