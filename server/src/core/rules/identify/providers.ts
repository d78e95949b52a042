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

/** What an identify section of a trunk is to match: its addresses, those that the settings list, and hosts that they do not list. */
export function addressesToMatch(trunk: Trunk, settings: Settings): readonly string[] {
  const isLiteral = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(":");
  const listed = providerAddresses(trunk, settings);
  const isListed = (name: string): boolean => settings.providers?.has(name) === true;
  const names = isListed(trunk.endpoint.id)
    ? []
    : trunk.hosts.filter((host) => !isLiteral(host) && !isListed(host));
  return [...new Set([...trunk.hosts.filter(isLiteral), ...listed, ...names])];
}
