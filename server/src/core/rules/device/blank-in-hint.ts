import type { StepLine } from "../../dialplan/lines.ts";
import type { Hint } from "../../dialplan/step/hint.ts";
import type { KnownText } from "../../dialplan/step/known-text.ts";
import { linesThat } from "../../workspace/per-context.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quotedPiece } from "../words.ts";

export const blankInHint: DialplanRule = {
  id: "device/blank-in-hint",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Blanks between the devices of a hint",
  *check(dialplan, { installation }) {
    for (const line of withBlanks(installation.steps(dialplan))) {
      const parts = partsOf(line);
      yield finding(line, parts, parts.filter(hasBlank));
    }
  },
};

const withBlanks = linesThat(
  ({ hints }) => hints,
  (line) => line.hint !== undefined && partsOf(line).some(hasBlank),
);

function partsOf({ hint }: StepLine): readonly KnownText[] {
  const { devices, presence } = hint ?? none;
  return presence === undefined ? devices : [...devices, presence];
}

const none: Pick<Hint, "devices" | "presence"> = { devices: [], presence: undefined };

/** Whether a blank stands at either end. */
function hasBlank({ pieces }: KnownText): boolean {
  const first = pieces[0]?.text;
  const last = pieces[pieces.length - 1]?.text;
  return isBlank(first?.[0]) || isBlank(last?.[last.length - 1]);
}

function isBlank(char: string | undefined): boolean {
  return char === " " || char === "\t";
}

function finding(line: StepLine, parts: readonly KnownText[], wrong: readonly KnownText[]): Finding {
  const source = line.step.option.value;
  const start = parts[0]?.start ?? 0;
  const end = parts[parts.length - 1]?.end ?? start;
  const text = source.slice(start, end);
  const names = wrong.map((part) => quotedPiece(source.slice(part.start, part.end)));
  const none = names.length === 1 ? "no such device" : "no such devices";
  const place = { start, end };
  return {
    ...placeOf(line, place),
    message: `Asterisk does not skip the blanks in a hint: ${names.slice(0, 3).join(" and ")} ${names.length === 1 ? "is" : "are"} ${none}`,
    fixes: text.includes("$")
      ? []
      : rewritten(line, place, text.replace(/[ \t]*([&,])[ \t]*/g, "$1").trim(), "Remove the blanks", true),
  };
}
