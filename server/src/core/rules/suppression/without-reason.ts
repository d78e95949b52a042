import type { SuppressionRule } from "../rule.ts";
import type { Suppression } from "./suppression.ts";

export const suppressionWithoutReason: SuppressionRule = {
  id: "suppression/without-reason",
  on: "suppression",
  isAboutPolicy: true,
  effect: "works-otherwise",
  profile: "minimal",
  summary: "Comment that silences a rule and does not say why, where the settings ask for that",
  *check({ files, policy }) {
    if (policy !== "with-reason") return;
    for (const { all } of files) {
      for (const suppression of all) {
        if (hasReason(suppression)) continue;
        const { file, comment: span } = suppression;
        yield { file, span, message: 'Every comment that silences a rule has to say why, behind "--"' };
      }
    }
  },
};

function hasReason({ file, namesEnd, comment }: Suppression): boolean {
  return /--[\s-]*[^\s-]/.test(file.lines.text.slice(namesEnd, comment.end));
}
