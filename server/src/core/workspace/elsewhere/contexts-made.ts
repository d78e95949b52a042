// Contexts of the dialplan that modules make or fill while they read their own files.

import type { ConfigOption } from "../../config/section.ts";
import { lastOption, sectionNamed } from "../../config/section-lookup.ts";
import type { Installation } from "../installation.ts";
import type { Parts } from "./certain.ts";

/** A context, and the line that asks for it; undefined where the module makes it anyway. */
export interface MadeContext {
  readonly context: string;
  readonly option: ConfigOption | undefined;
}

/** Where there is doubt whether a module makes the context, it counts: nobody is told that it is missing. */
export function contextsMade({ load, settings }: Pick<Parts, "load" | "settings">): MadeContext[] {
  const made: MadeContext[] = ["parkedcalls", "park-dial"].map((context) => ({ context, option: undefined }));
  const add = (option: ConfigOption | undefined, separator = ""): void => {
    if (option === undefined) return;
    for (const context of separator === "" ? [option.value] : option.value.split(separator))
      if (context !== "") made.push({ context, option });
  };
  const everySection: readonly (readonly [file: string, option: string])[] = [
    ["res_parking.conf", "context"],
    ["sla.conf", "autocontext"],
    ["confbridge.conf", "regcontext"],
  ];
  for (const [file, name] of everySection)
    for (const section of load(file).sections) add(lastOption(section, name));
  for (const file of ["iax.conf", "sip.conf", "skinny.conf"])
    add(lastOption(sectionNamed(load(file), "general"), "regcontext"), "&");
  // Users with hasexten get their extensions in one context.
  if (settings.version.major <= 22 && load("users.conf").outcome !== "missing") {
    const named = lastOption(sectionNamed(load("extensions.conf"), "general"), "userscontext");
    made.push({ context: named?.value ?? "default", option: named });
  }
  return made;
}

/** Contexts of which other modules make or fill at least some extensions. */
export function filledContexts(installation: Installation): Set<string> {
  const names = new Set(contextsMade(installation).map(({ context }) => context));
  for (const type of ["global", "phoneprov"]) {
    for (const { option } of installation.objects().lines(type, "regcontext")) names.add(option.value);
  }
  for (const section of installation.load("pjsip_wizard.conf").sections) {
    for (const { name, value } of section.options)
      if (name.toLowerCase() === "hint_context") names.add(value);
  }
  return names;
}
