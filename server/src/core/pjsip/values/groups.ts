// Call and pickup groups: ast_get_group in main/channel.c. Bad pieces are skipped, the object stays.

import { noFaults, type ValueCheck, type ValueFault } from "../value-fault.ts";
import { scanDecimal } from "./c-number.ts";
import { rawItems } from "./items.ts";
import { accepted } from "./make-fault.ts";

const largestGroup = 63;
/** A range can name millions of groups, each with a message of its own; nobody reads more than this. */
const maximumMessages = 100;

export const groupsCheck: ValueCheck = (value) => {
  if (value === "") return noFaults;
  const faults: ValueFault[] = [];
  for (const item of rawItems(value, ",")) {
    if (/^[ \t-\r]*$/.test(item.text)) continue;
    const range = /^[ \t-\r]*[+-]?[0-9]+-([ \t-\r]*[+-]?[0-9]+)/.exec(item.text);
    const first = scanDecimal(item.text);
    if (first === undefined) {
      const log = [`Syntax error parsing group configuration '${value}' at '${item.text}'. Ignoring.`];
      faults.push(accepted("invalid-group", item.start, item.end, () => log));
      continue;
    }
    const last = range === null ? first : (scanDecimal(range[1] ?? "") ?? first);
    const log: string[] = [];
    for (let group = first; group <= last && log.length < maximumMessages; group++) {
      if (group >= 0 && group <= largestGroup) group = largestGroup;
      else log.push(`Ignoring invalid group ${group} (maximum group is ${largestGroup})`);
    }
    if (log.length > 0) faults.push(accepted("invalid-group", item.start, item.end, () => log));
  }
  return faults;
};
