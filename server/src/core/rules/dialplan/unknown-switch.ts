import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { lastOption } from "../../config/section-lookup.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { isUnfinished, sectionsNamed } from "./general.ts";

const names: readonly string[] = ["Loopback", "Realtime", "IAX2", "DUNDi", "Lua"];

export const unknownSwitch: DialplanRule = {
  id: "dialplan/unknown-switch",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Switch that Asterisk does not have",
  *check({ contexts, load }) {
    const [general] = sectionsNamed(load, "general");
    const override = lastOption(general, "overrideswitch");
    if (override !== undefined && override.value !== "") {
      const [name = ""] = override.value.split("/");
      yield* finding(override, name);
    }
    for (const { switches } of contexts.values())
      for (const { name, option } of switches) yield* finding(option, name);
  },
};

function* finding(option: ConfigOption, name: string): Generator<Finding> {
  if (names.some((known) => equalsIgnoringCase(known, name)) || isUnfinished(name) || name.includes("$"))
    return;
  const near = equalsIgnoringCase(name, "IAX") ? "IAX2" : closest(name, names);
  const written = option.value.startsWith(name) ? pieceOf(option, 0, name.length) : undefined;
  yield {
    ...valuePlace(option, 0, name.length),
    message: `Asterisk has no switch ${quoted(name)}${near === undefined ? "" : ` (did you mean "${near}"?)`}: it logs a warning whenever it is asked, and finds nothing there`,
    runtimeLog: [`No such switch '${name}'`],
    fixes: near === undefined ? [] : writtenAt(written, near, `Change to "${near}"`, false),
  };
}
