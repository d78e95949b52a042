// Hover on what other files define: queues, mailboxes, music, parking lots, conferences, sounds.

import { hangupCauseWords } from "../../catalog/hangup-causes.ts";
import type { ConfigSection } from "../../config/section.ts";
import { lastOption } from "../../config/section-lookup.ts";
import { asciiLower, equalsIgnoringCase } from "../../text/ascii.ts";
import { counted } from "../../text/counted.ts";
import { isSecretName } from "../../text/secret-names.ts";
import type { Elsewhere } from "../../workspace/elsewhere/elsewhere.ts";
import type { NameSet } from "../../workspace/elsewhere/name-set.ts";
import { code, paragraphs } from "../markdown.ts";
import { headerText, placeText } from "../places.ts";
import { soundFiles } from "../sound-files.ts";
import type { Subject } from "../subject.ts";

/** A kind of thing that a section of a file defines. */
interface SectionKind {
  readonly file: string;
  readonly what: string;
  /** The value of `type` of such a section. */
  readonly type?: string;
  /** Options that are shown. */
  readonly options: readonly string[];
  /** Whether Asterisk makes one of them where the file has none. */
  readonly isMade?: boolean;
  /** All names there are; undefined where that cannot be known. */
  readonly names: (elsewhere: Elsewhere) => NameSet | undefined;
}

const profileOptions: Readonly<Record<string, readonly string[]>> = {
  bridge: ["max_members", "record_conference", "video_mode", "sounds"],
  user: ["admin", "marked", "startmuted", "quiet", "wait_marked", "end_marked", "music_on_hold_when_empty"],
  menu: [],
};

function profile(type: "bridge" | "user" | "menu"): SectionKind {
  return {
    file: "confbridge.conf",
    what: type === "menu" ? "menu of conferences" : `${type} profile of conferences`,
    type,
    isMade: true,
    options: profileOptions[type] ?? [],
    names: (elsewhere) => elsewhere.conferenceProfiles()?.[type],
  };
}

const sectionKinds: Readonly<Record<string, SectionKind>> = {
  queue: {
    file: "queues.conf",
    what: "queue",
    options: [
      "strategy",
      "timeout",
      "retry",
      "maxlen",
      "musicclass",
      "joinempty",
      "leavewhenempty",
      "context",
    ],
    names: (elsewhere) => elsewhere.queues(),
  },
  "queue-rule": {
    file: "queuerules.conf",
    what: "rule for penalties",
    options: [],
    names: (elsewhere) => elsewhere.queueRules(),
  },
  "moh-class": {
    file: "musiconhold.conf",
    what: "music on hold",
    options: ["mode", "directory", "application", "sort", "announcement"],
    names: (elsewhere) => elsewhere.musicClasses(),
  },
  "parking-lot": {
    file: "res_parking.conf",
    what: "parking lot",
    isMade: true,
    options: ["parkext", "parkpos", "context", "parkingtime", "comebacktoorigin", "comebackcontext"],
    names: (elsewhere) => elsewhere.parkingLots(),
  },
  "confbridge-bridge-profile": profile("bridge"),
  "confbridge-user-profile": profile("user"),
  "confbridge-menu": profile("menu"),
  "followme-profile": {
    file: "followme.conf",
    what: "profile of FollowMe",
    options: ["context", "takecall", "declinecall", "musicclass"],
    names: (elsewhere) => elsewhere.followMeProfiles(),
  },
};

/** What a name of a kind of argument stands for; undefined where nothing is known of it. */
export function namedHover(subject: Subject, kind: string, text: string): string | undefined {
  const name = text.trim();
  if (name === "" || /[${}[\]]/.test(name)) return undefined;
  if (kind === "voicemail-mailbox") return mailboxText(subject, name);
  if (kind === "sound-file") return soundText(subject, name);
  if (kind === "hangup-cause") return causeText(name);
  const found = sectionKinds[kind];
  return found === undefined ? undefined : sectionText(subject, found, name);
}

function sectionText({ installation }: Subject, kind: SectionKind, name: string): string | undefined {
  const section = installation
    .load(kind.file)
    .sections.find(
      (one) =>
        !one.template &&
        !equalsIgnoringCase(one.name, "general") &&
        equalsIgnoringCase(one.name, name) &&
        (kind.type === undefined || equalsIgnoringCase(lastOption(one, "type")?.value ?? "", kind.type)),
    );
  if (section !== undefined)
    return paragraphs([
      `**${section.name}** · ${kind.what} (${headerText(section)})`,
      factsOf(section, kind.options),
    ]);
  const names = kind.names(installation.elsewhere());
  if (names === undefined) return undefined;
  if (!names.has(name)) return `There is no ${kind.what} ${code(name)} in ${kind.file}.`;
  return kind.isMade
    ? `**${name}** · ${kind.what}, with the settings that Asterisk has by itself`
    : undefined;
}

function factsOf(section: ConfigSection, options: readonly string[]): string | undefined {
  const facts = options.flatMap((option) => {
    const value = lastOption(section, option)?.value;
    return value === undefined || isSecretName(option) ? [] : [`- ${option} ${code(value)}`];
  });
  const members = section.options.filter(({ name }) => asciiLower(name) === "member").length;
  if (members > 0) facts.push(`- ${counted(members, "member")}`);
  return facts.length === 0 ? undefined : facts.join("\n");
}

/** A mailbox: whose it is. Nothing else of its line is shown, since that begins with the password. */
function mailboxText({ installation }: Subject, name: string): string | undefined {
  const voicemail = installation.elsewhere().voicemail();
  if (voicemail === undefined) return undefined;
  const found = voicemail.find(name);
  if (found === undefined) return `There is no mailbox ${code(name)} in voicemail.conf.`;
  const [box = "", context = "default"] = found.name.split("@");
  const title = `**${found.name}** · mailbox`;
  for (const section of installation.load("voicemail.conf").sections) {
    if (!equalsIgnoringCase(section.name, context)) continue;
    const option = lastOption(section, box);
    if (option === undefined) continue;
    const owner = option.value.split(",")[1]?.trim() ?? "";
    return paragraphs([`${title} (${placeText(option)})`, owner === "" ? undefined : `Of ${owner}.`]);
  }
  return title;
}

const mostFiles = 8;

function soundText({ installation }: Subject, name: string): string | undefined {
  if (name.startsWith("/")) return undefined;
  const files = soundFiles(installation, name);
  if (files === undefined || files.length === 0) return undefined;
  const shown = files.slice(0, mostFiles).map((path) => `- ${code(path)}`);
  if (files.length > mostFiles) shown.push(`- and ${files.length - mostFiles} more`);
  return shown.join("\n");
}

function causeText(name: string): string | undefined {
  const words = hangupCauseWords(name);
  return words === undefined ? undefined : `${code(name)}: ${words}.`;
}
