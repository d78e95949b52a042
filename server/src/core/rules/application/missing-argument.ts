import type { ApplicationSpec } from "../../catalog/dialplan-spec.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { type CalledApplication, type CallSite, sitesThat } from "./calls.ts";
import { placeOf } from "./places.ts";

export const missingArgument: DialplanRule = {
  id: "application/missing-argument",
  on: "dialplan",
  effect: "call-fails",
  summary: "Application without an argument that it cannot do without",
  *check(dialplan, { installation }) {
    for (const site of incomplete(dialplan, installation)) {
      const missing = missingIn(site);
      if (missing === undefined) continue;
      const { call, line, spec } = site;
      const goesOn = spec?.incomplete === "goes-on";
      const outcome = goesOn
        ? "Asterisk goes on without doing anything"
        : "Asterisk hangs up when a call comes here";
      yield {
        ...placeOf(line, {
          start: call.application.start,
          end: Math.max(call.application.end, call.data.end),
        }),
        message: `${quoted(call.application.text)} needs the argument "${missing}": ${outcome}`,
        ...(goesOn ? { effect: "works-otherwise" as const } : {}),
      };
    }
  },
};

const incomplete = sitesThat(needsSome, (site) => missingIn(site) !== undefined);

/** Ask for what is missing, are told by other rules, or have arguments that take the place of each other. */
const exempt: ReadonlySet<string> = new Set(
  ["voicemail", "mixmonitor", "set", "mset", "if", "elseif", "while", "verbose", "disa", "execif"].concat([
    "gotoif",
    "gosubif",
    "gotoiftime",
    "execiftime",
    "wait",
    "retrydial",
    "stasisbroadcast",
    "log",
  ]),
);

/** Look at each argument that they need; others make do with what is there. */
const needAll: ReadonlySet<string> = new Set(
  [
    "statsd",
    "queuelog",
    "queueupdate",
    "pausequeuemember",
    "unpausequeuemember",
    "originate",
    "audiosocket",
  ].concat([
    "mobilesendsms",
    "mobilestatus",
    "jabbersend",
    "voicemailplaymsg",
    "saycountednoun",
    "saycountedadj",
  ]),
);

function needsSome({ name, spec }: CalledApplication): boolean {
  return spec !== undefined && !exempt.has(name) && requiredOf(spec, 0) !== undefined;
}

/** The name of the first argument that is certain to be missing. */
function missingIn({ call, spec, inner }: CallSite): string | undefined {
  if (spec === undefined || (inner && call.data.start >= call.data.end)) return undefined;
  const { arguments: given, certain } = call;
  if (given.length === 0) return requiredOf(spec, 0)?.name;
  if (!needAll.has(call.name)) return undefined;
  for (const [index, argument] of spec.arguments.entries()) {
    if (index >= given.length && certain < given.length) return undefined;
    if (index < given.length && (index >= certain || given[index]?.value !== "")) continue;
    if (argument.required) return argument.name;
  }
  return undefined;
}

function requiredOf(
  { arguments: given }: ApplicationSpec,
  from: number,
): ApplicationSpec["arguments"][number] | undefined {
  return given.slice(from).find(({ required }) => required);
}
