// The profiles of confbridge.conf, by their type (apps/confbridge/conf_config_parser.c).

import { lastOption } from "../../config/section-lookup.ts";
import { asciiLower } from "../../text/ascii.ts";
import { addTo } from "../../text/grouped.ts";
import { certainLoad, definitionOf, type Parts, type Source, sectionsBut } from "./certain.ts";
import { type Definition, NameSet } from "./name-set.ts";

export const conferenceSource: Source = { file: "confbridge.conf", modules: ["app_confbridge"] };

export interface ConferenceProfiles {
  readonly bridge: NameSet;
  readonly user: NameSet;
  readonly menu: NameSet;
}

export function conferenceProfiles(parts: Parts): ConferenceProfiles | undefined {
  const load = certainLoad(parts, conferenceSource);
  if (load === undefined) return undefined;
  const byType = new Map<string, Definition[]>();
  for (const section of sectionsBut(load, "general")) {
    const type = asciiLower(lastOption(section, "type")?.value ?? "");
    addTo(byType, type, definitionOf(section));
  }
  // Asterisk makes the default profiles where the file has none.
  const profiles = (type: string): NameSet =>
    new NameSet([...(byType.get(type) ?? []), { name: `default_${type}`, place: undefined }], true);
  return { bridge: profiles("bridge"), user: profiles("user"), menu: profiles("menu") };
}
