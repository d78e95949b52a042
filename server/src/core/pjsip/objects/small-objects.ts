// Objects with little to go wrong: domain_alias and phoneprov.

import { lastOption, lastValue, missing, noObjectFaults, type ObjectCheck } from "./object-fault.ts";

/** domain_alias_apply in res_pjsip/config_domain_aliases.c. */
export const checkDomainAlias: ObjectCheck = (object) => {
  if (lastValue(object, "domain") !== "") return noObjectFaults;
  return [missing(object, "domain", `domain_alias '${object.id}' missing required domain being aliased.`)];
};

/** users_apply_handler in res_pjsip_phoneprov_provider.c: the object stays, the phone is not provisioned. */
export const checkPhoneprov: ObjectCheck = (object) =>
  ["MAC", "PROFILE"]
    .filter((name) => lastOption(object, name) === undefined)
    .map((name) => ({
      ...missing(object, name, `phoneprov ${object.id} must contain a ${name} entry.`),
      rejects: false,
    }));
