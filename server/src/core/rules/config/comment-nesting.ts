import { maximumNesting } from "../../syntax/comments.ts";
import type { ConfigRule } from "../rule.ts";

export const commentNesting: ConfigRule = {
  id: "config/comment-nesting",
  on: "config-fault",
  kinds: ["comment-nesting"],
  effect: "file-rejected",
  summary: "Block comments nested deeper than Asterisk counts",
  describe: (_, { root }) => ({
    message: `This opens block comment ${maximumNesting + 1} within ${maximumNesting} others: Asterisk hangs here and never finishes reading ${root}`,
  }),
};
