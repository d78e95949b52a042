// What the checks of whole objects find and work with.

import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import type { ConfigOption } from "../../config/section.ts";
import { asciiLower, equalsIgnoringCase } from "../../text/ascii.ts";
import type { Mistake, PjsipObject } from "../judgement.ts";

/** One mistake of an object; without an option it is about the section as a whole. */
export interface ObjectFault {
  readonly kind: Mistake;
  readonly option?: ConfigOption;
  /** The wrong piece of the option's value; the whole value where it is left out. */
  readonly span?: { readonly start: number; readonly end: number };
  readonly rejects: boolean;
  /** What Asterisk logs, without the line that it could not create the object. */
  readonly log: readonly string[];
  readonly related?: readonly ConfigOption[];
  readonly expected?: string;
  readonly replacement?: string;
  readonly suggestion?: string;
}

/** What is known of the rest of the installation. */
export interface ObjectContext {
  readonly catalog: PjsipCatalog;
  /** Sections of acl.conf; "absent" where there is no such file, undefined where we cannot know. */
  readonly namedAcls: ReadonlySet<string> | "absent" | undefined;
  /** Profiles of geolocation.conf; undefined where we cannot know. */
  readonly geolocationProfiles: ReadonlySet<string> | undefined;
  readonly aors: ReadonlySet<string>;
  readonly transports: ReadonlySet<string>;
  /** The protocols of the transports, "udp6" for one on an IPv6 address; undefined where we cannot know. */
  readonly protocols?: ReadonlySet<string> | undefined;
}

export type ObjectCheck = (object: PjsipObject, context: ObjectContext) => readonly ObjectFault[];

export const noObjectFaults: readonly ObjectFault[] = [];

/** The last line of an option, which is the one that counts. */
export function lastOption(object: PjsipObject, name: string): ConfigOption | undefined {
  const options = object.options;
  for (let index = options.length - 1; index >= 0; index--) {
    const option = options[index];
    if (option !== undefined && equalsIgnoringCase(option.name, name)) return option;
  }
  return undefined;
}

/** The value that counts; empty where the option is not there. */
export function lastValue(object: PjsipObject, name: string): string {
  return lastOption(object, name)?.value ?? "";
}

export function allOptions(object: PjsipObject, name: string): readonly ConfigOption[] {
  return object.options.filter((option) => asciiLower(option.name) === name);
}

/** A required option that is missing or empty. */
export function missing(object: PjsipObject, name: string, log: string): ObjectFault {
  const option = lastOption(object, name);
  const base = { kind: "missing-option", rejects: true, log: [log], expected: name } as const;
  return option === undefined ? base : { ...base, option };
}
