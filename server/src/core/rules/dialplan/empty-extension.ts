import type { DialplanFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { faulty } from "./words.ts";

export const emptyExtension: DialplanFaultRule = {
  id: "dialplan/empty-extension",
  on: "dialplan-fault",
  kinds: ["empty-extension"],
  effect: "line-ignored",
  summary: "Extension without a name",
  describe: (fault) => {
    const name = fault.option.name.toLowerCase() === "exten" ? faulty(fault) : "";
    const why = name.includes("$")
      ? `${quoted(name)} is empty when Asterisk loads the dialplan: only variables of [globals] have a value then`
      : "The extension has no name";
    return { message: `${why}. Asterisk ignores the line` };
  },
};
