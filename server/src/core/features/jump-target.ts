// The step at which a jump arrives, as far as it can be told without a call.

import { priorityOf } from "../dialplan/extension-index.ts";
import { findExtension } from "../dialplan/lookup.ts";
import type { Dialplan, Priority } from "../dialplan/model.ts";
import type { Effort } from "../dialplan/search.ts";
import type { Jump } from "../dialplan/step/jump.ts";

/** Undefined where there is none, or only a call tells. `place` is where the jump's own line ended up. */
export function targetOf(
  dialplan: Dialplan,
  jump: Jump,
  place: Priority,
  effort: Effort,
): Priority | undefined {
  const { target } = jump;
  if (target === undefined || target.relative !== undefined) return undefined;
  const wanted = target.label ?? target.number;
  if (wanted === undefined) return undefined;
  if (jump.context === undefined && jump.extension === undefined) return priorityOf(place.extension, wanted);
  const context = jump.context === undefined ? place.context : jump.context.value;
  const extension = jump.extension === undefined ? place.extension.name : jump.extension.value;
  if (context === undefined || extension === undefined) return undefined;
  const query = { context, extension, priority: wanted };
  const { found, doubts } = findExtension(dialplan, query, effort);
  if (found !== undefined) return found.priority;
  for (const doubt of doubts) if (doubt.kind === "extension" && doubt.priority) return doubt.priority;
  return undefined;
}
