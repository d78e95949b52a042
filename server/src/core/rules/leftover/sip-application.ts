import { isOfChanSip } from "../application/applications-with-own-rules.ts";
import { absentCalls, type CallSite } from "../application/calls.ts";
import { placeOf, rewritten } from "../application/places.ts";
import { notFoundLog } from "../application/words.ts";
import type { DialplanRule, Fix } from "../rule.ts";
import { quoted } from "../words.ts";

/** What to do with PJSIP, by the name in lower case. */
const instead: Readonly<Record<string, string>> = {
  sipaddheader:
    "Set(PJSIP_HEADER(add,<name>)=<value>) does it for PJSIP, but on the channel that is called: in a subroutine that Dial runs with its option b",
  sipremoveheader:
    "Set(PJSIP_HEADER(remove,<name>)=) does it for PJSIP, in a subroutine that Dial runs with its option b",
  sipdtmfmode: "Set(PJSIP_DTMF_MODE()=<mode>) does it for PJSIP",
  sipsendcustominfo: "PJSIP has nothing like it in the dialplan",
  sipgetheader: "Set(<variable>=${PJSIP_HEADER(read,<name>)}) does it for PJSIP",
};

export const sipApplication: DialplanRule = {
  id: "leftover/sip-application",
  on: "dialplan",
  effect: "call-fails",
  summary: "Application of chan_sip, which Asterisk no longer has",
  *check(dialplan, { installation }) {
    for (const site of absentCalls(dialplan, installation)) {
      const { call, line, spec } = site;
      if (spec !== undefined || site.guarded || !isOfChanSip(call.name)) continue;
      yield {
        ...placeOf(line, call.application),
        message: `${quoted(call.application.text)} was part of chan_sip: Asterisk hangs up when a call comes here; ${instead[call.name] ?? ""}`,
        runtimeLog: notFoundLog(site),
        fixes: fixes(site),
      };
    }
  },
};

const modes: Readonly<Record<string, string>> = { inband: "inband", info: "info", rfc2833: "rfc4733" };

/** Only the mode of DTMF is set on the same channel as before. */
function fixes({ call, line }: CallSite): readonly Fix[] {
  const mode = modes[call.arguments[0]?.value?.toLowerCase() ?? ""];
  if (call.name !== "sipdtmfmode" || mode === undefined) return [];
  const text = `Set(PJSIP_DTMF_MODE()=${mode}`;
  const whole = { start: call.application.start, end: call.data.end };
  return rewritten(line, whole, text, `Change to ${quoted(`${text})`)}`, false);
}
