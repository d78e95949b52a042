import { eachFile } from "../config/words.ts";
import type { LoadRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const brokenTemplate: LoadRule = {
  id: "placeholder/broken-template",
  on: "load",
  effect: "not-checked",
  summary: "Tag of a template without its end or its partner",
  *check(load) {
    for (const file of eachFile(load)) {
      const { template } = file;
      if (template?.broken === undefined) continue;
      const { start, end } = template.broken;
      const text = template.source.text.slice(start, Math.min(end, start + 60));
      yield {
        file,
        span: { start, end },
        message: `${quoted(text)} has no end or no partner: nothing else is checked in this template`,
      };
    }
  },
};
