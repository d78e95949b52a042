import { placeOf } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { strayBlocks } from "./blocks.ts";

export const blockWithoutStart: DialplanRule = {
  id: "flow/block-without-start",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "EndWhile without While, or EndIf or Else without If, in the same extension",
  *check(dialplan, { installation }) {
    const strays = strayBlocks(dialplan, installation);
    for (const { kind, role, line, place } of strays) {
      // The end of a loop may serve another extension, whose loop has none.
      const other = strays.some((stray) => stray.kind === kind && stray.role === "open");
      if (role === "open" || other || line.call === undefined) continue;
      yield {
        ...placeOf(line, line.call.application),
        message: `Extension "${place.extension.name}" has no ${kind.open} before this ${line.call.application.text}, so it belongs to no block`,
      };
    }
  },
};
