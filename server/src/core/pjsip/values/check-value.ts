// The check for the values of one option, by its kind and, where a handler is one of a kind, its name.

import type { OptionSpec } from "../../catalog/option-spec.ts";
import { noFaults, type ValueCheck } from "../value-fault.ts";
import { aclNamesCheck } from "./acl-names.ts";
import { aclRulesCheck } from "./acl-rules.ts";
import { bindCheck, hostCheck } from "./bind.ts";
import { booleanCheck } from "./booleans.ts";
import { ciphersCheck } from "./ciphers.ts";
import { codecListCheck } from "./codec-list.ts";
import { codecPreferencesCheck } from "./codec-preferences.ts";
import { digestsCheck } from "./digests.ts";
import { fileCheck } from "./files.ts";
import { groupsCheck } from "./groups.ts";
import { headerMatchCheck, uriPatternCheck } from "./header-match.ts";
import { identifyMatchCheck } from "./identify-match.ts";
import { doubleCheck, scannedCheck, signedCheck, unsignedCheck } from "./numbers.ts";
import { securityMechanismsCheck } from "./security.ts";
import {
  limitedCheck,
  regexCheck,
  removedCheck,
  requiredCheck,
  sdpOwnerCheck,
  sdpSessionCheck,
  userCheck,
  variableCheck,
} from "./strings.ts";
import { tosCheck } from "./tos.ts";
import { contactsCheck, uriCheck } from "./uris.ts";
import { identifierOrderCheck, wordCheck, wordListCheck } from "./words.ts";

/** Takes every value: there is nothing to remember of its answers. */
export const noCheck: ValueCheck = () => noFaults;

/** Handlers that are unlike the others of their kind, by "type/option". */
const special: ReadonlyMap<string, ValueCheck> = new Map([
  ["endpoint/dtls_rekey", scannedCheck],
  ["endpoint/sdp_owner", sdpOwnerCheck],
  ["endpoint/sdp_session", sdpSessionCheck],
  ["resource_list/event", requiredCheck],
  ["inbound-publication/event_*", requiredCheck],
  ["endpoint/acl", aclNamesCheck],
  ["endpoint/contact_acl", aclNamesCheck],
  ["acl/acl", aclNamesCheck],
  ["acl/contact_acl", aclNamesCheck],
  // Looked at together with the other parts of the Contact header: objects/registration.ts.
  ["registration/contact_user", noCheck],
]);

/** The check for an option of an object type. */
export function valueCheck(spec: OptionSpec, type: string): ValueCheck {
  return special.get(`${type}/${spec.name}`) ?? byKind(spec, type);
}

function byKind(spec: OptionSpec, type: string): ValueCheck {
  switch (spec.kind) {
    case "bool":
      return booleanCheck;
    case "uint":
      return unsignedCheck(spec);
    case "int":
      return signedCheck(spec);
    case "double":
      return doubleCheck;
    case "enum":
      return wordCheck(spec);
    case "enumList":
      return wordListCheck;
    case "identifierOrder":
      return identifierOrderCheck;
    case "codecList":
      return codecListCheck;
    case "codecPrefs":
      return codecPreferencesCheck;
    case "uri":
      return uriCheck(spec, type);
    case "uriList":
      return contactsCheck;
    case "cidrAcl":
      return aclRulesCheck;
    case "identifyMatch":
      return identifyMatchCheck;
    case "hostOrIp":
      return hostCheck;
    case "sockaddr":
      return bindCheck;
    case "file":
    case "dir":
      return fileCheck;
    case "regex":
      return regexCheck;
    case "tos":
      return tosCheck;
    case "groupList":
      return groupsCheck;
    case "setVar":
      return variableCheck;
    case "sipUser":
      return userCheck;
    case "headerMatch":
      return headerMatchCheck;
    case "uriPattern":
      return uriPatternCheck;
    case "cipherList":
      return ciphersCheck;
    case "digestList":
      return digestsCheck;
    case "securityMechanisms":
      return securityMechanismsCheck;
    case "ignored":
      return removedCheck;
    case "string":
    case "context":
      return spec.maxLength === undefined ? noCheck : limitedCheck;
    case "type":
    case "ref":
    case "refList":
    case "namedGroupList":
    case "callerid":
    case "mailboxList":
    case "stringList":
    case "hostPortList":
    case "uriPatternVar":
    case "optionsOf":
    case "custom":
      return noCheck;
  }
}
