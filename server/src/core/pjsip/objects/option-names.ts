// Names of options that an object does not have, or has only in lower case.

import { chanSipLine, chanSipOption } from "../../catalog/chan-sip.ts";
import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { PjsipCatalog, TypeCatalog } from "../../catalog/pjsip.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import type { NameMistake } from "../judgement.ts";

/** What is wrong with a name. */
export interface NameFault {
  readonly mistake: NameMistake;
  readonly rejects: boolean;
  /** Whether Asterisk logs that it knows no such option; else `log` and "Error parsing". */
  readonly unknown: boolean;
  readonly log?: (id: string) => readonly string[];
  readonly expected?: string;
  readonly replacement?: string;
  readonly replacementValue?: string;
  readonly suggestion?: string;
}

/** Types whose options are the likeliest to stand in the wrong place, first of all. */
const typesInOrder: readonly string[] = [
  ...["endpoint", "aor", "auth", "registration", "transport", "identify", "global", "system", "acl"],
  ...["outbound-publish", "resource_list", "domain_alias", "asterisk-publication", "inbound-publication"],
];

/** What is wrong with a name that is no option of the type. */
export function unknownName(
  name: string,
  value: string,
  type: TypeCatalog,
  catalog: PjsipCatalog,
): NameFault {
  const unknown = { rejects: true, unknown: true } as const;
  if (type.optionOfAnyVersion(name) !== undefined) return { ...unknown, mistake: "option-not-in-version" };
  const lower = asciiLower(name);
  const meant = Object.entries(type.spec.mistakes ?? {}).find(([written]) => written === lower)?.[1];
  if (meant !== undefined) return { ...unknown, mistake: "unknown-option", replacement: meant };
  const old = chanSipOption(name);
  const line = old === undefined ? undefined : chanSipLine(old, type.spec.type, value);
  if (old !== undefined && line !== undefined && type.option(line.option) !== undefined) {
    const fault = {
      ...unknown,
      mistake: "chan-sip-option",
      expected: old.how,
      replacement: line.option,
    } as const;
    return line.value === value ? fault : { ...fault, replacementValue: line.value };
  }
  const owner = typesInOrder.find(
    (other) => other !== type.spec.type && catalog.types.get(other)?.option(name) !== undefined,
  );
  if (owner !== undefined && !(old !== undefined && old.differs === true)) {
    return { ...unknown, mistake: "misplaced-option", expected: owner };
  }
  if (old !== undefined) return { ...unknown, mistake: "chan-sip-option", expected: old.how };
  if (owner !== undefined) return { ...unknown, mistake: "misplaced-option", expected: owner };
  const suggestion = closest(name, type.names());
  const fault = { ...unknown, mistake: "unknown-option" } as const;
  return suggestion === undefined ? fault : { ...fault, suggestion };
}

/**
 * What becomes of an option whose handler compares the name again and meets another case:
 * endpoint_acl_handler, group_handler, tos_handler and others in res_pjsip/pjsip_configuration.c.
 */
export function otherCase(name: string, spec: OptionSpec): NameFault | undefined {
  if (spec.caseSensitiveName !== true || name === spec.name) return undefined;
  // Only the beginning of these is compared.
  if (spec.name.startsWith("contact_") && name.startsWith("contact_")) return undefined;
  const fault = { mistake: "option-name-case", unknown: false, replacement: spec.name } as const;
  // They become another option: deny lines of the wrong list, or the preference for the other direction.
  if (spec.name.startsWith("contact_")) return { ...fault, rejects: false };
  if (spec.name === "outgoing_call_offer_pref") return { ...fault, rejects: false };
  if (!spec.name.startsWith("codec_prefs_")) return { ...fault, rejects: true };
  return { ...fault, rejects: true, log: (id) => [`Endpoint '${id}': Unsupported option '${name}'`] };
}
