import { namePlace } from "../../config/option-span.ts";
import { quoted } from "../pjsip/words.ts";
import type { Finding, LoadRule } from "../rule.ts";

export const realtimeFile: LoadRule = {
  id: "config/realtime-file",
  on: "load",
  effect: "not-checked",
  summary: "File that extconfig.conf replaces by a database",
  *check(_load, { environment, root }): Iterable<Finding> {
    const mapping = environment.realtimeFiles.get(root);
    if (mapping === undefined) return;
    yield {
      ...namePlace(mapping.option),
      message: `extconfig.conf takes ${quoted(root)} from ${quoted(mapping.source)}: where that driver is loaded, Asterisk does not read the file at all`,
    };
  },
};
