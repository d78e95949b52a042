// The blocks that tags make: an "if" with its branches, the body of a loop. Whether they are rendered, and how often,
// only the template engine knows.

import type { Span } from "../../text/span.ts";
import type { Tag } from "./tags.ts";

export interface Block extends Span {
  /** What stands between its tags; exactly one of an "if", or none, or all of them in a loop. */
  readonly branches: readonly Span[];
}

export interface Blocks {
  readonly blocks: readonly Block[];
  /** A tag without its partner, the first in the text. */
  readonly unpaired: Tag | undefined;
}

/** Pairs the tags that open and close blocks; outer blocks come behind what is in them. */
export function findBlocks(tags: readonly Tag[], length: number): Blocks {
  const open: { readonly tag: Tag; from: number; readonly branches: Span[] }[] = [];
  const blocks: Block[] = [];
  let unpaired: Tag | undefined;
  for (const tag of tags) {
    const inner = open[open.length - 1];
    if (tag.kind === "open") open.push({ tag, from: tag.end, branches: [] });
    else if (tag.kind !== "middle" && tag.kind !== "close") continue;
    else if (inner === undefined) unpaired ??= tag;
    else {
      inner.branches.push({ start: inner.from, end: tag.start });
      inner.from = tag.end;
      if (tag.kind === "middle") continue;
      open.pop();
      // Text that is to be left as it is, is always there.
      if (!inner.tag.raw) blocks.push({ start: inner.tag.start, end: tag.end, branches: inner.branches });
    }
  }
  for (const { tag, from, branches } of open) {
    unpaired = unpaired === undefined || tag.start < unpaired.start ? tag : unpaired;
    blocks.push({ start: tag.start, end: length, branches: [...branches, { start: from, end: length }] });
  }
  return { blocks, unpaired };
}
