// The addresses of providers that a user has listed in the settings.

import { readRange } from "../../pjsip/address-range.ts";
import type { Settings } from "../../workspace/settings.ts";
import type { Trunk } from "./trunks.ts";

/** The addresses and networks listed for a trunk, by the name of its endpoint or by a host that it calls. */
export function providerAddresses(
  { endpoint, hosts }: Pick<Trunk, "endpoint" | "hosts">,
  { providers }: Settings,
): readonly string[] {
  if (providers === undefined) return [];
  const names = new Set([endpoint.id, ...hosts]);
  const listed = [...names].flatMap((name) => providers.get(name) ?? []);
  return [...new Set(listed)].filter((text) => readRange(text) !== undefined);
}
