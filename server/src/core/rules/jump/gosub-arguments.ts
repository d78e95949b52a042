import type { StepLine } from "../../dialplan/lines.ts";
import { splitText } from "../../dialplan/step/arguments.ts";
import type { Call } from "../../dialplan/step/call.ts";
import { perLine } from "../../workspace/per-context.ts";
import { callsOf } from "../application/calls.ts";
import { type Offsets, placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const gosubArguments: DialplanRule = {
  id: "jump/gosub-arguments",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Arguments of Gosub behind a comma instead of in parentheses",
  *check(dialplan, { installation }) {
    for (const { line, call, first, last, priority } of misplaced(installation.steps(dialplan), [])) {
      const given = call.source.slice(first.start, last.end);
      const place = { start: priority.end, end: last.end };
      yield {
        ...placeOf(line, { start: first.start, end: last.end }),
        message: `Gosub drops what follows the priority behind a comma: the subroutine gets no ${quoted(given)}; arguments stand in parentheses`,
        fixes: rewritten(line, place, `(${given})`, "Put the arguments in parentheses", false),
      };
    }
  },
};

interface Misplaced {
  readonly line: StepLine;
  readonly call: Call;
  readonly priority: Offsets;
  readonly first: Offsets;
  readonly last: Offsets;
}

const misplaced = perLine<[], Misplaced>(
  ({ lines }) => lines,
  (line, add) => {
    const { call: outer } = line;
    if (outer === undefined || (outer.name !== "gosub" && outer.inner.length === 0)) return;
    for (const call of callsOf(line)) {
      const found = call.name === "gosub" ? behindPriority(call) : undefined;
      if (found !== undefined) add({ line, call, ...found });
    }
  },
);

/** What stands behind a comma where Gosub has its arguments in parentheses. */
function behindPriority({ source, data }: Call): Omit<Misplaced, "line" | "call"> | undefined {
  const written = source.slice(data.start, data.end);
  // Inside a parenthesis a comma separates arguments.
  if (written.includes("(") && !written.includes("${")) return undefined;
  if (written.replaceAll(/\$\{[^{}]*\}/g, "").includes("(")) return undefined;
  const splitting = { separator: "," as const, protects: false, unquotes: false, most: 100 };
  const { slices } = splitText(source, data, splitting);
  const [, , priority, first] = slices;
  const last = slices.at(-1);
  if (priority === undefined || first === undefined || last === undefined) return undefined;
  if (source.slice(first.text.start, last.text.end).trim() === "") return undefined;
  return { priority: priority.text, first: first.text, last: last.text };
}
