import { placeOf } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { strayBlocks } from "./blocks.ts";

export const unclosedBlock: DialplanRule = {
  id: "flow/unclosed-block",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "While without EndWhile, or If without EndIf, in the same extension",
  *check(dialplan, { installation }) {
    for (const { kind, role, line, place } of strayBlocks(dialplan, installation)) {
      if (role !== "open" || line.call === undefined) continue;
      const { context, extension, number } = place;
      const at = `${extension.name.startsWith("_") ? "<exten>" : extension.name} priority ${number}`;
      yield {
        ...placeOf(line, line.call.application),
        message: `Extension "${extension.name}" has no ${kind.close} for this ${kind.open}: where the condition is false, the call goes on with the next step as if it were true`,
        runtimeLog: [`Couldn't find matching ${kind.close}? (${kind.open} at ${context}@${at})`],
      };
    }
  },
};
