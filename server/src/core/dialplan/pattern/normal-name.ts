// What Asterisk keeps of the name and caller-id of an extension: it removes blanks and other ornaments
// (ext_strncpy in main/pbx.c, ast_shrink_phone_number in main/callerid.c).

/** The name as it is kept and shown: without blanks, save those in the sets of a pattern. */
export function storedName(name: string): string {
  if (!name.includes(" ")) return name;
  if (!name.startsWith("_")) return name.replaceAll(" ", "");
  let kept = "";
  let inSet = false;
  for (const char of name) {
    if (char === "[") inSet = true;
    else if (char === "]") inSet = false;
    if (char !== " " || inSet) kept += char;
  }
  return kept;
}

/**
 * The caller-id as it is kept: without blanks and parentheses, without dashes outside sets, and without dots save one
 * at the very end.
 */
export function storedCallerId(callerId: string): string {
  if (!/[-(). [\]]/.test(callerId)) return callerId;
  let kept = "";
  let open = 0;
  for (let at = 0; at < callerId.length; at++) {
    const char = callerId.charAt(at);
    if (char === "[") open++;
    else if (char === "]") open--;
    const dropped =
      char === "(" ||
      char === ")" ||
      char === " " ||
      (char === "-" && open === 0) ||
      (char === "." && at + 1 < callerId.length);
    if (!dropped) kept += char;
  }
  return kept;
}
