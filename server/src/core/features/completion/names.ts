// The names that an installation defines, as far as its files show them, without judging what stands there. Each
// list is made once for an installation.

import type { ConfigSection } from "../../config/section.ts";
import { firstOption, lastOption } from "../../config/section-lookup.ts";
import { readWizards } from "../../pjsip/wizard.ts";
import { asciiLower } from "../../text/ascii.ts";
import { addTo } from "../../text/grouped.ts";
import type { Installation, InstallationQuestion } from "../../workspace/installation.ts";
import type { Topic } from "./item.ts";

export interface Named {
  readonly name: string;
  readonly detail: string | undefined;
  readonly topic: Topic | undefined;
}

const objectsByType: InstallationQuestion<undefined, ReadonlyMap<string, readonly Named[]>> = {
  compute: readObjects,
};

/** Objects of a type, of pjsip.conf and of wizards, in the order of the files. */
export function objectNames(installation: Installation, type: string): readonly Named[] {
  return installation.ask(objectsByType, undefined).get(type) ?? [];
}

function readObjects({ load }: Installation): Map<string, Named[]> {
  const byType = new Map<string, Named[]>();
  const add = (type: string, name: string, section: ConfigSection): void => {
    const named = namedOf(section, name);
    addTo(byType, type, named);
  };
  for (const section of load("pjsip.conf").sections) {
    if (section.template) continue;
    const type = firstOption(section, "type")?.value;
    if (type !== undefined) add(type, section.name, section);
  }
  for (const { section, objects } of readWizards(load("pjsip_wizard.conf")))
    for (const { type, id } of objects) add(type, id, section);
  return byType;
}

function namedOf(section: ConfigSection, name: string = section.name): Named {
  const file = section.file.path;
  return { name, detail: file, topic: { of: "section", file, start: section.header.start } };
}

/** Files whose lines hold passwords in the middle, so that they are not shown. */
const withPasswords: ReadonlySet<string> = new Set(["voicemail.conf", "agents.conf"]);

/** Sections of a file that are no templates; `type`: those of one type alone. */
export function sectionNames(
  { load }: Installation,
  file: string,
  reserved: readonly string[],
  type?: string,
): Named[] {
  const found: Named[] = [];
  for (const section of load(file).sections) {
    if (section.template || reserved.includes(asciiLower(section.name))) continue;
    if (type !== undefined && asciiLower(lastOption(section, "type")?.value ?? "") !== type) continue;
    found.push(withPasswords.has(file) ? { ...namedOf(section), topic: undefined } : namedOf(section));
  }
  return found;
}

/** Contexts of the dialplan. */
export function contextNames(installation: Installation): readonly Named[] {
  return installation.ask(contextsKnown, undefined);
}

const contextsKnown: InstallationQuestion<undefined, readonly Named[]> = {
  compute: (installation) => sectionNames(installation, "extensions.conf", ["general", "globals"]),
};

/** What an argument of a kind can name, apart from the dialplan itself and devices. */
export function namesOfKind(installation: Installation, kind: string): readonly Named[] | undefined {
  const { elsewhere } = installation;
  const plain = (names: Iterable<string> | undefined, detail: string): Named[] =>
    [...(names ?? [])].map((name) => ({ name, detail, topic: undefined }));
  switch (kind) {
    case "queue":
      return sectionNames(installation, "queues.conf", ["general"]);
    case "queue-rule":
      return sectionNames(installation, "queuerules.conf", ["general"]);
    case "voicemail-mailbox":
      return mailboxes(installation);
    case "voicemail-context":
      return sectionNames(installation, "voicemail.conf", ["general", "zonemessages"]);
    case "confbridge-bridge-profile":
      return profiles(installation, "bridge");
    case "confbridge-user-profile":
      return profiles(installation, "user");
    case "confbridge-menu":
      return profiles(installation, "menu");
    case "parking-lot":
      return plain(
        elsewhere()
          .lots()
          .map(({ name }) => name),
        "res_parking.conf",
      );
    case "moh-class":
      return sectionNames(installation, "musiconhold.conf", ["general"]);
    case "agent-id":
      return sectionNames(installation, "agents.conf", ["general", "agents"]);
    case "followme-profile":
      return sectionNames(installation, "followme.conf", ["general"]);
    case "meetme-conference":
      return plain(elsewhere().meetMeRooms()?.names(), "meetme.conf");
    case "minivm-account":
      return plain(elsewhere().minivmAccounts()?.names(), "minivm.conf");
    case "sla-station":
      return plain(elsewhere().sharedLines()?.lines.names(), "sla.conf");
    case "sla-trunk":
      return plain(elsewhere().sharedLines()?.trunks.names(), "sla.conf");
    case "pjsip-notify-option":
      return sectionNames(installation, "pjsip_notify.conf", ["general"]);
    case "pjsip-endpoint":
      return objectNames(installation, "endpoint");
    case "pjsip-aor":
      return objectNames(installation, "aor");
    case "iax-peer":
      return plain(elsewhere().iaxPeers()?.names(), "iax.conf");
    case "tone-zone":
      return sectionNames(installation, "indications.conf", ["general"]);
    default:
      return undefined;
  }
}

/** Profiles of conferences, with the one that Asterisk makes. */
function profiles(installation: Installation, type: string): Named[] {
  const found = sectionNames(installation, "confbridge.conf", ["general"], type);
  return [...found, { name: `default_${type}`, detail: "made by Asterisk", topic: undefined }];
}

/** Such as "6001@default"; nothing else of their lines is shown. */
function mailboxes({ elsewhere }: Installation): Named[] {
  const names = elsewhere().voicemail()?.mailboxes.names() ?? [];
  return [...names].map((name) => ({ name, detail: "voicemail.conf", topic: undefined }));
}

/** What the value of an option of PJSIP refers to, in the words of the catalogue. */
export function namesReferredTo(installation: Installation, target: string): readonly Named[] | undefined {
  switch (target) {
    case "extensions.conf:context":
      return contextNames(installation);
    case "voicemail.conf:mailbox":
      return namesOfKind(installation, "voicemail-mailbox");
    case "musiconhold.conf:class":
      return namesOfKind(installation, "moh-class");
    case "indications.conf:zone":
      return namesOfKind(installation, "tone-zone");
    case "acl.conf:section":
      return sectionNames(installation, "acl.conf", []);
    case "geolocation.conf:profile":
      return sectionNames(installation, "geolocation.conf", [], "profile");
    case "stir_shaken.conf:profile":
      return sectionNames(installation, "stir_shaken.conf", [], "profile");
    case "phoneprov.conf:profile":
      return sectionNames(installation, "phoneprov.conf", ["general"]);
    case "features.conf:feature":
      return [...(installation.elsewhere().dynamicFeatures()?.names() ?? [])].map((name) => ({
        name,
        detail: "features.conf",
        topic: undefined,
      }));
    default:
      return installation.catalog.types.has(target) ? objectNames(installation, target) : undefined;
  }
}
