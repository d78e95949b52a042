import type { PjsipFault } from "../../pjsip/model.ts";
import { changedTo, fixOf, lineBehind, optionLine, pieceOf } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, objects, piece } from "./words.ts";

export const invalidBind: PjsipFaultRule = {
  id: "pjsip/invalid-bind",
  on: "pjsip-fault",
  kinds: ["invalid-bind", "missing-bind"],
  effect: "object-rejected",
  summary: "Transport without a usable address to bind to",
  describe: (fault) =>
    fault.judgement.option === undefined
      ? {
          message: `No "bind" says where to listen: Asterisk drops ${objects(fault)}`,
          fixes: inserted(fault),
        }
      : {
          message: `${quoted(piece(fault))} is not an address to listen on: ${consequence(fault)}`,
          fixes: everyAddress(fault),
        },
};

/** "*" is how others write 0.0.0.0. */
function everyAddress(fault: PjsipFault): readonly Fix[] {
  const { option, start, end } = fault.judgement;
  const port = /^\*(:\d+)?$/.exec(piece(fault));
  const place = option === undefined || port === null ? undefined : pieceOf(option, start, end);
  if (place === undefined) return [];
  const text = `0.0.0.0${port?.[1] ?? ""}`;
  return changedTo(place, text, true);
}

/** Every IPv4 address, right below the header. */
function inserted({ section }: PjsipFault): readonly Fix[] {
  const place = { file: section.file, line: section.header };
  const edit = lineBehind(place, optionLine(section, "bind", "0.0.0.0"));
  return fixOf(edit, 'Insert "bind = 0.0.0.0"', false);
}
