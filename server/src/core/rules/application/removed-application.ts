import type { Call } from "../../dialplan/step/call.ts";
import type { Text } from "../../dialplan/substitution/text.ts";
import type { DialplanRule, Finding, Fix, RuleContext } from "../rule.ts";
import { quoted } from "../words.ts";
import { hasOwnRule } from "./applications-with-own-rules.ts";
import { absentCalls, type CallSite } from "./calls.ts";
import { moduleOfOthers } from "./modules-of-others.ts";
import { placeOf, rewritten } from "./places.ts";
import { notFoundLog } from "./words.ts";

export const removedApplication: DialplanRule = {
  id: "application/removed-application",
  on: "dialplan",
  effect: "call-fails",
  summary: "Application that Asterisk no longer has",
  *check(dialplan, context) {
    const { settings, dialplanCatalog } = context.installation;
    const known = new Set(settings.knownApplications?.map((name) => name.toLowerCase()));
    for (const site of absentCalls(dialplan, context.installation)) {
      const { call, spec } = site;
      if (spec !== undefined || site.guarded || hasOwnRule(call.name) || known.has(call.name)) continue;
      if (call.spec !== undefined) {
        const { removedIn, replacement } = call.spec;
        if (removedIn === undefined || removedIn > settings.version.major) continue;
        yield finding(site, `was removed in Asterisk ${removedIn}`, replacement, context);
        continue;
      }
      const former = dialplanCatalog.applications.former(call.name);
      // Where a module of others has it still, that is another rule's matter.
      if (former === undefined || moduleOfOthers(call.name) !== undefined) continue;
      yield finding(
        site,
        `is gone, Asterisk ${former.lastSeenIn} was the last to have it`,
        former.replacement,
        context,
      );
    }
  },
};

function finding(
  site: CallSite,
  gone: string,
  replacement: string | undefined,
  { installation }: RuleContext,
): Finding {
  const { line, call } = site;
  const use = replacement === undefined ? "" : `; use ${replacement}`;
  return {
    ...placeOf(line, call.application),
    message: `${quoted(call.application.text)} ${gone}: Asterisk hangs up when a call comes here${use}`,
    runtimeLog: notFoundLog(site),
    fixes: fixes(
      site,
      replacement,
      installation.dialplanCatalog.applications.application(replacement ?? "")?.name,
    ),
  };
}

/** Applications whose arguments the one of today takes as they are. */
const sameArguments: ReadonlySet<string> = new Set(["deadagi", "zapsendkeypadfacility", "zapscan"]);

function fixes(
  { line, call, inner }: CallSite,
  replacement: string | undefined,
  application: string | undefined,
): readonly Fix[] {
  if (application !== undefined && takesTheSame(call)) {
    const safe = call.name !== "stopmonitor";
    return rewritten(line, call.application, application, `Change to "${application}"`, safe);
  }
  const { parentheses, option } = line.step;
  if (inner || parentheses === "unclosed" || line.step.restStart < option.value.length) return [];
  const recording = call.name === "monitor";
  const text = recording ? mixMonitorInstead(call) : assignmentInstead(call, replacement);
  if (text === undefined) return [];
  const whole = { start: call.application.start, end: option.value.length };
  return rewritten(line, whole, text, `Change to ${quoted(text)}`, !recording);
}

function takesTheSame(call: Call): boolean {
  if (sameArguments.has(call.name)) return true;
  // It took several assignments, which are one for Set.
  if (call.name === "setvar") return onlyArgument(call) !== undefined;
  return call.name === "stopmonitor" && call.data.start >= call.data.end;
}

/** Monitor(wav,name,b) names the format first, MixMonitor(name.wav,b) as the end of the file name. */
function mixMonitorInstead({ arguments: given, source }: Call): string | undefined {
  const [format, base, options, ...others] = given;
  if (format === undefined || base === undefined || others.length > 0) return undefined;
  if (!/^\w+$/.test(format.value ?? "") || base.start >= base.end) return undefined;
  const letters = options === undefined ? "" : options.value;
  if (letters === undefined || !/^[mb]*$/.test(letters)) return undefined;
  const file = `${source.slice(base.start, base.end)}.${format.value ?? ""}`;
  return `MixMonitor(${file}${letters.includes("b") ? ",b" : ""})`;
}

/** Applications that wrote their one argument to what a function writes now: `Set(CALLERID(num)=...)`. */
const writers: ReadonlySet<string> = new Set(
  [
    "setcidname",
    "setcidnum",
    "setcallerid",
    "setcallerpres",
    "setrdnis",
    "setaccount",
    "setcdruserfield",
  ].concat(
    ["setlanguage", "setmusiconhold", "setgroup", "settransfercapability", "setamaflags"],
    ["digittimeout", "absolutetimeout", "responsetimeout"],
  ),
);

/** Their argument says the name as well: `DBput(family/key=value)`. */
const namedWriters: Readonly<Record<string, string>> = { dbput: "DB", setglobalvar: "GLOBAL" };

function assignmentInstead(call: Call, replacement: string | undefined): string | undefined {
  if (call.name === "nocdr") return replacement;
  const data = onlyArgument(call);
  if (data === undefined) return undefined;
  const given = call.source.slice(data.start, data.end);
  const named = namedWriters[call.name];
  if (named !== undefined) {
    const parts = /^([^=(){}]+)=(.*)$/.exec(given);
    return parts === null ? undefined : `Set(${named}(${parts[1] ?? ""})=${parts[2] ?? ""})`;
  }
  return writers.has(call.name) ? replacement?.replace("...", () => given) : undefined;
}

/** The data where nothing in it separates arguments. */
function onlyArgument({ source, data }: Call): Text | undefined {
  const { start, end, parts } = data;
  const separated = parts.some(
    (part) => part.kind === "literal" && /[,|]/.test(source.slice(part.start, part.end)),
  );
  return separated || start >= end ? undefined : data;
}
