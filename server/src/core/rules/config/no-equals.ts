import type { ConfigRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { spoiledByMark } from "./byte-order-mark.ts";

export const noEquals: ConfigRule = {
  id: "config/no-equals",
  on: "config-fault",
  kinds: ["no-equals"],
  effect: "line-ignored",
  summary: "Line without an equals sign",
  describe: (fault) => {
    const mark = spoiledByMark(fault);
    return mark === undefined
      ? { message: `${quotedPiece(fault.text)} has no "=": Asterisk skips the line` }
      : { message: `${mark.reason}: Asterisk sees no "=" and skips the line`, fixes: [mark.fix] };
  },
};
