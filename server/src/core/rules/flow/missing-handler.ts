import { priorityOf } from "../../dialplan/extension-index.ts";
import { isMissing, Targets } from "../../workspace/jumps/targets.ts";
import { sitesThat } from "../application/calls.ts";
import { placeOf } from "../application/places.ts";
import { contextsFor } from "../jump/doubts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { waysInto } from "./ways-in.ts";

export const missingHandler: DialplanRule = {
  id: "flow/missing-handler",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "WaitExten as the last step, where neither t nor e takes callers who press nothing",
  *check(dialplan, { installation }) {
    const ways = waysInto(dialplan, installation);
    const contexts = ways === undefined ? undefined : contextsFor(dialplan, installation);
    if (ways === undefined || contexts === undefined) return;
    const targets = new Targets(dialplan, contexts, installation);
    for (const { line, call, inner } of waiting(dialplan, installation)) {
      if (inner) continue;
      const place = line.places.find(({ extension, context, number }) => {
        if (priorityOf(extension, number + 1) !== undefined) return false;
        if (ways.isSupplied(extension, context, number + 1)) return false;
        const around = ways.contextsAround(context) ?? [];
        return (
          around.length > 0 &&
          around.every(({ name }) => ["t", "e"].every((handler) => isMissing(targets.find(name, handler, 1))))
        );
      });
      if (place === undefined) continue;
      const { context } = place;
      yield {
        ...placeOf(line, call.application),
        message: `Context ${quoted(context)} has no extension "t" or "e": Asterisk hangs up on callers who press nothing`,
        runtimeLog: [`Timeout but no rule 't' or 'e' in context '${context}'`],
      };
    }
  },
};

const waiting = sitesThat(({ name }) => name === "waitexten");
