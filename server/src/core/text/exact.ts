// Lists that are kept for long.

const empty: readonly never[] = [];

/** The same items without the room that a list gets while it grows. */
export function exact<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? empty : list.slice();
}
