// The applications of the dialplan, for one target version.

import { asciiLower } from "../text/ascii.ts";
import type { ApplicationSpec, FormerApplication } from "./dialplan-spec.ts";
import table from "./tables/dialplan/applications.json" with { type: "json" };
import formerTable from "./tables/dialplan/former-applications.json" with { type: "json" };
import { type AsteriskVersion, has } from "./version.ts";

// The tables are JSON: their shape is promised by dialplan-spec.ts and held by a test.
const everyApplication = table.applications as unknown as readonly ApplicationSpec[];
const formerApplications = formerTable.former as unknown as readonly FormerApplication[];

/** Applications of any version that we know, by their name in lower case. */
const ofAnyVersion: ReadonlyMap<string, ApplicationSpec> = new Map(
  everyApplication.map((spec) => [asciiLower(spec.name), spec]),
);

const former: ReadonlyMap<string, FormerApplication> = new Map(
  formerApplications.map((application) => [asciiLower(application.name), application]),
);

/** The applications of one version of Asterisk. Their names are found in any case. */
export class ApplicationCatalog {
  readonly version: AsteriskVersion;
  readonly #byName = new Map<string, ApplicationSpec>();

  constructor(version: AsteriskVersion) {
    this.version = version;
    for (const [name, spec] of ofAnyVersion) {
      if (isThere(spec, version)) this.#byName.set(name, asOf(spec, version));
    }
  }

  /** The application of that name, with the arguments and option letters of this version alone. */
  application(name: string): ApplicationSpec | undefined {
    return this.#byName.get(asciiLower(name));
  }

  /** The application of that name in any version from 18 on, with all arguments and letters it ever had. */
  ofAnyVersion(name: string): ApplicationSpec | undefined {
    return ofAnyVersion.get(asciiLower(name));
  }

  /** The application of that name that was gone before version 18. */
  former(name: string): FormerApplication | undefined {
    return former.get(asciiLower(name));
  }

  /** The names as people write them, in alphabetical order. */
  names(): readonly string[] {
    return [...this.#byName.values()].map((spec) => spec.name);
  }
}

/** The catalogue for a version. Build it once per version and keep it. */
export function applicationCatalog(version: AsteriskVersion): ApplicationCatalog {
  return new ApplicationCatalog(version);
}

function isThere(spec: ApplicationSpec, version: AsteriskVersion): boolean {
  return spec.presentIn.includes(version.major) && has(spec.introduced, version);
}

/** The specification without what other versions have; itself where nothing differs. */
function asOf(spec: ApplicationSpec, version: AsteriskVersion): ApplicationSpec {
  const isHere = (part: { readonly presentIn?: readonly number[] }): boolean =>
    part.presentIn?.includes(version.major) !== false;
  if (spec.arguments.every(isHere) && spec.options.every(isHere)) return spec;
  return { ...spec, arguments: spec.arguments.filter(isHere), options: spec.options.filter(isHere) };
}
