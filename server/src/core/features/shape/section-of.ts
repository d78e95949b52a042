// What a section is.

import type { ConfigSection } from "../../config/section.ts";
import { firstOption } from "../../config/section-lookup.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Subject } from "../subject.ts";

/** The value of `type`, its own or inherited; undefined where it has none. */
export function typeOf(section: ConfigSection | undefined): string | undefined {
  return section === undefined ? undefined : firstOption(section, "type")?.value;
}

const kinds: Readonly<Record<string, string>> = {
  "queues.conf": "queue",
  "musiconhold.conf": "music on hold",
  "agents.conf": "agent",
  "followme.conf": "follow-me profile",
  "voicemail.conf": "voicemail context",
  "manager.conf": "manager user",
  "meetme.conf": "rooms",
  "res_parking.conf": "parking lot",
  "acl.conf": "access list",
  "res_odbc.conf": "database connection",
  "func_odbc.conf": "function",
  "features.conf": "features",
};

const reserved: ReadonlySet<string> = new Set(["general", "global", "globals", "options", "default_user"]);

/** What a section is, in a word or two; undefined where its name says it. */
export function kindOfSection(
  { file, roots }: Subject,
  name: string,
  section: ConfigSection | undefined,
): string | undefined {
  const root = roots[0] ?? file;
  const type = typeOf(section);
  if (type !== undefined && type !== "") return type.slice(0, 60);
  if (reserved.has(asciiLower(name))) return undefined;
  return Object.hasOwn(kinds, root) ? kinds[root] : undefined;
}
