import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { rangeOfItem } from "../../pjsip/access-list.ts";
import { holds } from "../../pjsip/address-range.ts";
import { isHeardOutside, type Transport, transportsAmong } from "../../pjsip/transports.ts";
import { isLinkLocal, isLoopback, isPrivate, isUnspecified } from "../../pjsip/values/address-kinds.ts";
import { rawItems } from "../../pjsip/values/items.ts";
import { type NumericAddress, numericAddress } from "../../pjsip/values/numeric-address.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const unreachableAddress: PjsipRule = {
  id: "nat/unreachable-address",
  on: "pjsip",
  effect: "works-otherwise",
  summary: "External address that nobody outside can reach",
  *check({ objects }): Iterable<Finding> {
    for (const transport of transportsAmong(objects)) {
      const { externalMedia, externalSignaling } = transport;
      if (!isHeardOutside(transport)) continue;
      for (const option of [externalMedia, externalSignaling]) {
        if (option !== undefined) yield* ofAddress(option, transport);
      }
    }
  },
};

function* ofAddress(option: ConfigOption, transport: Transport): Generator<Finding> {
  const address = numericAddress(option.value.replace(/^\[(.*)\]$/, "$1"));
  if (address === undefined) return;
  const start = `${quoted(option.value)} is`;
  const useless = reason(address);
  if (useless !== undefined) {
    yield { ...valuePlace(option), message: `${start} ${useless}` };
    return;
  }
  const net = localNet(transport, address);
  if (net === undefined) return;
  yield {
    ...valuePlace(option),
    message: `${start} inside "local_net" ${quoted(net.text)}: Asterisk gives it only to peers outside that network, and they cannot reach it; use the public address`,
    related: [{ ...valuePlace(net.option), message: "the local network" }],
  };
}

/** Why an address is of no use to anybody else. */
function reason(address: NumericAddress): string | undefined {
  if (isLoopback(address))
    return "the address of every machine for itself: peers send audio and requests to themselves";
  if (isUnspecified(address)) return "no address that a peer could send to";
  return isLinkLocal(address) ? "good on one network segment only: peers outside cannot reach it" : undefined;
}

/** The private network of the transport that holds an address which is private as well. */
function localNet(
  { localNets }: Transport,
  address: NumericAddress,
): { readonly option: ConfigOption; readonly text: string } | undefined {
  if (!isPrivate(address)) return undefined;
  for (const option of localNets) {
    for (const { text } of rawItems(option.value, ",")) {
      const item = rangeOfItem(text);
      if (item !== undefined && !item.negated && holds(item.range, address)) return { option, text };
    }
  }
  return undefined;
}
