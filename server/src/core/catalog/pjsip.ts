// Object types and options of pjsip.conf and pjsip_wizard.conf, for one target version.

import { asciiLower } from "../text/ascii.ts";
import type { ObjectSpec, OptionSpec, OtherType } from "./option-spec.ts";
import acl from "./tables/pjsip/acl.json" with { type: "json" };
import aor from "./tables/pjsip/aor.json" with { type: "json" };
import asteriskPublication from "./tables/pjsip/asterisk-publication.json" with { type: "json" };
import auth from "./tables/pjsip/auth.json" with { type: "json" };
import domainAlias from "./tables/pjsip/domain_alias.json" with { type: "json" };
import endpoint from "./tables/pjsip/endpoint.json" with { type: "json" };
import global from "./tables/pjsip/global.json" with { type: "json" };
import identify from "./tables/pjsip/identify.json" with { type: "json" };
import inboundPublication from "./tables/pjsip/inbound-publication.json" with { type: "json" };
import otherTypes from "./tables/pjsip/other-types.json" with { type: "json" };
import outboundPublish from "./tables/pjsip/outbound-publish.json" with { type: "json" };
import phoneprov from "./tables/pjsip/phoneprov.json" with { type: "json" };
import registration from "./tables/pjsip/registration.json" with { type: "json" };
import resourceList from "./tables/pjsip/resource_list.json" with { type: "json" };
import system from "./tables/pjsip/system.json" with { type: "json" };
import transport from "./tables/pjsip/transport.json" with { type: "json" };
import wizard from "./tables/pjsip/wizard.json" with { type: "json" };
import { type AsteriskVersion, has } from "./version.ts";

// The tables are JSON: their shape is promised by option-spec.ts and held by a test.
const pjsipTypes = [
  system,
  global,
  transport,
  endpoint,
  auth,
  aor,
  domainAlias,
  identify,
  registration,
  acl,
  outboundPublish,
  inboundPublication,
  asteriskPublication,
  resourceList,
  phoneprov,
] as unknown as readonly ObjectSpec[];

/** Types of sections that people write and Asterisk does not know. */
export const knownOtherTypes: readonly OtherType[] = otherTypes as unknown as readonly OtherType[];

/** The wizard sections of pjsip_wizard.conf. */
const wizardSpec: ObjectSpec = wizard as unknown as ObjectSpec;

/** An object type as one version of Asterisk knows it. */
export class TypeCatalog {
  readonly spec: ObjectSpec;
  readonly version: AsteriskVersion;
  readonly #byName = new Map<string, OptionSpec>();
  readonly #patterns: { readonly test: RegExp; readonly option: OptionSpec }[] = [];
  /** Every option of every version, for "since 22.8". */
  readonly #all = new Map<string, OptionSpec>();

  constructor(spec: ObjectSpec, version: AsteriskVersion) {
    this.spec = spec;
    this.version = version;
    for (const option of spec.options) {
      this.#all.set(asciiLower(option.name), option);
      if (!isThere(option, version)) continue;
      if (option.pattern === undefined) this.#byName.set(asciiLower(option.name), option);
      else this.#patterns.push({ test: new RegExp(option.pattern, "i"), option });
    }
    // The widest pattern of an open-ended type comes last.
    this.#patterns.sort((left, right) => right.test.source.length - left.test.source.length);
  }

  /** The option of that name, in any case. Names beginning with "@" belong to no option and are always accepted. */
  option(name: string): OptionSpec | undefined {
    return this.#byName.get(name) ?? this.#byName.get(asciiLower(name)) ?? this.#pattern(name);
  }

  /** The option of that name in any version of Asterisk. */
  optionOfAnyVersion(name: string): OptionSpec | undefined {
    return this.#all.get(asciiLower(name));
  }

  /** The names that can be written, without patterns. */
  names(): readonly string[] {
    return [...this.#byName.values()].map((option) => option.name);
  }

  #pattern(name: string): OptionSpec | undefined {
    return this.#patterns.find(({ test }) => test.test(name))?.option;
  }
}

/** All object types of one version. */
export interface PjsipCatalog {
  readonly version: AsteriskVersion;
  /** In the order in which a full start-up log names them. */
  readonly types: ReadonlyMap<string, TypeCatalog>;
  readonly wizard: TypeCatalog;
}

/** The catalogue for a version. Build it once per version and keep it. */
export function pjsipCatalog(version: AsteriskVersion): PjsipCatalog {
  return {
    version,
    types: new Map(pjsipTypes.map((spec) => [spec.type, new TypeCatalog(spec, version)])),
    wizard: new TypeCatalog(wizardSpec, version),
  };
}

function isThere(option: OptionSpec, version: AsteriskVersion): boolean {
  if (!has(option.introduced, version)) return false;
  return option.removed === undefined || !has(option.removed, version);
}
