// Hosts that calls of a trunk may come from: those that its own calls and registrations go to.

import { lastOption } from "../../config/section-lookup.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Proposal } from "./item.ts";
import type { Place } from "./place.ts";

const host = /^<?sips?:(?:[^@;>]{0,200}@)?(\[[0-9a-f:.]{2,60}\]|[A-Za-z0-9][A-Za-z0-9.-]{0,250})/i;

/** For `match` of an identify section, and `from_domain` of an endpoint: its own hosts first. */
export function hostsOfTrunks(
  { subject, cursor: { section } }: Place,
  target: { add(proposal: Proposal): void },
): void {
  if (section === undefined) return;
  const { sections } = subject.installation.load("pjsip.conf");
  const own = section.section;
  const endpoint = (own && lastOption(own, "endpoint")?.value) ?? section.name;
  const names = new Set([endpoint]);
  for (const one of sections)
    if (one.name === endpoint)
      for (const name of (lastOption(one, "aors")?.value ?? "").split(",")) names.add(name.trim());
  for (const one of sections) {
    if (one.template) continue;
    const isOwn = names.has(one.name) || lastOption(one, "endpoint")?.value === endpoint;
    for (const { name, value } of one.options) {
      const option = asciiLower(name);
      if (option !== "contact" && option !== "server_uri") continue;
      for (const uri of value.split(",")) {
        const label = host.exec(uri.trim())?.[1];
        if (label !== undefined)
          target.add({ label, kind: "value", detail: `${option} of [${one.name}]`, rank: isOwn ? 1 : 20 });
      }
    }
  }
}
