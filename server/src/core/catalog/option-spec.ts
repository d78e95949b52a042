// The shape of the tables of PJSIP object types and their options (tables/pjsip).

import type { Since } from "./version.ts";

/** What values an option takes. */
export type OptionKind =
  | "type"
  | "bool"
  | "uint"
  | "int"
  | "double"
  | "string"
  | "enum"
  | "enumList"
  | "identifierOrder"
  | "codecList"
  | "codecPrefs"
  | "ref"
  | "refList"
  | "context"
  | "uri"
  | "uriList"
  | "cidrAcl"
  | "identifyMatch"
  | "hostOrIp"
  | "sockaddr"
  | "file"
  | "dir"
  | "regex"
  | "tos"
  | "groupList"
  | "namedGroupList"
  | "setVar"
  | "callerid"
  | "sipUser"
  | "headerMatch"
  | "uriPattern"
  | "cipherList"
  | "digestList"
  | "securityMechanisms"
  | "mailboxList"
  | "stringList"
  | "hostPortList"
  | "uriPatternVar"
  | "optionsOf"
  | "ignored"
  | "custom";

export interface OptionSpec {
  readonly name: string;
  /** For names that only share a beginning, such as event_*: a regular expression. */
  readonly pattern?: string;
  readonly kind: OptionKind;
  /** One sentence for hover and completion. */
  readonly summary: string;
  readonly default?: string;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: "s" | "ms";
  readonly values?: readonly string[];
  readonly caseSensitiveValues?: boolean;
  /** An enum that takes any word for yes and no, too. */
  readonly alsoBoolean?: boolean;
  /** A word that is not in `values` changes nothing and is not reported by Asterisk. */
  readonly unknownValue?: "ignored";
  /** A handler compares the name again, so another case does not work. */
  readonly caseSensitiveName?: boolean;
  /** What a second line does: replace, be ignored, add up, or add up by inner name. */
  readonly occurrence: "last" | "first" | "accumulate" | "perName";
  readonly list?: boolean;
  readonly empty?:
    | "reject"
    | "ok"
    | "no"
    | "ignored"
    | "clears"
    | "wildcardAddress"
    | "undefinedAclDeniesAll";
  /** Type of object, or "file:kind", that the value names. */
  readonly refersTo?: string;
  readonly missing?: "load-reject" | "load-warn" | "runtime-error" | "runtime-warn" | "runtime-silent";
  readonly maxLength?: number;
  readonly knownValues?: readonly string[];
  readonly looseRoute?: boolean;
  readonly secret?: boolean;
  readonly introduced?: Since;
  readonly removed?: Since;
  readonly deprecated?: { readonly since?: Since; readonly use?: string };
  readonly valuesIntroduced?: Readonly<Record<string, Since>>;
  readonly valuesRemoved?: Readonly<Record<string, Since>>;
  readonly deprecatedValues?: Readonly<Record<string, string>>;
  readonly defaultsBefore?: readonly { readonly default: string; readonly until: Since }[];
}

export interface ObjectSpec {
  readonly type: string;
  readonly file: string;
  readonly module: string;
  readonly summary: string;
  /** Only one section of this type may exist. */
  readonly single?: boolean;
  /** A section of exactly this name needs no type, provided that all its options are known. */
  readonly explicitName?: string;
  readonly openEnded?: boolean;
  readonly required?: readonly string[];
  readonly requiredOneOf?: readonly (readonly string[])[];
  readonly options: readonly OptionSpec[];
  /** Names that people write for an option of this type. */
  readonly mistakes?: Readonly<Record<string, string>>;
}

/** What people write as a type although it is none. */
export interface OtherType {
  readonly written: string;
  readonly use: string;
  readonly type?: string;
  readonly file?: string;
}
