import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { setCalls } from "./calls.ts";
import { placeOf, rewritten } from "./places.ts";

export const setSeveral: DialplanRule = {
  id: "application/set-several",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Set with several assignments, of which only the first counts",
  *check(dialplan, { installation }) {
    for (const { line, call } of setCalls(dialplan, installation)) {
      const [name, value] = call.arguments;
      if (name?.value === undefined || value === undefined || !/^_{0,2}[A-Za-z]\w*$/.test(name.value))
        continue;
      const second = /^[^=,"()]*,((?:_{0,2}[A-Za-z]\w*|[A-Z][A-Z_]*\([^()=]*\)))=/.exec(value.raw);
      if (second === null || !isOutside(second[0].length - 1, value)) continue;
      yield {
        ...placeOf(line, value),
        message: `Set takes one assignment: Asterisk sets ${quoted(name.value)} to all of ${quoted(value.raw)}, and no ${quoted(second[1] ?? "")}; MSet takes several`,
        fixes: rewritten(line, call.application, "MSet", 'Change to "MSet"', false),
      };
    }
  },
};

/** Whether an offset in a text lies outside substitutions. */
function isOutside(
  offset: number,
  {
    start,
    text,
  }: {
    readonly start: number;
    readonly text: {
      readonly parts: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
    };
  },
): boolean {
  const at = start + offset;
  return text.parts.some((part) => part.kind === "literal" && part.start <= at && at < part.end);
}
