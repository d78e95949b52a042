import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const addressInUse: PjsipRule = {
  id: "pjsip/address-in-use",
  on: "pjsip",
  effect: "object-rejected",
  summary: "Two transports on one address and port",
  *check({ objects }): Iterable<Finding> {
    const taken = new Map<string, { readonly object: PjsipObject; readonly bind: ConfigOption }>();
    for (const object of objects) {
      const bind = object.type === "transport" ? last(object, "bind") : undefined;
      const socket = bind === undefined ? undefined : socketOf(object, bind.value);
      if (bind === undefined || socket === undefined) continue;
      const before = taken.get(socket);
      if (before === undefined) {
        taken.set(socket, { object, bind });
        continue;
      }

      yield {
        ...valuePlace(bind),
        message: `transport ${quoted(before.object.id)} listens on ${quoted(bind.value)} already: Asterisk drops transport ${quoted(object.id)}`,
        log: [
          `Transport '${object.id}' could not be started: Address already in use`,
          `Could not create an object of type 'transport' with id '${object.id}' from configuration file 'pjsip.conf'`,
        ],
        related: [{ ...valuePlace(before.bind), message: "taken here" }],
      };
    }
  },
};

function last(object: PjsipObject, name: string): ConfigOption | undefined {
  return object.options.findLast((option) => asciiLower(option.name) === name);
}

/** The socket that a transport opens: UDP has ports of its own, TCP and TLS share theirs; ws and wss open none. */
function socketOf(object: PjsipObject, bind: string): string | undefined {
  const protocol = asciiLower(last(object, "protocol")?.value ?? "udp");
  const kind = protocol === "udp" ? "udp" : protocol === "tcp" || protocol === "tls" ? "tcp" : undefined;
  // A numeric address only: a name may stand for anything.
  const found = /^(\d+\.\d+\.\d+\.\d+|\[[0-9a-f:.]+\])(?::(\d+))?$/i.exec(bind.trim());
  if (kind === undefined || found === null) return undefined;
  const port = found[2] === undefined || found[2] === "0" ? (protocol === "tls" ? "5061" : "5060") : found[2];
  return `${kind} ${asciiLower(found[1] ?? "")} ${port}`;
}
