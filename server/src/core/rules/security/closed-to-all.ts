import { valuePlace } from "../../config/option-span.ts";
import { type AccessRule, accessRules, closesAll, withAccessRules } from "../../pjsip/access-list.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";

export const closedToAll: InstallationRule = {
  id: "security/closed-to-all",
  on: "installation",
  effect: "call-fails",
  summary: "Access list that refuses every address",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    for (const type of ["endpoint", "acl"]) {
      const closed = withAccessRules(index, type).flatMap((object) =>
        (["", "contact_"] as const).flatMap((prefix) => closedBy(object, prefix) ?? []),
      );
      for (const [option, group] of groupedBy(closed, ({ closing }) => closing.option)) {
        const [first] = group;
        const ids = group.map(({ object }) => object.id);
        const what = quoted(`${option.name} = ${first.closing.text}`);
        yield {
          ...valuePlace(option),
          message: `the last line that covers an address decides, and ${what} covers all${first.overruled === undefined ? "" : ", those permitted above it, too"}: ${type === "acl" ? "Asterisk answers every SIP request with 403" : `Asterisk refuses every request for ${counted("endpoint", ids)}`}`,
          related:
            first.overruled === undefined
              ? []
              : [{ ...valuePlace(first.overruled.option), message: "this has no effect" }],
        };
      }
    }
  },
};

interface Closed {
  readonly object: PjsipObject;
  readonly closing: AccessRule;
  readonly overruled: AccessRule | undefined;
}

/** An endpoint that denies all and permits nothing may be meant for outbound calls alone. */
function closedBy(object: PjsipObject, prefix: "" | "contact_"): Closed | undefined {
  const rules = accessRules(object, prefix) ?? [];
  const closing = closesAll(rules);
  if (closing === undefined) return undefined;
  const overruled = rules.find(({ allows }) => allows);
  if (overruled === undefined && object.type === "endpoint") return undefined;
  return { object, closing, overruled };
}
