// `asterisk-analyzer rules`: all rules with what Asterisk does about each mistake.

import { profileOf, rules, severityOf } from "../core/api.ts";
import { pages } from "../core/pages-api.ts";
import { outputStyle, print, printAll } from "./output.ts";

export function rulesCommand(format: "text" | "json"): number {
  const listed = rules.map((rule) => ({
    id: rule.id,
    effect: rule.effect,
    severity: severityOf[rule.effect],
    profile: profileOf(rule),
    summary: rule.summary,
    fix: fixOf(rule.id),
  }));
  if (format === "json") {
    print(`${JSON.stringify(listed, undefined, 1)}\n`);
    return 0;
  }
  const style = outputStyle();
  const width = Math.max(...rules.map(({ id }) => id.length)) + 2;
  printAll(
    listed.map(({ id, effect, severity, profile, summary, fix }) => {
      const onlyStrict = profile === "strict" ? style.dim(" (profile strict)") : "";
      const fixable = fix === "none" ? "" : style.dim(` (${fix} fix)`);
      const verdict = style[severity](severity.padEnd(8));
      return `${style.bold(id.padEnd(width))}${verdict}${style.dim(effect.padEnd(16))}${summary}${onlyStrict}${fixable}\n`;
    }),
  );
  return 0;
}

/** What the generated line of the page says about fixes: "safe", "suggested", "safe or suggested", "none". */
function fixOf(id: string): string {
  const generated = /^<!-- generated: (.*) -->$/m.exec(pages.get(id) ?? "")?.[1] ?? "";
  return /(\S+(?: or \S+)?) fix$/.exec(generated)?.[1]?.replace(/^no$/, "none") ?? "none";
}
