// Names that a dialplan uses from files which define one kind of thing each: agents, FollowMe profiles, features, shared
// lines, MeetMe rooms, accounts of minivm, peers of IAX2 and functions that ask a database.

import { namePlace, valuePlace } from "../../config/option-span.ts";
import type { ConfigSection } from "../../config/section.ts";
import { lastOption, sectionNamed } from "../../config/section-lookup.ts";
import { strippedItems } from "../../pjsip/values/items.ts";
import { asciiLower } from "../../text/ascii.ts";
import { certainLoad, definitionOf, isComplete, type Parts, type Source, sectionsBut } from "./certain.ts";
import { type Definition, NameSet } from "./name-set.ts";

const odbcSource: Source = { file: "func_odbc.conf", modules: ["func_odbc"] };

/** Agents; Asterisk compares their ids to the letter. */
export function agents(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, { file: "agents.conf", modules: ["app_agent_pool"] });
  return load && new NameSet(sectionsBut(load, "general", "agents").map(definitionOf), false);
}

export function followMeProfiles(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, {
    file: "followme.conf",
    modules: ["app_followme"],
    families: ["followme"],
  });
  return load && new NameSet(sectionsBut(load, "general").map(definitionOf), true);
}

/** What DYNAMIC_FEATURES may name: lines of [applicationmap], and sections, which are groups of them. */
export function dynamicFeatures(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, { file: "features.conf", modules: [] });
  if (load === undefined) return undefined;
  const items = load.sections
    .filter(({ name, template }) => !template && asciiLower(name) === "applicationmap")
    .flatMap(({ options }) => options.map((option) => ({ name: option.name, place: namePlace(option) })));
  const groups = sectionsBut(load, "general", "featuremap", "applicationmap").map(definitionOf);
  return new NameSet([...items, ...groups], true);
}

/** Functions that ask a database, by the name under which a dialplan calls them. */
export function odbcFunctions(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, odbcSource);
  if (load === undefined) return undefined;
  return new NameSet(
    sectionsBut(load, "general").map((section) => ({
      ...definitionOf(section),
      name: `${lastOption(section, "prefix")?.value || "ODBC"}_${section.name}`,
    })),
    false,
  );
}

/**
 * Whether func_odbc.conf may define a function of that name. Where the file is missing only names with the usual
 * prefix may come from it, since most installations have none; where a part of it is, any name with a prefix.
 */
export function mayBeOdbcFunction(parts: Parts, name: string, known: NameSet | undefined): boolean {
  if (known !== undefined) return known.has(name);
  if (!parts.environment.moduleLoaded("func_odbc")) return false;
  const missing = parts.load(odbcSource.file).outcome === "missing" && isComplete(parts, odbcSource);
  return missing ? name.startsWith("ODBC_") : name.includes("_");
}

export interface SharedLines {
  readonly trunks: NameSet;
  readonly stations: NameSet;
  /** "station_trunk", which the argument of SLAStation and the hints name. */
  readonly lines: NameSet;
}

/** Trunks and stations of sla.conf. */
export function sharedLines(parts: Parts): SharedLines | undefined {
  const load = certainLoad(parts, { file: "sla.conf", modules: ["app_sla", "app_meetme"] });
  if (load === undefined) return undefined;
  const sections = sectionsBut(load, "general");
  const ofType = (type: string): ConfigSection[] =>
    sections.filter((section) => asciiLower(lastOption(section, "type")?.value ?? "") === type);
  const stations = ofType("station");
  const lines: Definition[] = [];
  for (const { name, options } of stations) {
    for (const option of options) {
      if (asciiLower(option.name) !== "trunk") continue;
      // Behind a comma stand options of the line.
      const [trunk] = strippedItems(option.value);
      if (trunk === undefined) continue;
      const place = valuePlace(option, trunk.start, trunk.end);
      lines.push({ name: `${name}_${trunk.text}`, place });
    }
  }
  return {
    trunks: new NameSet(ofType("trunk").map(definitionOf), true),
    stations: new NameSet(stations.map(definitionOf), true),
    lines: new NameSet(lines, true),
  };
}

/** Rooms of meetme.conf; their PINs are not kept. */
export function meetMeRooms(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, {
    file: "meetme.conf",
    modules: ["app_meetme"],
    families: ["meetme"],
  });
  if (load === undefined) return undefined;
  const rooms: Definition[] = [];
  for (const option of sectionNamed(load, "rooms")?.options ?? []) {
    const [room] = strippedItems(option.value);
    if (asciiLower(option.name) !== "conf" || room === undefined || room.text === "") continue;
    rooms.push({ name: room.text, place: valuePlace(option, room.start, room.end) });
  }
  return new NameSet(rooms, false);
}

/** Accounts of minivm.conf. Its applications also take any other address, so that a missing one is no mistake. */
export function minivmAccounts(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, {
    file: "minivm.conf",
    modules: ["app_minivm"],
    families: ["minivm"],
  });
  if (load === undefined) return undefined;
  const accounts = sectionsBut(load, "general", "zonemessages").filter(
    ({ name }) => !asciiLower(name).startsWith("template-"),
  );
  return new NameSet(accounts.map(definitionOf), true);
}

/** Sections of iax.conf that IAX2/name can dial. Where none has the name, Asterisk takes it for a host. */
export function iaxPeers(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, {
    file: "iax.conf",
    modules: ["chan_iax2"],
    families: ["iaxpeers"],
  });
  if (load === undefined) return undefined;
  return new NameSet(peerSections(load.sections).map(definitionOf), false);
}

/** Sections of sip.conf that SIP/name can dial, where chan_sip is still there. */
export function sipPeers(parts: Parts): NameSet | undefined {
  if (parts.settings.version.major > 20) return undefined;
  const load = certainLoad(parts, {
    file: "sip.conf",
    modules: ["chan_sip"],
    families: ["sippeers", "sipusers"],
  });
  if (load === undefined) return undefined;
  return new NameSet(peerSections(load.sections).map(definitionOf), false);
}

function peerSections(sections: readonly ConfigSection[]): ConfigSection[] {
  return sections.filter(
    (section) =>
      !section.template && ["peer", "friend"].includes(asciiLower(lastOption(section, "type")?.value ?? "")),
  );
}
