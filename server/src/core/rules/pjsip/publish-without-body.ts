import type { PjsipFault } from "../../pjsip/model.ts";
import { fixOf, lineBehind, optionLine } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { name, objects, piece } from "./words.ts";

export const publishWithoutBody: PjsipFaultRule = {
  id: "pjsip/publish-without-body",
  on: "pjsip-fault",
  kinds: ["publish-without-body"],
  effect: "call-fails",
  summary: "Outbound publish that publishes nothing",
  describe: (fault, { load }) => {
    const isThere = name(fault) === "@body";
    // What we could not read may hold it.
    if (!isThere && load.partial) return undefined;
    const reason = !isThere
      ? `event ${quoted(piece(fault))} needs an "@body"`
      : piece(fault) === ""
        ? '"@body" is empty'
        : `${quoted(piece(fault))} is not a type and subtype with "/" between them`;
    return {
      message: `${reason}: Asterisk publishes nothing for ${objects(fault)}`,
      fixes: isThere ? [] : bodyFix(fault),
    };
  },
};

const bodies: Readonly<Record<string, string>> = {
  presence: "application/pidf+xml",
  dialog: "application/dialog-info+xml",
};

function bodyFix(fault: PjsipFault): readonly Fix[] {
  const { option } = fault.judgement;
  const body = bodies[piece(fault)];
  if (option === undefined || body === undefined) return [];
  const edit = lineBehind(option, optionLine(fault.section, "@body", body));
  return fixOf(edit, `Insert "@body = ${body}"`, false);
}
