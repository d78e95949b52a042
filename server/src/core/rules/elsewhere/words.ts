// What the rules about names in other files share: what was most likely meant, and the fix.

import type { ConfigOption } from "../../config/section.ts";
import type { Item } from "../../pjsip/values/items.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { Fix } from "../rule.ts";
import type { Suggestions } from "../suggestions.ts";
import { quotedPiece } from "../words.ts";

export interface Guess {
  /** A remark in brackets with a blank before it, or nothing. */
  readonly remark: string;
  readonly fixes: readonly Fix[];
}

/** What a piece of an option was most likely meant to be. */
export function guess(option: ConfigOption, item: Item, suggestions: Suggestions): Guess {
  const near = suggestions.closest(item.text);
  if (near === undefined) return { remark: "", fixes: [] };
  const place = pieceOf(option, item.start, item.end);
  const remark = equalsIgnoringCase(near, item.text)
    ? ` (${quotedPiece(near)} is another name, since case counts)`
    : ` (did you mean ${quotedPiece(near)}?)`;
  const title = `Change to ${quotedPiece(near)}`;
  const fixes = writtenAt(place, near, title, false);
  return { remark, fixes };
}
