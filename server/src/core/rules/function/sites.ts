// Where a dialplan reads and writes functions.

import type { FunctionSpec } from "../../catalog/dialplan-spec.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import { type FunctionUse, functionRead, walkParts } from "../../dialplan/step/functions.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { substitutedTexts } from "../dialplan/texts.ts";

/** A function that is read or written, with the option in whose value it stands. */
export interface FunctionSite {
  readonly option: ConfigOption;
  readonly use: FunctionUse;
  /** The name as it is written, blanks and all. */
  readonly name: string;
  /** The function where the target version has it. */
  readonly spec: FunctionSpec | undefined;
}

/** Every function whose name is known: those of the steps, then those in names of extensions and in [globals]. */
export const functionSites: PerDialplan<readonly FunctionSite[]> = perDialplan((dialplan, installation) => {
  const catalog = installation.dialplanCatalog;
  const found: FunctionSite[] = [];
  const add = (option: ConfigOption, use: FunctionUse): void => {
    const { name } = use;
    if (name !== undefined) found.push({ option, use, name, spec: catalog.functions.function(name) });
  };
  for (const { step, functions } of installation.steps(dialplan).withFunctions) {
    for (const use of functions) add(step.option, use);
  }
  for (const { option, source, text, line } of substitutedTexts(dialplan, installation)) {
    if (line !== undefined) continue;
    walkParts(text, (part) => {
      if (part.kind === "function") add(option, functionRead(source, part, catalog));
    });
  }
  return found;
});

/** The functions of other versions of Asterisk, where the target version has none of that name and no module adds it. */
export function* functionsOfOtherVersions(
  dialplan: Dialplan,
  installation: Installation,
): Generator<FunctionSite & { readonly other: FunctionSpec }> {
  const known = new Set(installation.settings.knownFunctions);
  for (const site of functionSites(dialplan, installation)) {
    const other = site.use.spec;
    if (site.spec === undefined && other !== undefined && !known.has(site.name)) yield { ...site, other };
  }
}

/** Functions of chan_sip, about which the rules of chan_sip have more to say. */
export function isOfChanSip({ module }: FunctionSpec): boolean {
  return module === "chan_sip";
}
