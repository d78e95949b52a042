import { valuePlace } from "../../config/option-span.ts";
import { constantText, parseText } from "../../dialplan/substitution/text.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import { nameOf, pieceOf } from "../fix.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";

/** What has a value during a call only. */
const ofCalls: ReadonlySet<string> = new Set([
  ...["EXTEN", "CONTEXT", "PRIORITY", "CHANNEL", "UNIQUEID", "CALLERID"],
]);

export const emptyInSwitch: DialplanRule = {
  id: "dialplan/empty-in-switch",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "switch with a variable of the call, which is empty at load",
  *check({ contexts }) {
    for (const { switches } of contexts.values()) {
      for (const { kind, name, option } of switches) {
        if (kind !== "switch" || !option.value.includes("${")) continue;
        for (const part of parseText(option.value).parts) {
          if (part.kind !== "variable" && part.kind !== "function") continue;
          const variable = constantText(option.value, part.name);
          if (variable === undefined || !ofCalls.has(variable)) continue;
          const meant = equalsIgnoringCase(name, "Loopback") ? "lswitch" : "eswitch";
          const place = nameOf(option);
          yield {
            ...valuePlace(option, part.start, part.end),
            message: `"switch" replaces ${quoted(option.value.slice(part.start, part.end))} when Asterisk loads the dialplan, and it is empty then; "${meant}" replaces it during a call`,
            fixes:
              place === undefined || pieceOf(option, part.start, part.end) === undefined
                ? []
                : [{ title: `Change to "${meant}"`, safe: true, edits: [{ ...place, text: meant }] }],
          };
          break;
        }
      }
    }
  },
};
