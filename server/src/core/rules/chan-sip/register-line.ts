import { namePlace } from "../../config/option-span.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { counted } from "../words.ts";
import { isRegister } from "./sip-sections.ts";

export const registerLine: PjsipRule = {
  id: "chan-sip/register-line",
  on: "pjsip",
  effect: "line-ignored",
  summary: "Register line of sip.conf, which PJSIP does not read",
  *check({ selected }): Iterable<Finding> {
    for (const { object, section } of selected) {
      if (object !== undefined || !section.options.every(isRegister)) continue;
      const [first, ...others] = section.options;
      if (first === undefined) continue;
      const becomes =
        others.length === 0 ? "this becomes" : `each of these ${others.length + 1} lines becomes`;
      yield {
        ...namePlace(first),
        message: `"register" belongs to sip.conf: Asterisk skips ${counted("section", [section.name])} without a word and registers nowhere; in PJSIP ${becomes} a section of type registration with an auth as its outbound_auth`,
        related: others.slice(0, 10).map((option) => ({ ...namePlace(option), message: "another one" })),
      };
    }
  },
};
