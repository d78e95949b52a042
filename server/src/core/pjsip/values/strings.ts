// Plain text values and small grammars that one handler of res_pjsip each knows.

import { has } from "../../catalog/version.ts";
import { compileRegex } from "../../config/posix-regex.ts";
import { byteLength, encodeText } from "../../text/bytes.ts";
import { noFaults, type ValueCheck } from "../value-fault.ts";
import { accepted, rejected, suggest } from "./make-fault.ts";

/** Text of limited length: what is longer is cut without a word. */
export const limitedCheck: ValueCheck = (value, { spec }) => {
  if (spec.maxLength === undefined || byteLength(value) <= spec.maxLength) return noFaults;
  return [accepted("too-long-value", 0, value.length)];
};

/** Text that the parser refuses when it is empty. */
export const requiredCheck: ValueCheck = (value, context) =>
  value === "" ? [rejected("empty-value", 0, 0)] : limitedCheck(value, context);

/** set_var: NAME=value, where an empty line changes nothing. */
export const variableCheck: ValueCheck = (value) =>
  value === "" || value.includes("=") ? noFaults : [rejected("invalid-variable", 0, value.length)];

/** from_user: letters, digits and the marks that a URI allows. */
export const userCheck: ValueCheck = (value) => {
  const at = value.search(/[^A-Za-z0-9\-._~%!$&'()*+,;=:]/);
  if (at === -1) return noFaults;
  const end = at + ((value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  const first = encodeText(value.slice(at, at + 2))[0] ?? 0;
  // Asterisk prints one byte, also of a longer character.
  const printed = first < 0x80 ? String.fromCharCode(first) : String.fromCharCode(0xdc00 + first);
  const log = (id: string, option: string): string[] => [
    `Error configuring endpoint '${id}' - '${option}' field contains invalid character '${printed}'`,
  ];
  return [rejected("invalid-user-character", at, end, log)];
};

/** State filters of asterisk-publication. */
export const regexCheck: ValueCheck = (value) => {
  if (value === "") return noFaults;
  const compiled = compileRegex(value);
  if (!("error" in compiled)) return noFaults;
  const log = [`Could not compile regex '${value}': ${compiled.error}`];
  return [rejected("invalid-regex", 0, value.length, () => log)];
};

const repairedSince = { "20": "20.19.0", "22": "22.9.0", "23": "23.3.0" };

/** Neither of the two SDP fields may be empty, and the owner not hold blanks (RFC 8866). */
export const sdpOwnerCheck: ValueCheck = (value, { version }) => {
  if (!has(repairedSince, version) || (value !== "" && !/[\0-\x20]/.test(value))) return noFaults;
  const log = (id: string): string[] => [
    `SDP origin username on endpoint '${id}' is empty or contains spaces ('${value}'). Not permitted as per RFC8866. Setting to '-'.`,
  ];
  return [accepted("sdp-field", 0, value.length, log, { ...suggest("-"), applied: true })];
};

export const sdpSessionCheck: ValueCheck = (value, { version }) => {
  if (!has(repairedSince, version) || value !== "") return noFaults;
  const log = (id: string): string[] => [
    `SDP session was set to empty on endpoint '${id}'. Not permitted as per RFC8866. SDP session set to '-'. `,
  ];
  return [accepted("sdp-field", 0, 0, log, { ...suggest("-"), applied: true })];
};

const removedSince = { "18": "18.22.0", "20": "20.7.0", "21": "21.2.0", "22": "22.0.0", "23": "23.0.0" };

/** stir_shaken does nothing any more. */
export const removedCheck: ValueCheck = (value, { spec, version }) => {
  if (!has(removedSince, version)) return noFaults;
  const use = spec.deprecated?.use ?? `${spec.name}_profile`;
  const log = (id: string): string[] => [
    `Endpoint ${id}: Option '${spec.name}' is no longer supported.  Use '${use}' instead.`,
  ];
  return [accepted("removed-option", 0, value.length, log)];
};
