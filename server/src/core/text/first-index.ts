// Binary search in a list that is in order.

/** The first index whose item lies behind what is looked for, as do all items after it; the length where none does. */
export function firstIndex<Item>(list: readonly Item[], isBehind: (item: Item) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(list[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
