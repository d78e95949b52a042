// What the rules about phones and their AORs share.

import { filledOption, listedItems } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { allOptions } from "../../pjsip/objects/object-fault.ts";
import { holdsPlaceholder } from "../../pjsip/placeholder.ts";
import { wholeNumber } from "../../pjsip/values/c-number.ts";
import type { Installation } from "../../workspace/installation.ts";
import { isCertain } from "../../workspace/names.ts";

/** The objects of a type that Asterisk creates; none where there may be others that we cannot see. */
export function acceptedOf(installation: Installation, type: string): readonly PjsipObject[] {
  if (!isCertain("aor", installation) || !isCertain("endpoint", installation)) return [];
  const { load, pjsip, wizard } = installation;
  const own = pjsip(load("pjsip.conf")).accepted.filter((object) => object.type === type);
  const made = wizard(load("pjsip_wizard.conf")).accepted.filter((object) => object.type === type);
  // An object of pjsip.conf wins over one that a wizard makes.
  return made.length === 0 ? own : [...made, ...own];
}

/** The names of the AORs that an endpoint lists, where all of them can be read. */
export function aorNames(endpoint: PjsipObject): readonly string[] {
  const option = filledOption(endpoint, "aors");
  return option === undefined || holdsPlaceholder("aors", option.value) ? [] : listedItems(endpoint, "aors");
}

/** Whether phones may register to an AOR. */
export function takesRegistrations(aor: PjsipObject): boolean {
  const option = filledOption(aor, "max_contacts");
  if (option === undefined) return false;
  const read = wholeNumber(option.value);
  return typeof read === "string" || read.value > 0n;
}

/** Whether an AOR has an address of its own. */
export function hasContact(aor: PjsipObject): boolean {
  return allOptions(aor, "contact").some(({ value }) => value !== "");
}
