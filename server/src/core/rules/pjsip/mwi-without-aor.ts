import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { objects, piece, relatedLines } from "./words.ts";

export const mwiWithoutAor: PjsipFaultRule = {
  id: "pjsip/mwi-without-aor",
  on: "pjsip-fault",
  kinds: ["mwi-without-aor"],
  effect: "works-otherwise",
  summary: "Mailboxes of an endpoint whose AOR does not exist",
  describe: (fault, { environment, load }) => {
    // What we could not read, or what sorcery.conf names, may define it.
    if (load.partial || environment.sorcery.has("aor")) return undefined;
    return {
      message:
        fault.judgement.expected === "aors"
          ? `there is no "aors" beside "mailboxes": Asterisk tells no phone of ${objects(fault)} about waiting messages`
          : `there is no aor ${quoted(piece(fault))}: Asterisk cannot tell its phones about waiting messages for ${objects(fault)}`,
      related: relatedLines(fault, "waiting messages are announced for these"),
    };
  },
};
