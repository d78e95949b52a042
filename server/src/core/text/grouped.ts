// Lists of items by what they share.

/** Never empty. */
export type Group<Item> = [Item, ...Item[]];

/** Items by what they share, in order. */
export function groupedBy<Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): Map<Key, Group<Item>> {
  const groups = new Map<Key, Group<Item>>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
}

/** Puts an item behind those of the same key. */
export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const before = groups.get(key);
  if (before === undefined) groups.set(key, [item]);
  else before.push(item);
}
