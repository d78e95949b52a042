// Hover on the name of an object or a context: what it comes to, and what it has to do with others.

import type { ConfigSection } from "../../config/section.ts";
import type { Context } from "../../dialplan/model.ts";
import { timingOf } from "../../dialplan/search.ts";
import { contactsOf } from "../../pjsip/endpoint-links.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { allOptions, lastValue } from "../../pjsip/objects/object-fault.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import { counted } from "../../text/counted.ts";
import { maskValue } from "../../text/secrets.ts";
import { listed } from "../documentation/since-words.ts";
import { code, fenced, paragraphs } from "../markdown.ts";
import { maskedLine } from "../masked.ts";
import { headerText, placeText } from "../places.ts";
import { heirsOf, type Naming, type Relations, relationsOf } from "../relations.ts";
import type { Subject } from "../subject.ts";
import { addressWords } from "./address-words.ts";
import { timeWords } from "./time-words.ts";

/** Lists longer than this say how many more there are. */
const mostShown = 6;

/** An object by type and name; undefined where there is none. */
export function objectHover(subject: Subject, type: string, id: string): string | undefined {
  const relations = relationsOf(subject.installation);
  const object = relations.object(type, id);
  return object === undefined ? undefined : objectText(subject, object, relations);
}

/** Title, where it stands, and its relations as a list. */
export function objectText(subject: Subject, object: PjsipObject, relations: Relations): string {
  const { section, type, id } = object;
  const bases = [...new Set(section.bases.map((base) => base.section))];
  const inherits = bases.length === 0 ? "" : `, inherits ${listed(bases.map((base) => code(base.name)))}`;
  const wizard = section.name !== id || isMade(object) ? `, made by wizard ${code(section.name)}` : "";
  const facts = factsOf(subject, object, relations);
  return paragraphs([
    `**${id}** · ${type} (${headerText(section)}${inherits}${wizard})`,
    facts.length === 0 ? undefined : facts.map((fact) => `- ${fact}`).join("\n"),
  ]);
}

function isMade({ options, section }: PjsipObject): boolean {
  return options !== section.options;
}

/** What Asterisk holds of an object, as configuration. */
export function optionsBlock({ options }: Pick<PjsipObject, "options">): string | undefined {
  const shown = options.filter(({ name }) => !name.startsWith("@"));
  if (shown.length === 0) return undefined;
  const lines = shown.slice(0, 25).map((option) => maskedLine(option));
  if (shown.length > 25) lines.push(`; and ${shown.length - 25} more`);
  return fenced(lines.join("\n"), "asterisk-pjsip");
}

function factsOf(subject: Subject, object: PjsipObject, relations: Relations): string[] {
  switch (object.type) {
    case "endpoint":
      return endpointFacts(subject, object, relations);
    case "aor":
      return aorFacts(object, relations);
    case "auth":
      return [
        ...(lastValue(object, "username") === "" ? [] : [`user ${code(lastValue(object, "username"))}`]),
        ...usedBy(relations.namedBy("auth", object.id)),
      ];
    case "transport":
      return [
        `${lastValue(object, "protocol") || "udp"} at ${code(lastValue(object, "bind"))}`,
        ...usedBy(relations.namedBy("transport", object.id)),
      ];
    case "identify":
      return identifyFacts(object, relations);
    case "registration":
      return registrationFacts(object, relations);
    default:
      return usedBy(relations.namedBy(object.type, object.id));
  }
}

function endpointFacts(subject: Subject, endpoint: PjsipObject, relations: Relations): string[] {
  const facts: string[] = [];
  const names = (option: string): string[] =>
    lastValue(endpoint, option)
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
  const context = lastValue(endpoint, "context") || "default";
  facts.push(`calls enter ${contextLine(subject, context)}`);
  const codecs = [...subject.installation.objects().codecs(endpoint).names];
  facts.push(codecs.length === 0 ? "**no codecs**" : `codecs ${codecs.map(code).join(", ")}`);
  for (const name of names("aors").slice(0, mostShown)) {
    const aor = relations.object("aor", name);
    facts.push(`aor ${code(name)}: ${aor === undefined ? missing(subject) : contactWords(aor)}`);
  }
  for (const [option, words] of [
    ["auth", "must log in with"],
    ["outbound_auth", "logs in with"],
  ] as const) {
    for (const name of names(option).slice(0, mostShown)) {
      const auth = relations.object("auth", name);
      const user = auth === undefined ? missing(subject) : `user ${code(lastValue(auth, "username"))}`;
      facts.push(`${words} auth ${code(name)}: ${user}`);
    }
  }
  const naming = relations.namedBy("endpoint", endpoint.id).map(({ object }) => object);
  const identifies = naming.filter(({ type }) => type === "identify");
  for (const identify of identifies.slice(0, mostShown))
    facts.push(
      `identified by ${code(identify.id)} (${headerText(identify.section)}): ${matchWords(identify)}`,
    );
  if (identifies.length > mostShown)
    facts.push(`and by ${identifies.length - mostShown} more identify sections`);
  for (const registration of naming.filter(({ type }) => type === "registration").slice(0, mostShown))
    facts.push(`calls of registration ${code(registration.id)} come in here`);
  const transport = lastValue(endpoint, "transport");
  if (transport !== "") {
    const found = relations.object("transport", transport);
    const words =
      found === undefined
        ? missing(subject)
        : `${lastValue(found, "protocol") || "udp"} at ${lastValue(found, "bind")}`;
    facts.push(`transport ${code(transport)}: ${words}`);
  }
  return facts;
}

