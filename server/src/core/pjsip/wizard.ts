// pjsip_wizard.conf: the objects that res/res_pjsip_config_wizard.c makes of each wizard section.

import type { ConfigLoad } from "../config/load.ts";
import type { ConfigOption, ConfigSection } from "../config/section.ts";
import { isTrue, lastOption } from "../config/section-lookup.ts";
import { equalsIgnoringCase, trimBlanks } from "../text/ascii.ts";
import type { PjsipObject } from "./judgement.ts";

/** What keeps a wizard from making one of its objects. */
export interface WizardFault {
  readonly kind: "wizard-username" | "wizard-hosts" | "wizard-mac";
  readonly section: ConfigSection;
  /** The line that asks for what is missing, where there is one. */
  readonly option: ConfigOption | undefined;
  /** The option that is missing. */
  readonly missing: string;
  readonly log: readonly string[];
}

/** One wizard section with all that it makes. */
export interface Wizard {
  readonly section: ConfigSection;
  readonly objects: readonly PjsipObject[];
  readonly faults: readonly WizardFault[];
}

/** The prefixes of the options that a wizard hands on, and to what type of object. */
export const wizardPrefixes: Readonly<Record<string, string>> = {
  "endpoint/": "endpoint",
  "aor/": "aor",
  "inbound_auth/": "auth",
  "outbound_auth/": "auth",
  "identify/": "identify",
  "registration/": "registration",
  "phoneprov/": "phoneprov",
};

/** The wizards of a load. Any option whose name holds "type" selects, as in Asterisk's unanchored filter. */
export function readWizards(load: ConfigLoad): readonly Wizard[] {
  const made = new Map<ConfigOption, Map<string, ConfigOption>>();
  return load.sections
    .filter((section) => !section.template && section.options.some(selectsWizard))
    .map((section) => readWizard(section, made));
}

function selectsWizard({ name, value }: ConfigOption): boolean {
  return name.includes("type") && value === "wizard";
}

