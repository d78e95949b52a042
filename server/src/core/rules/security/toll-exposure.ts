import type { StepLine } from "../../dialplan/lines.ts";
import type { Context, Dialplan } from "../../dialplan/model.ts";
import type { Call } from "../../dialplan/step/call.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { contextOf, hasAccessList, isOpenToNetwork } from "../../pjsip/reachability.ts";
import type { Installation } from "../../workspace/installation.ts";
import { callsOf } from "../application/calls.ts";
import { placeOf } from "../application/places.ts";
import type { InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const tollExposure: InstallationRule = {
  id: "security/toll-exposure",
  on: "installation",
  effect: "insecure",
  profile: "strict",
  summary: "Strangers reach a Dial that takes their number to an outside line",
  *check(installation) {
    if (!installation.environment.moduleLoaded("res_pjsip_endpoint_identifier_anonymous")) return;
    const index = installation.objects();
    if (!isOpenToNetwork(index)) return;
    for (const endpoint of index.ofType("endpoint")) {
      if (!/^anonymous(?:@|$)/.test(endpoint.id) || hasAccessList(endpoint)) continue;
      if (filledOption(endpoint, "auth") !== undefined) continue;
      const way = wayOut(contextOf(endpoint), installation);
      if (way === undefined) continue;
      yield {
        ...headerPlace(endpoint.section),
        message: `Strangers may call at your expense: ${quoted(endpoint.id)} takes their calls into context ${quoted(contextOf(endpoint))}, and from there a number that they dial goes out`,
        related: [{ ...placeOf(way.line, way.call.data), message: "it goes out here" }],
      };
    }
  },
};

/** The first step in a context, or in what it includes, that takes a dialled number outside. */
function wayOut(
  context: string,
  installation: Installation,
): { readonly line: StepLine; readonly call: Call } | undefined {
  const dialplan = installation.dialplan();
  const { lineOf } = installation.steps(dialplan);
  for (const { extensions } of reached(context, dialplan)) {
    for (const { name, priorities } of extensions) {
      if (!name.startsWith("_")) continue;
      for (const priority of priorities) {
        const line = lineOf(priority);
        const call = line === undefined ? undefined : callsOf(line).find(dialsOut);
        if (line !== undefined && call !== undefined) return { line, call };
      }
    }
  }
  return undefined;
}

/** A context and all that it includes, each once. */
function* reached(start: string, { contexts }: Dialplan): Generator<Context> {
  const seen = new Set([start]);
  for (const name of seen) {
    const context = contexts.get(name);
    if (context === undefined) continue;
    yield context;
    for (const include of context.includes) seen.add(include.context);
  }
}

/** `PJSIP/${EXTEN}@trunk`, `DAHDI/g1/${EXTEN}`: a number goes to another exchange, not to a phone of that name. */
function dialsOut({ name, arguments: [devices] }: Call): boolean {
  if (name !== "dial" || devices === undefined) return false;
  return devices.raw
    .split("&")
    .some((device) => /^\s*(?:(?:PJ)?SIP\/.*\bEXTEN\b.*@|(?:DAHDI|IAX2)\/[^/]+\/.*\bEXTEN\b)/i.test(device));
}
