import { namePlace } from "../../config/option-span.ts";
import { nameOf, writtenAt } from "../fix.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { sectionsNamed } from "./general.ts";

export const globalFunction: DialplanRule = {
  id: "dialplan/global-function",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function in [globals] that cannot be written",
  *check({ load }, { installation }) {
    const { functions } = installation.dialplanCatalog;
    for (const section of sectionsNamed(load, "globals")) {
      for (const option of section.options) {
        if (!option.name.endsWith(")")) continue;
        const [name = ""] = option.name.split("(");
        const spec = functions.function(name);
        const other = spec === undefined ? functions.ignoringCase(name)?.name : undefined;
        const place = nameOf(option);
        // What nobody knows may come from a module of somebody's own, or from func_odbc.conf.
        if (spec === undefined && other === undefined) continue;
        if (spec?.write === true) continue;
        const start = namePlace(option);
        yield {
          ...start,
          message:
            other === undefined
              ? `The function ${quoted(name)} can only be read: Asterisk ignores the line`
              : `Case counts in names of functions, and there is no ${quoted(name)} (did you mean "${other}"?): Asterisk ignores the line`,
          log: [
            other === undefined ? `Function ${name} cannot be written to` : `Function ${name} not registered`,
          ],
          fixes:
            other === undefined
              ? []
              : writtenAt(place, other + option.name.slice(name.length), `Change to "${other}"`, false),
        };
      }
    }
  },
};
