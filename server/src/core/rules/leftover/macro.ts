import { formatVersion } from "../../catalog/version.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import type { Context, Dialplan } from "../../dialplan/model.ts";
import type { Argument } from "../../dialplan/step/arguments.ts";
import type { Call } from "../../dialplan/step/call.ts";
import { endsHere } from "../../dialplan/step/flow.ts";
import type { DialplanSteps } from "../../dialplan/steps.ts";
import { constantText } from "../../dialplan/substitution/text.ts";
import { isMacro } from "../application/applications-with-own-rules.ts";
import { type CalledApplication, type CallSite, sitesThat } from "../application/calls.ts";
import { placeOf, rewritten } from "../application/places.ts";
import { notFoundLog } from "../application/words.ts";
import type { DialplanRule, Finding, Fix, Related, RuleContext } from "../rule.ts";
import { quoted } from "../words.ts";
import { type Fitness, fitnessOf, needsOf } from "./macro-fitness.ts";

export const macro: DialplanRule = {
  id: "leftover/macro",
  on: "dialplan",
  effect: "call-fails",
  summary: "Macro, which Gosub replaces",
  *check(dialplan, context) {
    const { installation } = context;
    const notes = new Map<string, readonly Related[]>();
    for (const site of macros(dialplan, installation)) {
      yield finding(site, dialplan, context, notes);
    }
  },
};

const macros = sitesThat(isMacroOfOld, ({ guarded }) => !guarded);

function isMacroOfOld({ name, known }: CalledApplication): boolean {
  return known !== undefined && isMacro(name);
}

function finding(
  site: CallSite,
  dialplan: Dialplan,
  { installation }: RuleContext,
  notes: Map<string, readonly Related[]>,
): Finding {
  const { call, line, spec } = site;
  const gone = spec === undefined;
  const version = formatVersion(installation.settings.version);
  const written = quoted(call.application.text);
  const use = call.spec?.replacement ?? "Gosub";
  const called = call.name === "macroexit" ? undefined : macroName(site);
  let related = called === undefined ? undefined : notes.get(called);
  if (called !== undefined && related === undefined) {
    related = notesOn(dialplan.contexts.get(`macro-${called}`), installation.steps(dialplan));
    notes.set(called, related);
  }
  return {
    ...placeOf(line, call.application),
    message: gone
      ? `Asterisk ${version} has no ${written} any more: it hangs up when a call comes here; use ${use}`
      : `${written} is deprecated, and gone in Asterisk 21; use ${use}`,
    runtimeLog: gone ? notFoundLog(site) : [],
    ...(related === undefined || related.length === 0 ? {} : { related }),
    fixes: fixes(
      site,
      called,
      called === undefined ? undefined : fitnessOf(dialplan, called, installation),
      gone,
    ),
    ...(gone ? {} : { effect: "legacy" as const }),
  };
}

/** The macro that is called where its name is constant. */
function macroName({ call }: CallSite): string | undefined {
  if (call.name !== "macro" && call.name !== "macroexclusive") return undefined;
  const [name] = call.arguments;
  const text = name === undefined ? undefined : constantText(call.source, name.text);
  return text === undefined || !/^[\w.-]+$/.test(text) ? undefined : text;
}

/** Gosub only comes back from a context that ends in Return, which a macro must not have. */
function fixes(
  { call, line, inner }: CallSite,
  called: string | undefined,
  fitness: Fitness | undefined,
  gone: boolean,
): readonly Fix[] {
  const { application, data, source } = call;
  if (call.name === "macroexit")
    return gone ? rewritten(line, application, "Return", 'Change to "Return"', false) : [];
  const { parentheses, restStart, option } = line.step;
  const [name] = call.arguments;
  if (fitness === undefined || called === undefined || call.name !== "macro" || name === undefined) return [];
  if (!gone && fitness.edits.length > 0) return [];
  if (!inner && (parentheses !== "closed" || restStart < option.value.length)) return [];
  if (!call.arguments.slice(1).every((argument) => isSplitAlike(source, argument))) return [];
  const given = source.slice(Math.min(name.end + 1, data.end), data.end);
  const text = `Gosub(macro-${called},s,1${given === "" ? "" : `(${given})`}`;
  const whole = { start: application.start, end: data.end };
  const safe = fitness.same && handsOverTheSame(call, line, fitness);
  const title = `Change to ${quoted(`${text})`)}`;
  return rewritten(line, whole, text, title, safe).map((fix) =>
    fitness.edits.length === 0
      ? fix
      : {
          ...fix,
          title: `${title}, and let [macro-${called}] end in Return()`,
          edits: [...fix.edits, ...fitness.edits],
        },
  );
}

/** Macro cuts at every comma; for Gosub quotes, backslashes and brackets around a comma keep it. */
function isSplitAlike(source: string, { text }: Argument): boolean {
  return text.parts.every(
    ({ kind, start, end }) => kind !== "literal" || !/["\\()[\]{}]/.test(source.slice(start, end)),
  );
}

/**
 * Gosub takes quotes, backslashes and parentheses out of its arguments, and has none of those that the caller was given:
 * only plain ones are the same for sure.
 */
function handsOverTheSame(call: Call, { places }: StepLine, { mostArguments }: Fitness): boolean {
  const given = call.arguments.slice(1);
  const plain = given.every(({ raw }) => /^(?:[^"'\\()[\]{}$]|\$\{EXTEN(?::-?\d+){0,2}\})*$/.test(raw));
  const own = places.every(({ context }) => !context.startsWith("macro-"));
  return plain && (own || mostArguments <= given.length);
}

/** How many of the macro's own lines are shown that a subroutine has no use for. */
const mostNotes = 5;

/** What has to change in the context of a macro before it is a subroutine. */
function notesOn(context: Context | undefined, steps: DialplanSteps): readonly Related[] {
  if (context === undefined) return [];
  const found: Related[] = [];
  let returns = false;
  for (const extension of context.extensions) {
    for (const priority of extension.priorities) {
      const line = steps.lineOf(priority);
      if (line?.call === undefined) continue;
      if (line.call.name === "return") returns = true;
      if (found.length >= mostNotes) continue;
      const [need] = needsOf(line);
      if (need !== undefined) found.push({ ...placeOf(line, need), message: need.message });
    }
  }
  const last = context.extensions.find(({ name }) => name === "s")?.priorities.at(-1);
  const lastCall = last === undefined ? undefined : steps.lineOf(last)?.call;
  const leaves = lastCall !== undefined && endsHere(lastCall);
  if (!returns && !leaves && last !== undefined)
    found.push({
      ...valuePlace(last.step.option),
      message: "A subroutine has to end in Return(), or the call ends here",
    });
  return found;
}
