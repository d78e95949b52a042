import type { PjsipFault } from "../../pjsip/model.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";
import { forWhom, name, relatedLines, withoutLine } from "./words.ts";

export const ignoredOption: PjsipFaultRule = {
  id: "pjsip/ignored-option",
  on: "pjsip-fault",
  kinds: ["ignored-option"],
  effect: "works-otherwise",
  summary: "Option that has no effect together with another one",
  describe: (fault) => ({
    message: `${quoted(name(fault))} has no effect${forWhom(fault)}: ${reason(fault)}`,
    related: relatedLines(fault, "this option overrules it"),
    // Other objects that inherit the line may need it.
    fixes: fault.inherited ? [] : withoutLine(fault, false),
  }),
};

function reason(fault: PjsipFault): string {
  const [other] = fault.judgement.related;
  const option = asciiLower(name(fault));
  if (other !== undefined) {
    const overruled = `${quoted(`${other.name} = ${other.value}`)} in ${lineOf(other, fault.file)}`;
    return option === "dtls_rekey" ? `${overruled} sets it to 0` : `${overruled} makes its own certificate`;
  }
  return option === "tos" || option === "cos"
    ? "websocket connections belong to the HTTP server"
    : "websocket connections get their certificate from http.conf";
}
