import { valuePlace } from "../../config/option-span.ts";
import { isEmptyText } from "../../dialplan/step/known-text.ts";
import { linesWithText } from "../../workspace/per-context.ts";
import { rewritten } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const emptyHint: DialplanRule = {
  id: "device/empty-hint",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Hint without a device",
  *check(dialplan, { installation }) {
    for (const line of withoutDevice(installation.steps(dialplan))) {
      const { presence } = line.hint ?? {};
      const { option, application, priority } = line.step;
      if (application.text !== "" || (presence !== undefined && !isEmptyText(presence))) continue;
      // A label in the words of Asterisk, and a device in those of who wrote it.
      const [, device] = /^hint\(([A-Za-z0-9]+[/:][^()]*)\)$/.exec(priority.text) ?? [];
      const meant = `hint,${device ?? ""}`;
      yield {
        ...valuePlace(option, priority.start, priority.end),
        message:
          device === undefined
            ? "This hint names no device: it never shows a state"
            : `The device of a hint stands behind a comma: write ${quoted(meant)}, or it never shows a state`,
        fixes:
          device === undefined ? [] : rewritten(line, priority, meant, `Change to ${quoted(meant)}`, true),
      };
    }
  },
};

const withoutDevice = linesWithText(({ hint }) => hint !== undefined && hint.devices.length === 0);
