import type { StepLine } from "../../dialplan/lines.ts";
import type { Dialplan, Extension } from "../../dialplan/model.ts";
import type { Call } from "../../dialplan/step/call.ts";
import type { Installation, InstallationQuestion } from "../../workspace/installation.ts";
import { linesWithText, perContext } from "../../workspace/per-context.ts";
import { placeOf } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { lastFrom, subroutineContexts } from "./subroutines.ts";
import { waysInto } from "./ways-in.ts";

export const returnWithoutGosub: DialplanRule = {
  id: "flow/return-without-gosub",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Return in an extension that calls enter and that is no subroutine",
  *check(dialplan, { installation }) {
    const ways = waysInto(dialplan, installation);
    const subroutines = ways === undefined ? undefined : subroutineContexts(ways);
    if (ways === undefined || subroutines === undefined) return;
    const withReturn = new Set<string>();
    for (const { places } of returns(ways.steps)) for (const { context } of places) withReturn.add(context);
    if (withReturn.size === 0) return;
    const told = new Set<unknown>();
    for (const context of callContexts(dialplan, installation)) {
      if (subroutines.has(context) || !withReturn.has(context)) continue;
      const entered = dialplan.contexts.get(context);
      if (entered === undefined) continue;
      for (const { extension, line, call } of returning.in(entered, ways.steps, [])) {
        if (told.has(line)) continue;
        told.add(line);
        yield {
          ...placeOf(line, call.application),
          message: `Calls come to extension ${quoted(extension.name)} without Gosub, so there is nowhere to return to: Asterisk logs an error and hangs up`,
          runtimeLog: ["Return without Gosub: stack is unallocated"],
        };
      }
    }
  },
};

const returns = linesWithText(({ call }) => call?.name === "return");

interface Returning {
  readonly extension: Extension;
  readonly line: StepLine;
  readonly call: Call;
}

/** Extensions that are dialled, and in which a call certainly comes to Return. */
const returning = perContext<[], Returning>(({ extensions }, steps) => {
  const found: Returning[] = [];
  for (const extension of extensions) {
    const [first] = extension.priorities;
    if (first?.number !== 1 || !isDialled(extension)) continue;
    const line = lastFrom(first, steps);
    if (line?.call?.name === "return") found.push({ extension, line, call: line.call });
  }
  return found;
});

/** Contexts that calls enter from outside, and that no file names as a subroutine. */
function callContexts(dialplan: Dialplan, installation: Installation): string[] {
  const { points } = installation.elsewhere().entryPoints();
  const others = new Set(
    points.filter(({ kind }) => kind.endsWith("subroutine")).map(({ context }) => context),
  );
  const entered = new Set([
    ...points.filter(({ kind, certain }) => kind === "call" && certain).map(({ context }) => context),
    ...installation.ask(endpointContexts, undefined),
  ]);
  return [...entered].filter((name) => dialplan.contexts.has(name) && !others.has(name));
}

const endpointContexts: InstallationQuestion<undefined, ReadonlySet<string>> = {
  compute: (installation) => {
    const settings = installation.objects().last("endpoint", "context");
    return new Set(settings.map(({ option }) => option.value));
  },
};

/** Whether it is a number or a name that callers dial. */
function isDialled({ name }: Extension): boolean {
  return name === "s" || /^_?[0-9*#+NXZ]/.test(name);
}
