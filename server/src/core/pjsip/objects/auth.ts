// Whole credentials: auth_apply in res_pjsip/config_auth.c, now and before digests of several algorithms came.

import { has } from "../../catalog/version.ts";
import { asciiLower } from "../../text/ascii.ts";
import { byteLength } from "../../text/bytes.ts";
import type { PjsipObject } from "../judgement.ts";
import { digestAlgorithm, digestsOf, digestsSince } from "../values/digests.ts";
import { strippedItems } from "../values/items.ts";
import {
  allOptions,
  lastOption,
  lastValue,
  missing,
  noObjectFaults,
  type ObjectCheck,
  type ObjectFault,
} from "./object-fault.ts";

export const checkAuth: ObjectCheck = (object, { catalog }) => {
  const modern = has(digestsSince, catalog.version);
  if (lastValue(object, "username") === "") {
    const log = modern
      ? `${object.id}: No authentication username`
      : `No authentication username for auth '${object.id}'`;
    return [missing(object, "username", log)];
  }
  if (asciiLower(lastValue(object, "auth_type")) === "google_oauth") return checkTokens(object, modern);
  return modern ? checkPasswords(object) : checkOldDigest(object);
};

function checkTokens(object: PjsipObject, modern: boolean): readonly ObjectFault[] {
  const absent = ["refresh_token", "oauth_clientid", "oauth_secret"].filter(
    (name) => lastValue(object, name) === "",
  );
  if (absent.length === 0) return noObjectFaults;
  const log = modern
    ? `${object.id}: 'google_oauth' authentication specified but refresh_token, oauth_clientid, or oauth_secret not specified`
    : `'google_oauth' authentication specified but refresh_token, oauth_clientid, or oauth_secret not specified for auth '${object.id}'`;
  return [{ ...missing(object, absent[0] ?? "", log), expected: absent.join(", ") }];
}

/** For each algorithm in use there must be a digest, or a password for all. */
function checkPasswords(object: PjsipObject): readonly ObjectFault[] {
  if (lastValue(object, "password") !== "") return noObjectFaults;
  const digests = new Set<string>();
  for (const name of ["password_digest", "md5_cred"]) {
    for (const option of allOptions(object, name)) {
      for (const digest of digestsOf(option.value)) {
        const algorithm = digestAlgorithm(digest.algorithm);
        // Which one is missing then depends on what this was meant to be.
        if (algorithm === undefined) return noObjectFaults;
        digests.add(algorithm);
      }
    }
  }
  const log = ["uas", "uac"].flatMap((side) =>
    algorithms(object, side)
      .filter((algorithm) => !digests.has(algorithm))
      .map(
        (algorithm) =>
          `${object.id}: No plain text or digest password found for algorithm ${algorithm} in supported_algorithms_${side}`,
      ),
  );
  if (log.length === 0) return noObjectFaults;
  const option = lastOption(object, "password");
  const fault = { kind: "missing-password", rejects: true, log, expected: "password" } as const;
  return [option === undefined ? fault : { ...fault, option }];
}

/** Those that the lines name, all lines together; MD5 is the default that type=global starts with. */
function algorithms(object: PjsipObject, side: string): readonly string[] {
  const named = allOptions(object, `supported_algorithms_${side}`)
    .flatMap((option) => strippedItems(option.value))
    .filter((item) => item.text !== "")
    .map((item) => digestAlgorithm(item.text))
    .filter((algorithm) => algorithm !== undefined);
  return named.length > 0 ? named : ["MD5"];
}

function checkOldDigest(object: PjsipObject): readonly ObjectFault[] {
  if (asciiLower(lastValue(object, "auth_type")) !== "md5") return noObjectFaults;
  const option = lastOption(object, "md5_cred");
  if (option === undefined || option.value === "") {
    const log = `'md5' authentication specified but no md5_cred specified for auth '${object.id}'`;
    return [missing(object, "md5_cred", log)];
  }
  const length = byteLength(option.value);
  if (length === 32) return noObjectFaults;
  const log = [
    `'md5' authentication requires digest of size '32', but digest is '${length}' in size for auth '${object.id}'`,
  ];
  return [{ kind: "invalid-digest", option, rejects: true, log, expected: "32" }];
}
