// Whole resource lists: resource_list_apply_handler and list_item_handler in res_pjsip_pubsub.c.

import { strippedItems } from "../values/items.ts";
import { allOptions, lastOption, missing, type ObjectCheck, type ObjectFault } from "./object-fault.ts";

export const checkResourceList: ObjectCheck = (object) => {
  const faults: ObjectFault[] = [];
  if (lastOption(object, "event") === undefined) {
    faults.push(missing(object, "event", `Resource list '${object.id}' has no event set`));
  }
  const items = new Set<string>();
  for (const option of allOptions(object, "list_item")) {
    for (const item of strippedItems(option.value)) {
      if (item.text === "") continue;
      if (items.has(item.text)) {
        const log = [`Ignoring duplicated list item '${item.text}'`];
        const span = { start: item.start, end: item.end };
        faults.push({ kind: "duplicate-list-item", option, span, rejects: false, log });
      }
      items.add(item.text);
    }
  }
  if (items.size === 0) {
    faults.push(missing(object, "list_item", `Resource list '${object.id}' has no list items`));
  }
  return faults;
};
