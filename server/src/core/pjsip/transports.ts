// What transports come to: what they carry, where they listen, and what they say of themselves to the world.

import type { ConfigOption } from "../config/section.ts";
import { asciiLower } from "../text/ascii.ts";
import { filledOption } from "./effective-options.ts";
import type { PjsipObject } from "./judgement.ts";
import { allOptions, lastValue } from "./objects/object-fault.ts";
import { isLoopback } from "./values/address-kinds.ts";
import { numericAddress } from "./values/numeric-address.ts";

export interface Transport {
  readonly object: PjsipObject;
  readonly id: string;
  /** "udp", "tcp", "tls", "ws", "wss" or "flow". */
  readonly protocol: string;
  /** Nobody but the machine itself can reach it. */
  readonly loopback: boolean;
  readonly externalMedia: ConfigOption | undefined;
  /** By address or by host name. */
  readonly externalSignaling: ConfigOption | undefined;
  readonly localNets: readonly ConfigOption[];
}

export function readTransport(object: PjsipObject): Transport {
  return {
    object,
    id: object.id,
    protocol: asciiLower(lastValue(object, "protocol")) || "udp",
    loopback: isLoopbackBind(lastValue(object, "bind")),
    externalMedia: filledOption(object, "external_media_address"),
    externalSignaling:
      filledOption(object, "external_signaling_address") ??
      filledOption(object, "external_signaling_hostname"),
    localNets: allOptions(object, "local_net").filter(({ value }) => value !== ""),
  };
}

export function transportsAmong(objects: readonly PjsipObject[]): readonly Transport[] {
  return objects.filter(({ type }) => type === "transport").map(readTransport);
}

/** Whether connections come in through Asterisk's own HTTP server. */
export function isWebSocket({ protocol }: Transport): boolean {
  return protocol === "ws" || protocol === "wss";
}

/** Whether its external addresses get to other machines; browsers find their way by ICE. */
export function isHeardOutside(transport: Transport): boolean {
  return ["udp", "tcp", "tls"].includes(transport.protocol) && !transport.loopback;
}

/** The transports that an endpoint may use: the one that it names, or else all that are no WebSocket. */
export function transportsOf(endpoint: PjsipObject, transports: readonly Transport[]): readonly Transport[] {
  const named = lastValue(endpoint, "transport");
  if (named === "") return transports.filter((transport) => !isWebSocket(transport));
  return transports.filter(({ id }) => id === named);
}

function isLoopbackBind(bind: string): boolean {
  const host = /^\[([^\]]*)\]/.exec(bind)?.[1] ?? (bind.split(":").length > 2 ? bind : bind.split(":")[0]);
  if (asciiLower(host ?? "") === "localhost") return true;
  const address = numericAddress(host ?? "");
  return address !== undefined && isLoopback(address);
}
