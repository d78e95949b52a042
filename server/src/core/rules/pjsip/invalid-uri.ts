import type { PjsipFault } from "../../pjsip/model.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, objects, piece, replacements } from "./words.ts";

export const invalidUri: PjsipFaultRule = {
  id: "pjsip/invalid-uri",
  on: "pjsip-fault",
  kinds: ["invalid-uri", "unusable-uri"],
  effect: "object-rejected",
  summary: "Value that is not a SIP URI",
  describe: (fault) => ({
    message: `${trouble(fault)}: ${fault.judgement.rejects ? consequence(fault) : later(fault)}`,
    fixes: replacements(fault),
    runtimeLog: whenDialled(fault),
    ...(fault.judgement.rejects ? {} : { effect: "call-fails" as const }),
  }),
};

function trouble(fault: PjsipFault): string {
  if (name(fault) === "contact_header_params")
    return `${quoted(piece(fault))} cannot follow a Contact header`;
  const scheme = /^<?sips?:/i.test(piece(fault)) ? "" : `, which would begin with "sip:"`;
  return `${quoted(piece(fault))} is not a valid SIP URI${scheme}`;
}

/** Nobody looks at it before it is used. */
function later(fault: PjsipFault): string {
  return name(fault) === "outbound_proxy"
    ? `Asterisk loads ${objects(fault)}, but no request gets out through this proxy`
    : `Asterisk loads ${objects(fault)}, but calls to this contact fail`;
}

/** What Asterisk logs of each call that wants to go through the proxy. */
function whenDialled(fault: PjsipFault): readonly string[] {
  if (fault.judgement.rejects || fault.type !== "endpoint") return [];
  const { option } = fault.judgement;
  return fault.ids.map(
    (id) =>
      `Could not create dialog to endpoint '${id}' as outbound proxy URI '${option?.value ?? ""}' is not valid`,
  );
}
