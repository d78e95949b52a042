// What a list of permit and deny lines comes to: ast_apply_ha starts with "allow", and each rule that covers an
// address sets the outcome anew, so the last one wins.

import type { ConfigOption } from "../config/section.ts";
import { asciiLower } from "../text/ascii.ts";
import { type AddressRange, rangeOf } from "./address-range.ts";
import type { PjsipObject } from "./judgement.ts";
import type { ObjectIndex } from "./object-index.ts";
import { rawItems } from "./values/items.ts";
import { numericAddress, splitHostPort } from "./values/numeric-address.ts";

export interface AccessRule {
  readonly option: ConfigOption;
  readonly text: string;
  readonly allows: boolean;
  readonly range: AddressRange;
}

/** The range in `[!]address[/mask]`, an item of permit, deny or local_net; undefined where Asterisk refuses it. */
export function rangeOfItem(
  item: string,
): { readonly range: AddressRange; readonly negated: boolean } | undefined {
  const negated = item.startsWith("!");
  const [written = "", mask, ...more] = item.slice(negated ? 1 : 0).split("/");
  const { host, port } = splitHostPort(written);
  const address = port === undefined ? numericAddress(host) : undefined;
  if (address === undefined || more.length > 0) return undefined;
  const range = rangeOf(address, mask);
  return range === undefined ? undefined : { range, negated };
}

/**
 * The rules of `permit` and `deny`, or of those with the prefix "contact_"; undefined where one is wrong, or lands in
 * the other list because its name is not in lower case.
 */
export function accessRules(object: PjsipObject, prefix: "" | "contact_"): readonly AccessRule[] | undefined {
  const rules: AccessRule[] = [];
  for (const option of object.options) {
    const name = asciiLower(option.name);
    if (!/^(?:contact_)?(?:permit|deny)$/.test(name) || option.value === "") continue;
    if (name.startsWith("contact_") && !option.name.startsWith("contact_")) return undefined;
    if (name !== `${prefix}permit` && name !== `${prefix}deny`) continue;
    for (const { text } of rawItems(option.value, ",")) {
      const item = rangeOfItem(text);
      if (item === undefined) return undefined;
      rules.push({ option, text, allows: (name === `${prefix}permit`) !== item.negated, range: item.range });
    }
  }
  return rules;
}

/** The objects of a type that have permit or deny lines at all. */
export function withAccessRules(index: ObjectIndex, type: string): readonly PjsipObject[] {
  const names = ["permit", "deny", "contact_permit", "contact_deny"];
  return [...new Set(names.flatMap((name) => index.lines(type, name).map(({ object }) => object)))];
}

/** The rule behind which nothing of IPv4 is allowed any more; undefined where something is. */
export function closesAll(rules: readonly AccessRule[]): AccessRule | undefined {
  const closing = rules.findLastIndex(
    ({ allows, range }) => !allows && range.family === 4 && range.prefix === 0,
  );
  if (closing === -1) return undefined;
  const reopened = rules.slice(closing + 1).some(({ allows, range }) => allows && range.family === 4);
  return reopened ? undefined : rules[closing];
}