function missing({ installation }: Subject): string {
  return installation.objects().partial ? "not seen here" : "**does not exist**";
}

/** "2 contacts, `sip:...`" or who may register. */
function contactWords(aor: PjsipObject): string {
  const contacts = contactsOf(aor).map((contact) => maskValue("contact", contact.trim()));
  const most = lastValue(aor, "max_contacts");
  const parts = [
    ...(contacts.length === 0 ? [] : [`contact ${shownNames(contacts)}`]),
    ...(most === "" || most === "0"
      ? contacts.length === 0
        ? ["nobody may register (max_contacts is 0)"]
        : []
      : [`${most} ${most === "1" ? "device" : "devices"} may register`]),
  ];
  return parts.join(", ");
}

function aorFacts(aor: PjsipObject, relations: Relations): string[] {
  const mailboxes = lastValue(aor, "mailboxes");
  return [
    contactWords(aor),
    ...(mailboxes === "" ? [] : [`mailboxes ${code(mailboxes)}`]),
    ...usedBy(relations.namedBy("aor", aor.id)),
  ];
}

function identifyFacts(identify: PjsipObject, relations: Relations): string[] {
  const endpoint = lastValue(identify, "endpoint");
  const exists = relations.object("endpoint", endpoint) !== undefined;
  const facts = [`endpoint ${code(endpoint)}${exists ? "" : ": not seen here"}`];
  const matches = allOptions(identify, "match").flatMap(({ value }) => value.split(","));
  for (const match of matches.slice(0, mostShown)) {
    const text = match.trim();
    if (text !== "") facts.push(`match ${code(text)}: ${addressWords(text) ?? "a host name"}`);
  }
  if (matches.length > mostShown) facts.push(`and ${matches.length - mostShown} more`);
  for (const name of ["match_header", "match_request_uri"])
    if (lastValue(identify, name) !== "")
      facts.push(`${name} ${code(maskValue(name, lastValue(identify, name)))}`);
  return facts;
}

