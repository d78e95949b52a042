// The least that has to stand around snippets for them to be a whole installation.

import type { Snippet } from "./snippets.ts";

export type Texts = Readonly<Record<string, string>>;

const fileOf: Readonly<Record<string, string>> = {
  "pjsip-transport": "pjsip.conf",
  "pjsip-trunk": "pjsip.conf",
  "pjsip-phone": "pjsip.conf",
  "pjsip-wizard": "pjsip_wizard.conf",
  dialplan: "extensions.conf",
  "dialplan-services": "extensions.conf",
};

/** Where a snippet for one of Asterisk's many other files belongs. */
const fileOfTitle: Readonly<Record<string, string>> = {
  "Named access list": "acl.conf",
  "HTTP server for WebRTC": "http.conf",
  Mailbox: "voicemail.conf",
  Queue: "queues.conf",
  "Music on hold": "musiconhold.conf",
  "Parking lot": "res_parking.conf",
  "Conference profiles": "confbridge.conf",
  "Manager user": "manager.conf",
  "Audio ports and ICE": "rtp.conf",
  "Fax settings": "udptl.conf",
};

/** Calls of what is a subroutine or has to be entered in a way of its own. */
const entries: Readonly<Record<string, string>> = {
  "sub-blocked": "Gosub(sub-blocked,s,1)",
  "sub-caller-name": "Gosub(sub-caller-name,s,1(${EXTEN}))",
  "sub-hangup": "Set(CHANNEL(hangup_handler_push)=sub-hangup,s,1)",
  "sub-record": "Gosub(sub-record,s,1(${EXTEN}))",
  menu: "Goto(menu,s,1)",
  "opening-hours": "Goto(opening-hours,s,1)",
  "blind-transfer": "Set(__TRANSFER_CONTEXT=blind-transfer)",
};

/** The installation around some snippets. `named` gives the text of another one by its title. */
export function installationOf(
  parts: readonly (readonly [Snippet, string])[],
  named: (title: string) => string,
): Texts {
  const texts = new Map<string, string>();
  const add = (file: string, text: string): void => {
    texts.set(file, `${texts.get(file) ?? ""}${text}\n`);
  };
  for (const [{ file, title }, text] of parts) add(fileOf[file] ?? fileOfTitle[title] ?? "", text);
  const titles = new Set(parts.map(([{ title }]) => title));
  const need = (title: string, file = "pjsip.conf"): void => {
    if (titles.has(title)) return;
    titles.add(title);
    add(file, named(title));
  };

  if (texts.has("extensions.conf")) {
    if (/@outbound\b/.test(texts.get("extensions.conf") ?? "")) need("Outbound routes", "extensions.conf");
    const dialplan = texts.get("extensions.conf") ?? "";
    need("Phone");
    if (/@provider\b/.test(dialplan)) need("Trunk by IP address");
    if (/@provider-several\b/.test(dialplan)) need("Trunk by several IP addresses");
    if (/PJSIP\/6002/.test(dialplan))
      add(
        "pjsip.conf",
        named("Phone")
          .replaceAll("6001", "6002")
          .replace(/password = .*/, "password = 5b0e7a5c-92c1-4d0e-b1a4"),
      );
    add("extensions.conf", doorTo(dialplan));
  }
  if (titles.has("Identify")) need("Trunk by IP address");
  const sip = `${texts.get("pjsip.conf") ?? ""}${texts.get("pjsip_wizard.conf") ?? ""}`;
  if (/^webrtc = yes/m.test(sip)) {
    need("WebSocket transport");
    need("HTTP server for WebRTC", "http.conf");
  }
  if (/transport=tls/.test(sip)) need("TLS transport");
  if (/^(?:endpoint\/)?context = /m.test(sip) && !/^protocol = udp/m.test(sip)) need("UDP transport");
  const contexts = new Set(
    [...sip.matchAll(/^(?:endpoint\/)?context = (\S+)$/gm)].map(([, name = ""]) => name),
  );
  for (const name of contexts)
    if (!(texts.get("extensions.conf") ?? "").includes(`[${name}]`))
      add("extensions.conf", `[${name}]\nexten => _X.,1,Hangup()`);
  return Object.fromEntries(texts);
}

/** The context of phones, which lets them into all others. */
function doorTo(dialplan: string): string {
  const lines = [...dialplan.matchAll(/^\[([^\]]+)\]/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "internal" && name !== "from-provider")
    .map((name, index) => {
      const entry = entries[name];
      return entry === undefined
        ? `include => ${name}`
        : `exten => *1${10 + index},1,${entry}\n same => n,Hangup()`;
    });
  return `[internal]\n${lines.join("\n")}\n`;
}
