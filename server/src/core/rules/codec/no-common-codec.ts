import { valuePlace } from "../../config/option-span.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import type { ObjectIndex } from "../../pjsip/object-index.ts";
import { lastOption, lastValue } from "../../pjsip/objects/object-fault.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";
import { audioCodecs, stiffEndpoints } from "./convertible.ts";
import { type Dialled, dialledBy } from "./dialled-endpoints.ts";

export const noCommonCodec: InstallationRule = {
  id: "codec/no-common-codec",
  on: "installation",
  effect: "works-otherwise",
  summary: "Endpoint that dials another with which it shares no codec",
  *check(installation): Iterable<Finding> {
    const dialplan = installation.load("extensions.conf");
    if (dialplan.outcome !== "loaded") return;
    const index = installation.objects();
    const endpoints = index.ofType("endpoint");
    // Mostly everything can be converted, and then nobody has to look at the dialplan.
    const stiff = new Set(stiffEndpoints(index, installation.environment));
    if (stiff.size === 0) return;
    const byName = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
    const dials = dialledBy(dialplan);
    for (const [place, callers] of groupedBy(pairs(), ({ place }) => place)) {
      const [first] = callers;
      const names = [...new Set(callers.map(({ caller }) => caller.id))];
      const who = counted("endpoint", names);
      const allow = lastOption(first.callee, "allow");
      yield {
        ...valuePlace(place.option, place.start, place.end),
        message: `${who.charAt(0).toUpperCase()}${who.slice(1)} and ${quoted(first.callee.id)} share no audio codec, and Asterisk has no module loaded that converts between theirs: such calls end when they are answered`,
        related: [lastOption(first.caller, "allow"), allow].flatMap((option) =>
          option === undefined ? [] : [{ ...valuePlace(option), message: "the codecs" }],
        ),
      };
    }

    function* pairs(): Generator<Pair> {
      for (const caller of endpoints) {
        for (const place of dials(lastValue(caller, "context") || "default")) {
          const callee = byName.get(place.endpoint);
          if (callee === undefined || !(stiff.has(caller) || stiff.has(callee))) continue;
          if (areDisjoint(caller, callee, index)) yield { place, caller, callee };
        }
      }
    }
  },
};

interface Pair {
  readonly place: Dialled;
  readonly caller: PjsipObject;
  readonly callee: PjsipObject;
}

function areDisjoint(left: PjsipObject, right: PjsipObject, index: ObjectIndex): boolean {
  const own = audioCodecs(left, index);
  const other = audioCodecs(right, index);
  if (own === undefined || other === undefined || own.length === 0 || other.length === 0) return false;
  return !own.some((name) => other.includes(name));
}
