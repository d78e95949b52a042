import { merged } from "../../syntax/template/lay-out.ts";
import type { Template } from "../../syntax/template/template.ts";
import { eachFile } from "../config/words.ts";
import type { LoadRule } from "../rule.ts";

/** Told of a template only where a problem was withheld in its blocks; rules/templated.ts knows. */
export const dependsOnRendering: LoadRule = {
  id: "placeholder/depends-on-rendering",
  on: "load",
  effect: "not-checked",
  summary: "Template with mistakes in lines that may not be rendered",
  *check(load) {
    for (const file of eachFile(load)) {
      const { template } = file;
      if (template === undefined || template.broken !== undefined || !template.named) continue;
      const [first] = merged(template.blocks);
      const count = linesInBlocks(template);
      if (first === undefined || count === 0) continue;
      const tag = template.tags.find(({ start }) => start === first.start) ?? first;
      const lines = count === 1 ? "1 line depends" : `${count} lines depend`;
      yield {
        file,
        span: { start: tag.start, end: tag.end },
        message: `${lines} on how this template is rendered, and not all that looks wrong there is told: check the files that it is rendered to as well`,
      };
    }
  },
};

/** How many lines stand in blocks, without blank ones and comments. */
function linesInBlocks({ blocks, text }: Template): number {
  return merged(blocks).reduce(
    (sum, { start, end }) => sum + [...text.slice(start, end).matchAll(/^[ \t]*[^;\s].*$/gm)].length,
    0,
  );
}
