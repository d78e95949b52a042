import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigOption } from "../../config/section.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { isTemplateText } from "../../pjsip/placeholder.ts";
import { asciiLower, trimBlanks } from "../../text/ascii.ts";
import type { Installation } from "../../workspace/installation.ts";
import { isCertain } from "../../workspace/names.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const unusedObject: InstallationRule = {
  id: "reference/unused-object",
  on: "installation",
  effect: "redundant",
  summary: "AOR or auth that nothing refers to",
  *check(installation): Iterable<Finding> {
    const { load, pjsip, references } = installation;
    if (!users.every((type) => isCertain(type, installation))) return;
    const model = pjsip(load("pjsip.conf"));
    const { missing, unfilled, mentioned, unused: unusedNames } = references();
    const names = new Map(
      // Where a name leads nowhere or is still to be filled in, this may be what was meant.
      ["aor", "auth"]
        .filter((type) => !unfilled.has(type) && !missing.some(({ target }) => target === type))
        .map((type) => [type, unusedNames(type)]),
    );
    if ([...names.values()].every(({ size }) => size === 0)) return;
    const unused = model.accepted.filter(
      ({ type, id }) => names.get(type)?.has(id) === true && !isTemplateText(id),
    );
    if (unused.length === 0) return;
    const others = otherMentions(installation, mentioned);
    const endpoints = new Set(model.objects.filter(({ type }) => type === "endpoint").map(({ id }) => id));
    // Without any endpoint this is a piece of something else.
    if (endpoints.size === 0) return;
    for (const { type, id, section, options } of unused) {
      // The phone of an endpoint without "aors" is worth a report of its own.
      if (others.has(id) || (type === "aor" && (endpoints.has(id) || watched(options)))) continue;
      yield {
        ...headerPlace(section),
        message:
          type === "aor"
            ? `no endpoint lists aor ${quoted(id)}: no phone can register to it, and no call reaches it`
            : `nothing uses auth ${quoted(id)}`,
      };
    }
  },
};

const users = ["endpoint", "aor", "auth", "registration", "outbound-publish"];

/** Phones subscribe to the mailboxes of any AOR, listed or not. */
function watched(options: readonly ConfigOption[]): boolean {
  return options.some(({ name }) => asciiLower(name) === "mailboxes");
}

/** Names that stand in sections which Asterisk skips, behind misspelled options, in lists or in the dialplan. */
function otherMentions({ load, pjsip }: Installation, mentioned: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  const add = (value: string): void => {
    for (const item of value.split(",")) names.add(trimBlanks(item));
  };
  for (const value of mentioned) add(value);
  for (const { object, section } of pjsip(load("pjsip.conf")).selected) {
    if (object === undefined) for (const { value } of section.options) add(value);
  }
  for (const { type, options } of pjsip(load("pjsip.conf")).objects) {
    if (type === "resource_list") for (const { value } of options) add(value);
  }
  for (const name of dialled(load("extensions.conf"))) names.add(name);
  return names;
}

/** The AORs of PJSIP/endpoint/aor and PJSIP_DIAL_CONTACTS(endpoint,aor), which need not be listed. */
function* dialled(load: ConfigLoad): Generator<string> {
  for (const { options } of load.sections) {
    for (const { value } of options) {
      for (const [, aor, other] of value.matchAll(
        /PJSIP\/[^/,&()]+\/([^,&()@/]+)|PJSIP_\w+\([^,()]*,([^,()]+)/g,
      ))
        yield trimBlanks(aor ?? other ?? "");
    }
  }
}
