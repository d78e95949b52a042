import type { LoadRule } from "../rule.ts";
import { placeholderFindings } from "./placeholders.ts";

export const notFilledIn: LoadRule = {
  id: "placeholder/not-filled-in",
  on: "load",
  effect: "works-otherwise",
  summary: "Placeholder of a guide or a template, left as it was",
  check: (load, context) =>
    placeholderFindings("blank", load, context, (first, count) => {
      const more = count === 1 ? "" : ` (one of ${count} in this file)`;
      return `${first} still has to be filled in${more}: Asterisk takes it as it stands`;
    }),
};
