import type { LoadRule } from "../rule.ts";
import { placeholderFindings } from "./placeholders.ts";

export const unrenderedTemplate: LoadRule = {
  id: "placeholder/unrendered-template",
  on: "load",
  effect: "works-otherwise",
  summary: "Template that no template engine has rendered",
  check: (load, context) =>
    placeholderFindings("template", load, context, (first, count) => {
      const more = count === 1 ? "as it stands" : `and ${count - 1} more as they stand`;
      return `this file is a template that has not been rendered: Asterisk takes ${first} ${more}`;
    }),
};
