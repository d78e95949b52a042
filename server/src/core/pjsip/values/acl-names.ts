// Lists of names of access lists (acl=, contact_acl=): ast_append_acl in main/acl.c.

import { asciiLower } from "../../text/ascii.ts";
import { noFaults, type ValueCheck, type ValueFault } from "../value-fault.ts";
import { rawItems } from "./items.ts";
import { rejected } from "./make-fault.ts";

/** The names of a list: only blanks in front of an item are cut. */
export function aclNames(value: string): readonly { name: string; start: number; end: number }[] {
  return rawItems(value, ",").map((item) => {
    const name = item.text.replace(/^[\0-\x20]+/, "");
    return { name, start: item.end - name.length, end: item.end };
  });
}

export const aclNamesCheck: ValueCheck = (value, { type }) => {
  if (!value.includes(",")) return noFaults;
  const seen = new Set<string>();
  const faults: ValueFault[] = [];
  for (const { name, start, end } of aclNames(value)) {
    const lower = asciiLower(name);
    if (seen.has(lower)) {
      faults.push(
        rejected("repeated-acl", start, end, (_, option, line) =>
          repeatedAclLog(type, option, line, name, value),
        ),
      );
    }
    seen.add(lower);
  }
  return faults.length === 0 ? noFaults : faults;
};

/** What Asterisk logs of a name that comes a second time. */
export function repeatedAclLog(
  type: string,
  option: string,
  line: number,
  name: string,
  value: string,
): readonly string[] {
  const log = [
    `Named ACL '${name}' occurs multiple times in ACL definition. Please update your ACL configuration.`,
  ];
  if (type === "acl") {
    log.push(
      `Bad ${option.startsWith("contact_") ? "contact ACL" : "ACL"} '${value}' at line '${line}' of pjsip.conf`,
      "There is an error in ACL configuration. Blocking ALL SIP traffic.",
    );
  }
  return log;
}