/** `made` remembers derived options, so that what a template holds is the same object for all its heirs. */
function readWizard(section: ConfigSection, made: Map<ConfigOption, Map<string, ConfigOption>>): Wizard {
  const id = section.name;
  const objects: PjsipObject[] = [];
  const faults: WizardFault[] = [];
  const own = (name: string): ConfigOption | undefined => lastOption(section, name);
  const on = (name: string): boolean => isTrue(own(name)?.value ?? "");
  const remoteHosts = own("remote_hosts");
  const hosts = hostsOf(remoteHosts?.value ?? "");

  // Where the outbound one fails, Asterisk does not try the inbound one.
  if (auth("outbound", "oauth", "sends_auth")) auth("inbound", "iauth", "accepts_auth");
  aor();
  endpoint();
  identify();
  registrations();
  phoneprov();
  return { section, objects, faults };

  function auth(direction: "outbound" | "inbound", suffix: string, condition: string): boolean {
    if (!on(condition)) return true;
    const options = prefixed(`${direction}_auth/`);
    if (!has(options, "username")) {
      const missing = `${direction}_auth/username`;
      const text = `Wizard '${id}' must have '${missing}' if it ${condition}.`;
      fault("wizard-username", own(condition), missing, text);
      return false;
    }
    add("auth", `${id}-${suffix}`, options);
    return true;
  }

  function aor(): void {
    const options = [...prefixed("aor/"), ...carried("outbound_proxy")];
    if (remoteHosts !== undefined && !has(options, "contact")) {
      const pattern = own("contact_pattern")?.value ?? "sip:${REMOTE_HOST}";
      if (pattern !== "") {
        const source = own("contact_pattern") ?? remoteHosts;
        for (const host of hosts) options.push(derived(source, "contact", fill(pattern, host, "")));
      }
    }
    add("aor", id, options);
  }

  function endpoint(): void {
    const options = [...prefixed("endpoint/"), derived(section.options[0], "aors", id)];
    options.push(...carried("outbound_proxy"), ...carried("transport"));
    if (on("sends_auth")) options.push(derived(own("sends_auth"), "outbound_auth", `${id}-oauth`));
    if (on("accepts_auth")) options.push(derived(own("accepts_auth"), "auth", `${id}-iauth`));
    add("endpoint", id, options);
  }

  function identify(): void {
    if (on("accepts_registrations") || on("sends_line_with_registrations")) return;
    if (hosts.length === 0) {
      const text = `Wizard '${id}' must have 'remote_hosts' if it doesn't accept registrations.`;
      fault("wizard-hosts", remoteHosts, "remote_hosts", text);
      return;
    }
    const options = [...prefixed("identify/"), derived(section.options[0], "endpoint", id)];
    if (remoteHosts !== undefined && !has(options, "match")) {
      for (const host of hosts) options.push(derived(remoteHosts, "match", host));
    }
    add("identify", `${id}-identify`, options);
  }

  function registrations(): void {
    if (!on("sends_registrations")) return;
    if (hosts.length === 0) {
      const text = `Wizard '${id}' must have 'remote_hosts' if it sends registrations.`;
      fault("wizard-hosts", own("sends_registrations"), "remote_hosts", text);
      return;
    }
    const username = on("sends_auth") ? own("outbound_auth/username")?.value : id;
    if (username === undefined) {
      const missing = "outbound_auth/username";
      fault(
        "wizard-username",
        own("sends_auth"),
        missing,
        `Wizard '${id}' must have '${missing}' if it sends authentication.`,
      );
      return;
    }
    for (const [index, host] of hosts.entries()) {
      const options = [...prefixed("registration/"), ...carried("outbound_proxy")];
      const server = own("server_uri_pattern");
      const client = own("client_uri_pattern");
      options.push(
        derived(
          server ?? remoteHosts,
          "server_uri",
          fill(server?.value ?? "sip:${REMOTE_HOST}", host, username),
        ),
      );
      options.push(
        derived(
          client ?? remoteHosts,
          "client_uri",
          fill(client?.value ?? "sip:${USERNAME}@${REMOTE_HOST}", host, username),
        ),
      );
      options.push(...carried("transport"));
      if (on("sends_line_with_registrations")) {
        const line = own("sends_line_with_registrations");
        options.push(derived(line, "line", "yes"), derived(line, "endpoint", id));
      }
      add("registration", `${id}-reg-${index}`, options);
    }
  }

  function phoneprov(): void {
    if (!on("has_phoneprov")) return;
    if (own("phoneprov/MAC") === undefined) {
      const text = `Wizard '${id}' must have 'phoneprov/MAC' if it has_phoneprov.`;
      fault("wizard-mac", own("has_phoneprov"), "phoneprov/MAC", text);
      return;
    }
    add("phoneprov", `${id}-phoneprov`, prefixed("phoneprov/"));
  }

  /** Options behind a prefix; the prefix is compared to the letter. Asterisk says line 0 of them. */
  function prefixed(prefix: string): ConfigOption[] {
    return section.options
      .filter((option) => option.name.startsWith(prefix) && option.name.length > prefix.length)
      .map((option) => derived(option, option.name.slice(prefix.length), option.value));
  }

  function carried(name: string): ConfigOption[] {
    const option = own(name);
    return option === undefined || option.value === "" ? [] : [derived(option, name, option.value)];
  }

  function add(type: string, objectId: string, options: readonly ConfigOption[]): void {
    objects.push({ type, id: objectId, section, options });
  }

  function fault(
    kind: WizardFault["kind"],
    option: ConfigOption | undefined,
    missing: string,
    text: string,
  ): void {
    faults.push({
      kind,
      section,
      option,
      missing,
      log: [text, `Unable to create objects for wizard '${id}'`],
    });
  }

  /** A made option, written where `source` is; Asterisk gives its line as 0 and its file as empty. */
  function derived(source: ConfigOption | undefined, name: string, value: string): ConfigOption {
    if (source === undefined) throw new Error(`a wizard section without options cannot have ${name}`);
    const known = made.get(source) ?? new Map<string, ConfigOption>();
    made.set(source, known);
    const before = known.get(`${name}=${value}`);
    if (before !== undefined) return before;
    const file = { ...source.file, storedName: "", lineOffset: -source.line.number };
    const option = { name, value, line: source.line, file, appends: source.appends };
    known.set(`${name}=${value}`, option);
    return option;
  }
}

function has(options: readonly ConfigOption[], name: string): boolean {
  return options.some((option) => equalsIgnoringCase(option.name, name));
}

function hostsOf(value: string): string[] {
  return value
    .split(",")
    .map(trimBlanks)
    .filter((host) => host !== "");
}

function fill(pattern: string, host: string, username: string): string {
  return pattern.replaceAll("${REMOTE_HOST}", host).replaceAll("${USERNAME}", username);
}
