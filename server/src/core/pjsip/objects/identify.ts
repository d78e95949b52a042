// Whole identify sections: ip_identify_apply in res_pjsip_endpoint_identifier_ip.c.

import { allOptions, lastValue, missing, noObjectFaults, type ObjectCheck } from "./object-fault.ts";

export const checkIdentify: ObjectCheck = (object) => {
  if (lastValue(object, "endpoint") === "") {
    return [missing(object, "endpoint", `Identify '${object.id}' missing required endpoint name.`)];
  }
  const matches = allOptions(object, "match").some((option) => /[^,\0-\x20]/.test(option.value));
  if (matches || lastValue(object, "match_header") !== "" || lastValue(object, "match_request_uri") !== "") {
    return noObjectFaults;
  }
  const log = [`Identify '${object.id}' is not configured to match anything.`];
  return [{ kind: "nothing-to-match", rejects: true, log, expected: "match" }];
};
