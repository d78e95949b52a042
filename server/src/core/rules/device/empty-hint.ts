import { valuePlace } from "../../config/option-span.ts";
import { isEmptyText } from "../../dialplan/step/known-text.ts";
import type { DialplanRule } from "../rule.ts";
import { hintLines } from "./hints.ts";

export const emptyHint: DialplanRule = {
  id: "device/empty-hint",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Hint without a device",
  *check(dialplan, { installation }) {
    for (const { line, hint } of hintLines(dialplan, installation)) {
      const { presence } = hint;
      const { option, application, priority } = line.step;
      if (application.text !== "" || (presence !== undefined && !isEmptyText(presence))) continue;
      yield {
        ...valuePlace(option, priority.start, priority.end),
        message: "This hint names no device: it never shows a state",
      };
    }
  },
};
