// The accounts of manager.conf and ari.conf, and whether others than the machine itself can reach them.

import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { isTrue, lastOption, sectionNamed } from "../../config/section-lookup.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";

/** An account, and the option that holds its password; undefined where it has none. */
export interface Account {
  readonly section: ConfigSection;
  readonly password: ConfigOption | undefined;
}

/** The accounts of manager.conf, where the manager is switched on. */
export function managerAccounts(load: ConfigLoad): readonly Account[] {
  const enabled = lastOption(sectionNamed(load, "general"), "enabled");
  if (enabled === undefined || !isTrue(enabled.value)) return [];
  return sectionsBeside(load).map((section) => ({ section, password: lastOption(section, "secret") }));
}

/** The users of ari.conf whose password stands there as it is. */
export function ariAccounts(load: ConfigLoad): readonly Account[] {
  const enabled = lastOption(sectionNamed(load, "general"), "enabled");
  if (enabled !== undefined && !isTrue(enabled.value)) return [];
  return sectionsBeside(load)
    .filter((section) => lastOption(section, "type")?.value === "user")
    .filter((section) => (lastOption(section, "password_format")?.value ?? "plain") === "plain")
    .map((section) => ({ section, password: lastOption(section, "password") }));
}

function sectionsBeside(load: ConfigLoad): readonly ConfigSection[] {
  return load.sections.filter(
    (section) => !section.template && !section.incomplete && !equalsIgnoringCase(section.name, "general"),
  );
}

/** The line that has the manager listen on all addresses; undefined where it does not, or none says so. */
export function listensEverywhere(load: ConfigLoad): ConfigOption | undefined {
  const bind = lastOption(sectionNamed(load, "general"), "bindaddr");
  return bind !== undefined && /^(?:0\.0\.0\.0|\[?::\]?)(?::\d+)?$/.test(bind.value) ? bind : undefined;
}
