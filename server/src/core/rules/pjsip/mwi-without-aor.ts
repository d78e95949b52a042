import type { PjsipFaultRule } from "../rule.ts";
import { objects, piece, quoted, relatedLines } from "./words.ts";

export const mwiWithoutAor: PjsipFaultRule = {
  id: "pjsip/mwi-without-aor",
  on: "pjsip-fault",
  kinds: ["mwi-without-aor"],
  effect: "works-otherwise",
  summary: "Mailboxes of an endpoint whose AOR does not exist",
  describe: (fault, { environment, load }) => {
    // What we could not read, or what sorcery.conf names, may define it.
    if (load.partial || environment.sorcery.has("aor")) return undefined;
    const aor =
      fault.judgement.expected === "aors" ? 'has no "aors"' : `has no aor ${quoted(piece(fault))} to send to`;
    return {
      message: `${objects(fault)} ${aor}: its phone hears nothing about waiting messages in "mailboxes"`,
      related: relatedLines(fault, "waiting messages are announced for these"),
    };
  },
};
