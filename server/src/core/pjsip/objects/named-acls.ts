// Access lists of acl.conf that an object names: ast_append_acl in main/acl.c and ast_named_acl_find in
// main/named_acl.c.

import type { ConfigOption } from "../../config/section.ts";
import { printedLine } from "../../config/section.ts";
import { asciiLower } from "../../text/ascii.ts";
import { aclNames, repeatedAclLog } from "../values/acl-names.ts";
import { noObjectFaults, type ObjectCheck, type ObjectContext, type ObjectFault } from "./object-fault.ts";

export const checkNamedAcls: ObjectCheck = (object, context) => {
  const faults: ObjectFault[] = [];
  const seen = new Map<string, ConfigOption>();
  for (const option of object.options) {
    const lower = asciiLower(option.name);
    if (lower !== "acl" && option.name !== "contact_acl") continue;
    if (option.value === "" && object.type === "endpoint") continue;
    for (const { name, start, end } of aclNames(option.value)) {
      const key = `${lower}/${asciiLower(name)}`;
      const before = seen.get(key);
      const span = { start, end };
      if (before !== undefined && before !== option) {
        const line = printedLine(option.file, option.line);
        const log = repeatedAclLog(object.type, option.name, line, name, option.value);
        faults.push({ kind: "repeated-acl", option, span, rejects: true, log, related: [before] });
      } else if (before === undefined) {
        const log = unknownLog(name, context.namedAcls);
        if (log !== undefined) faults.push({ kind: "unknown-acl", option, span, rejects: false, log: [log] });
      }
      seen.set(key, option);
    }
  }
  return faults.length === 0 ? noObjectFaults : faults;
};

function unknownLog(name: string, known: ObjectContext["namedAcls"]): string | undefined {
  if (known === undefined) return undefined;
  if (known === "absent") {
    return `Attempted to find named ACL '${name}', but the ACL configuration isn't available.`;
  }
  if (known.has(name)) return undefined;
  return `ACL '${name}' does not exist. The ACL will be marked as undefined and will automatically fail if applied.`;
}
