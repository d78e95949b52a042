import { namePlace } from "../../config/option-span.ts";
import { isTrue, lastOption, sectionNamed } from "../../config/section-lookup.ts";
import { priorityOf } from "../../dialplan/extension-index.ts";
import type { Context, Extension } from "../../dialplan/model.ts";
import { type Language, languageOf } from "../../dialplan/pattern/matches.ts";
import { isPatternName } from "../../dialplan/pattern/parse-pattern.ts";
import { perContext } from "../../workspace/per-context.ts";
import type { DialplanRule } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";
import { jumpTargets, namedPatterns, placeInName } from "./names.ts";

export const shadowedExtension: DialplanRule = {
  id: "pattern/shadowed-extension",
  on: "dialplan",
  effect: "call-fails",
  summary: "Pattern that never runs, since another one is tried first",
  *check(dialplan, { installation, load }) {
    // The other matcher has another order.
    const other = lastOption(sectionNamed(load, "general"), "extenpatternmatchnew");
    if (other !== undefined && isTrue(other.value)) return;
    const shadows = new Map(shadowsIn.all(installation.steps(dialplan), []));
    if (shadows.size === 0) return;
    for (const named of namedPatterns(dialplan, installation)) {
      const { extension } = named;
      const by = shadows.get(extension);
      if (by === undefined || jumpTargets(dialplan, installation).has(extension.name)) continue;
      const first = by.priorities[0]?.step.option;
      if (first === undefined) continue;
      yield {
        ...placeInName(named, 0, extension.name.length),
        message: `Asterisk tries ${quoted(by.name)} (${lineOf(first, named.step.option.file)}) before ${quoted(extension.name)}, and it takes every number of this one: no call gets here`,
        related: [{ ...namePlace(first), message: "this one runs" }],
      };
    }
  },
};

/**
 * Extensions that can never run, with the one that does. Asterisk tries narrow positions first, so only a pattern with
 * the very same positions can come before another one and take all that it takes: `_XXX!` before `_XXX`.
 */
const shadowsIn = perContext<[], readonly [Extension, Extension]>((context) => {
  if (!context.extensions.some(({ name }) => isPatternName(name))) return [];
  const found = new Map<Extension, Extension>();
  addShadows(context, found);
  return found.size === 0 ? [] : [...found];
});

interface Tried {
  readonly extension: Extension;
  readonly tail: Language["tail"];
}

function addShadows({ extensions }: Context, found: Map<Extension, Extension>): void {
  const byPositions = new Map<string, Tried[]>();
  for (const extension of extensions) {
    if (extension.unknown || !isPatternName(extension.name)) continue;
    const { positions, tail } = languageOf(extension.name);
    if (tail === "never") continue;
    const key = `${positions.join("\0")}\0\0${extension.callerId ?? "\0"}`;
    const earlier = byPositions.get(key);
    const by = earlier?.find((tried) => takesAll(tried.tail, tail) && replaces(tried.extension, extension));
    if (by !== undefined) found.set(extension, by.extension);
    else if (earlier === undefined) byPositions.set(key, [{ extension, tail }]);
    else if (earlier.length < mostTried) earlier.push({ extension, tail });
  }
}

const mostTried = 8;

/** Of two patterns with the same positions. */
function takesAll(wide: Language["tail"], narrow: Language["tail"]): boolean {
  return wide === narrow || wide === "any";
}

/** Each priority, label and hint is looked for by itself: one that the first pattern lacks is found in the next one. */
function replaces(first: Extension, next: Extension): boolean {
  if (next.hint !== undefined && first.hint === undefined) return false;
  return next.priorities.every(
    ({ number, label }) =>
      priorityOf(first, number) !== undefined &&
      (label === undefined || priorityOf(first, label) !== undefined),
  );
}