function matchWords(identify: PjsipObject): string {
  const values = allOptions(identify, "match")
    .flatMap(({ value }) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
  for (const name of ["match_header", "match_request_uri"])
    if (lastValue(identify, name) !== "") values.push(maskValue(name, lastValue(identify, name)));
  return values.length === 0 ? "nothing to match" : shownNames(values);
}

function registrationFacts(registration: PjsipObject, relations: Relations): string[] {
  const facts: string[] = [];
  for (const name of ["server_uri", "client_uri"]) {
    const value = lastValue(registration, name);
    if (value !== "") facts.push(`${name} ${code(maskValue(name, value))}`);
  }
  const auth = lastValue(registration, "outbound_auth");
  if (auth !== "") {
    const found = relations.object("auth", auth);
    facts.push(`logs in with auth ${code(auth)}${found === undefined ? ": not seen here" : ""}`);
  }
  const endpoint = lastValue(registration, "endpoint");
  if (endpoint !== "") facts.push(`calls come in at endpoint ${code(endpoint)}`);
  return facts;
}

function usedBy(namings: readonly Naming[]): string[] {
  if (namings.length === 0) return ["used by nothing"];
  const names = namings.map(({ object, spec }) => `${object.type} ${object.id} (${spec.name})`);
  return [`used by ${shownNames(names)}`];
}

function shownNames(names: readonly string[]): string {
  const shown = names.slice(0, mostShown).map(code).join(", ");
  return names.length > mostShown ? `${shown} and ${names.length - mostShown} more` : shown;
}

/** "context `internal`: 12 extensions (extensions.conf:4)". */
function contextLine({ installation }: Subject, name: string): string {
  const context = installation.dialplan().contexts.get(name);
  if (context === undefined) {
    const contexts = installation.contexts();
    const lacks = contexts !== undefined && !contexts.has(name);
    return `context ${code(name)}, ${lacks ? "which **does not exist**" : "which is not seen here"}`;
  }
  const place = context.sections[0] === undefined ? "" : ` (${headerText(context.sections[0])})`;
  return `context ${code(name)}${place}`;
}

/** A context by name: what is in it, and how calls come there. */
export function contextHover(subject: Subject, name: string): string | undefined {
  const { installation } = subject;
  const context = installation.dialplan().contexts.get(name);
  if (context === undefined) {
    const contexts = installation.contexts();
    if (contexts === undefined) return undefined;
    return contexts.has(name)
      ? `Context ${code(name)} is made by another module than pbx_config.`
      : `There is no context ${code(name)}.`;
  }
  const places = context.sections.map(headerText);
  const facts = [contentWords(context), ...reachedWords(subject, name)];
  return paragraphs([
    `**${name}** · context (${listed(places.slice(0, 4))}${places.length > 4 ? " ..." : ""})`,
    facts.map((fact) => `- ${fact}`).join("\n"),
  ]);
}

function contentWords({ extensions, includes, switches, autohints }: Context): string {
  const hints = extensions.filter(({ hint }) => hint !== undefined).length;
  const parts = [
    counted(extensions.length, "extension"),
    ...(hints === 0 ? [] : [counted(hints, "hint")]),
    ...(includes.length === 0
      ? []
      : [
          `includes ${shownNames(
            includes.map((include) =>
              timingOf(include) === undefined
                ? include.context
                : `${include.context} (${timeWords(include.times ?? "")})`,
            ),
          )}`,
        ]),
    ...(switches.length === 0
      ? []
      : [`asks ${shownNames(switches.map(({ kind, name }) => `${kind} ${name}`))}`]),
    ...(autohints ? ["makes hints by itself"] : []),
  ];
  return parts.join(", ");
}

function reachedWords({ installation }: Subject, name: string): string[] {
  const relations = relationsOf(installation);
  const included = [...new Set(relations.includedBy(name).map(({ context }) => context))];
  const namings = relations.namedBy("extensions.conf:context", name);
  const entries = relations.entries(name).filter(({ kind }) => kind !== "default");
  const jumps = relations
    .jumpsTo(name)
    .filter(({ line }) => line.places.some(({ context }) => context !== name));
  const facts = [
    ...(included.length === 0 ? [] : [`included by ${shownNames(included)}`]),
    ...(namings.length === 0
      ? []
      : [
          `entered from ${shownNames([...new Set(namings.map(({ object }) => `${object.type} ${object.id}`))])}`,
        ]),
    ...(entries.length === 0
      ? []
      : [
          `entered from ${shownNames([...new Set(entries.map(({ file, owner }) => `${file} ${owner}`.trim()))])}`,
        ]),
    ...(jumps.length === 0
      ? []
      : [`jumped to from ${shownNames([...new Set(jumps.map(({ line }) => placeText(line.step.option)))])}`]),
  ];
  return facts.length === 0 ? ["nothing seen here leads to it"] : facts;
}

/** The header of a section that is no object of its own: a template, or a section of another file. */
export function plainSectionHover(subject: Subject, root: string, section: ConfigSection): string {
  const heirs = heirsOf(subject.installation.load(root), section);
  const bases = [...new Set(section.bases.map((base) => base.section))];
  const facts = [
    ...(bases.length === 0
      ? []
      : [`inherits ${listed(bases.map((base) => `${code(base.name)} (${headerText(base)})`))}`]),
    ...(section.template || heirs.length > 0
      ? [
          heirs.length === 0
            ? "nothing inherits from it"
            : `inherited by ${shownNames(heirs.map(({ name }) => name))}`,
        ]
      : []),
    ...(section.appended.length === 0
      ? []
      : [`goes on at ${listed(section.appended.slice(0, mostShown).map(placeText))}`]),
  ];
  const type = section.options.find(({ name }) => equalsIgnoringCase(name, "type"))?.value;
  const what = section.template ? `template${type === undefined ? "" : ` of ${type}`}` : "section";
  return paragraphs([
    `**${section.name}** · ${what} (${headerText(section)})`,
    facts.length === 0 ? undefined : facts.map((fact) => `- ${fact}`).join("\n"),
    optionsBlock(section),
  ]);
}
