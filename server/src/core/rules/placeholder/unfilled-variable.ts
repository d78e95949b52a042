import type { LoadRule } from "../rule.ts";
import { placeholderFindings } from "./placeholders.ts";

export const unfilledVariable: LoadRule = {
  id: "placeholder/unfilled-variable",
  on: "load",
  effect: "works-otherwise",
  summary: "Variable that nothing has put a value in place of",
  check: (load, context) =>
    placeholderFindings("variable", load, context, (first, count) => {
      const more = count === 1 ? "" : ` (one of ${count} in this file)`;
      return `nothing has put a value in the place of ${first}${more}: Asterisk takes it as it stands`;
    }),
};
