// Hover on what is dialled or watched, such as "PJSIP/${EXTEN}@trunk" and "Local/1@internal/n".

import { findExtension } from "../../dialplan/lookup.ts";
import { asciiLower } from "../../text/ascii.ts";
import { maskLine } from "../../text/secrets.ts";
import type { Cursor } from "../cursor.ts";
import { code, paragraphs } from "../markdown.ts";
import { placeText } from "../places.ts";
import { stepText } from "../routine-arguments.ts";
import { dialplanOf } from "../step-places.ts";
import type { Subject } from "../subject.ts";
import { namedHover } from "./name-hover.ts";
import { contextHover, objectHover } from "./object-hover.ts";

/** A dial string or the name of a device; undefined where nothing is known of it. */
export function deviceText(subject: Subject, text: string): string | undefined {
  const [, technology = "", resource = ""] = /^\s*([A-Za-z0-9]+)\/([^&,]*)/.exec(text) ?? [];
  switch (asciiLower(technology)) {
    case "pjsip":
      return pjsipText(subject, resource.trim());
    case "local":
      return localText(subject, resource.trim());
    case "iax2":
      return peerText(subject, resource.trim());
    case "dahdi":
      return dahdiText(resource.trim());
    default:
      return undefined;
  }
}

/** `endpoint`, `user@endpoint` or `endpoint/sip:address`. */
function pjsipText(subject: Subject, resource: string): string | undefined {
  const [, first = "", endpoint, address] = /^([^/@]*)(?:@([^/]*))?(?:\/(.*))?$/.exec(resource) ?? [];
  const name = (endpoint ?? first).trim();
  if (name === "" || name.includes("$")) return undefined;
  const about = objectHover(subject, "endpoint", name);
  if (about === undefined)
    return subject.installation.objects().partial ? undefined : `There is no endpoint ${code(name)}.`;
  const user = first.trim();
  const what =
    endpoint !== undefined && user !== ""
      ? `Dials ${code(maskLine(user))} through endpoint ${code(name)}.`
      : address !== undefined && /^sips?:/i.test(address)
        ? `Dials ${code(maskLine(address))} with the settings of endpoint ${code(name)}.`
        : undefined;
  return paragraphs([what, about]);
}

/** `extension@context[/options]` */
function localText(subject: Subject, resource: string): string | undefined {
  const [, extension = "", context = ""] = /^([^@/]*)@([^/]*)/.exec(resource) ?? [];
  if (context === "" || context.includes("$")) return undefined;
  const about = contextHover(subject, context);
  if (extension === "" || extension.includes("$")) return about;
  const { found, kind, lacking } = findExtension(dialplanOf(subject), { context, extension, priority: 1 });
  const target =
    found !== undefined
      ? `Begins at ${code(found.extension.shown)} (${placeText(found.priority.step.option)}): ${code(stepText(found.priority.step))}`
      : kind !== "unknown" && lacking === "extension"
        ? `No extension of ${code(context)} takes ${code(extension)}.`
        : undefined;
  return paragraphs([target, about]);
}

/** `[user[:password]@]peer[/extension]` */
function peerText({ installation }: Subject, resource: string): string | undefined {
  const name = resource.replace(/\/.*$/s, "").replace(/^.*@/s, "").replace(/:\d+$/, "");
  const peers = installation.elsewhere().iaxPeers();
  if (name === "" || name.includes("$") || peers === undefined || !peers.has(name)) return undefined;
  return `**${name}** · peer of iax.conf`;
}

const groupOrders: Readonly<Record<string, string>> = {
  g: "the lowest free channel",
  G: "the highest free channel",
  r: "the next free channel in turn, counting up",
  R: "the next free channel in turn, counting down",
};

/** `g1/number`: a group; `1/number`: a channel. */
function dahdiText(resource: string): string | undefined {
  const [, order, number = ""] = /^([gGrR])?(\d{1,4})(?:[/cdr!]|$)/.exec(resource) ?? [];
  if (number === "") return undefined;
  return order === undefined ? `Channel ${number}.` : `Of group ${number}, ${groupOrders[order]}.`;
}

const watched: Readonly<Record<string, string>> = {
  custom: "A state that the dialplan sets with DEVICE_STATE().",
  custompresence: "A presence that the dialplan sets with PRESENCE_STATE().",
  park: "Whether a call is parked at that space.",
  confbridge: "Whether somebody is in the conference.",
  meetme: "Whether somebody is in the conference.",
  queue: "Whether callers wait in the queue.",
  local: "Whether a local channel to that extension is in use.",
  mwi: "Whether the mailbox holds new messages.",
};

/** Kinds of names behind a provider, such as "Queue:sales". */
const named: Readonly<Record<string, string>> = { queue: "queue", mwi: "voicemail-mailbox" };

/** A device that a hint watches. */
export function hintHover(subject: Subject, { token }: Extract<Cursor, { kind: "hint-device" }>): string {
  const text = token.text.trim();
  const [, technology = "", name = ""] = /^([^/:]*)[/:]?(.*)$/s.exec(text) ?? [];
  const lower = asciiLower(technology);
  return paragraphs([
    `**${maskLine(text)}** · device that the hint watches`,
    watched[lower],
    deviceText(subject, text) ?? namedHover(subject, named[lower] ?? "", name),
  ]);
}
