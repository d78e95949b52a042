// What the rules about phones and their AORs share.

import { filledOption, listedItems } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { allOptions } from "../../pjsip/objects/object-fault.ts";
import { holdsPlaceholder } from "../../pjsip/placeholder.ts";
import { wholeNumber } from "../../pjsip/values/c-number.ts";
import type { Installation } from "../../workspace/installation.ts";
import { isCertain } from "../../workspace/names.ts";

export interface Phones {
  readonly endpoints: readonly PjsipObject[];
  readonly aors: ReadonlyMap<string, PjsipObject>;
  readonly auths: ReadonlyMap<string, PjsipObject>;
}

/** The endpoints that Asterisk creates, AORs and auths by name; undefined where there may be others. */
export function phonesOf(installation: Installation): Phones | undefined {
  if (!isCertain("aor", installation) || !isCertain("endpoint", installation)) return undefined;
  const { load, pjsip, wizard } = installation;
  const objects = [...wizard(load("pjsip_wizard.conf")).accepted, ...pjsip(load("pjsip.conf")).accepted];
  const endpoints = objects.filter(({ type }) => type === "endpoint");
  return { endpoints, aors: byName(objects, "aor"), auths: byName(objects, "auth") };
}

function byName(objects: readonly PjsipObject[], wanted: string): Map<string, PjsipObject> {
  return new Map(objects.filter(({ type }) => type === wanted).map((object) => [object.id, object]));
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
