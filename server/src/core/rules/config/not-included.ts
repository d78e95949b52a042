import type { LoadRule } from "../rule.ts";

export const notIncluded: LoadRule = {
  id: "config/not-included",
  on: "load",
  effect: "not-checked",
  summary: "File that no root file is seen to include",
  *check({ files }, { installation }) {
    const { alone } = installation.settings;
    if (alone === undefined) return;
    const file = files.find(({ path }) => path === alone);
    if (file === undefined) return;
    const { text } = file.lines;
    const [whole = "", before = ""] = /^(\ufeff?[ \t]*)[^\r\n]{0,200}/.exec(text) ?? [];
    yield {
      file,
      span: { start: before.length, end: whole.length },
      message:
        "no file that Asterisk opens by itself is seen to include this one, so it is checked on its own, and names in it are not looked for elsewhere",
    };
  },
};
