// The mailboxes of voicemail.conf (load_users and find_user in apps/app_voicemail.c). What stands behind a mailbox,
// its password first of all, is not kept.

import { namePlace } from "../../config/option-span.ts";
import { isTrue, lastOption, sectionNamed } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { asciiLower } from "../../text/ascii.ts";
import { once } from "../once.ts";
import { certainLoad, type Parts, type Source, sectionsBut } from "./certain.ts";
import { type Definition, NameSet } from "./name-set.ts";

export const voicemailSource: Source = {
  file: "voicemail.conf",
  modules: ["app_voicemail", "app_voicemail_imap", "app_voicemail_odbc"],
  families: ["voicemail"],
};

export interface Voicemail {
  /** Named "6001@default", aliases among them. */
  readonly mailboxes: NameSet;
  /** Contexts of voicemail.conf, which have nothing to do with those of the dialplan. */
  readonly contexts: NameSet;
  /** Whether a mailbox without a context is looked for in all of them (`searchcontexts`). */
  readonly searchesAll: boolean;
  /** The mailbox that a text such as "6001" or "6001@sales" names. */
  readonly find: (text: string) => Definition | undefined;
}

export function readVoicemail(parts: Parts): Voicemail | undefined {
  const load = certainLoad(parts, voicemailSource);
  const fromUsers = usersMailboxes(parts);
  if (load === undefined || fromUsers === undefined) return undefined;
  const general = sectionNamed(load, "general");
  const aliases = lastOption(general, "aliasescontext")?.value ?? "";
  const usersContext = lastOption(general, "userscontext")?.value ?? "default";
  const searches = lastOption(general, "searchcontexts");
  const searchesAll = searches !== undefined && isTrue(searches.value);
  const boxes: Definition[] = fromUsers.map(({ name, place }) => ({
    name: `${name}@${usersContext}`,
    place,
  }));
  const contexts: Definition[] = [];
  for (const section of sectionsBut(load, "general", "zonemessages")) {
    const holdsAliases = aliases !== "" && asciiLower(section.name) === asciiLower(aliases);
    if (!holdsAliases) contexts.push({ name: section.name, place: headerPlace(section) });
    for (const option of section.options) {
      const context = holdsAliases ? "default" : section.name;
      const name = option.name.includes("@") ? option.name : `${option.name}@${context}`;
      boxes.push({ name, place: namePlace(option) });
    }
  }
  contexts.push({ name: "default", place: undefined });
  const mailboxes = new NameSet(boxes, true);
  const anywhere = once(() => byBox(boxes));
  return {
    mailboxes,
    contexts: new NameSet(contexts, true),
    searchesAll,
    find: (text) => {
      const [box = "", context = ""] = cut(text);
      if (context === "" && searchesAll) return anywhere().get(asciiLower(box));
      return mailboxes.get(`${box}@${context === "" ? "default" : context}`);
    },
  };
}

/** Up to Asterisk 22 a section of users.conf can have a mailbox of its own. */
function usersMailboxes(parts: Parts): Definition[] | undefined {
  if (parts.settings.version.major > 22) return [];
  const load = parts.load("users.conf");
  if (load.outcome === "missing") return [];
  if (load.outcome !== "loaded" || load.partial) return undefined;
  const usual = lastOption(sectionNamed(load, "general"), "hasvoicemail");
  return sectionsBut(load, "general")
    .filter((section) => isTrue((lastOption(section, "hasvoicemail") ?? usual)?.value ?? "no"))
    .map((section) => ({ name: section.name, place: headerPlace(section) }));
}

/** The first mailbox of each number, whatever its context. */
function byBox(boxes: readonly Definition[]): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const box of boxes) {
    const number = asciiLower(cut(box.name)[0] ?? "");
    if (!found.has(number)) found.set(number, box);
  }
  return found;
}

function cut(text: string): string[] {
  const at = text.indexOf("@");
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
