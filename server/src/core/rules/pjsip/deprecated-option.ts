import type { PjsipFault } from "../../pjsip/model.ts";
import { isTrue } from "../../pjsip/values/booleans.ts";
import { nameOf, pieceOf } from "../fix.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { instead, name } from "./words.ts";

export const deprecatedOption: PjsipFaultRule = {
  id: "pjsip/deprecated-option",
  on: "pjsip-fault",
  kinds: ["deprecated-option"],
  effect: "legacy",
  summary: "Option that a newer one replaces",
  describe: (fault) => {
    // What nothing replaces has a rule of its own.
    if (fault.judgement.expected === undefined) return undefined;
    return { message: `${quoted(name(fault))} is deprecated${instead(fault)}`, fixes: renamed(fault) };
  },
};

/** The new option with the old value, or with the one that is given as "name=value". */
function renamed(fault: PjsipFault): readonly Fix[] {
  const { option, expected = "" } = fault.judgement;
  const [newName = "", newValue] = expected.split("=", 2);
  const place = option === undefined ? undefined : nameOf(option);
  if (option === undefined || place === undefined) return [];
  const title = `Change to ${quoted(newName)}`;
  // The settings stay the same under both names.
  if (newValue === undefined) return [{ title, safe: true, edits: [{ ...place, text: newName }] }];
  const value = pieceOf(option, 0, option.value.length);
  if (value === undefined || !isTrue(option.value)) return [];
  const edits = [
    { ...place, text: newName },
    { ...value, text: newValue },
  ];
  return [{ title: `Change to ${quoted(`${newName} = ${newValue}`)}`, safe: false, edits }];
}
