// The settings file that `init` writes, and what it can tell of the target version.

import { newestVersion, parseVersion, series } from "../catalog/version.ts";
import type { Profile } from "../rules/rule.ts";

/** What a text beside the configuration says about the Asterisk that will read it; undefined: nothing. */
export function versionHint(text: string): string | undefined {
  for (const [, found = ""] of text.matchAll(
    /asterisk(?:[ _-]?version)?\W{0,4}?v?(\d{2}(?:\.\d+){0,2})(?![\w.-]*\d)/gi,
  ))
    if (parseVersion(found) !== undefined) return found;
  return undefined;
}

/** The text of a new settings file. Without a version that something names, it is for the newest series. */
export function settingsTemplate(
  profile: Profile,
  known?: { readonly version: string; readonly evidence: string },
): string {
  const why =
    known === undefined
      ? "the newest one, since nothing here says which you have"
      : `as ${known.evidence.replace(/[\r\n]/g, " ")} says`;
  return `{
  // Settings of Asterisk Analyzer for this folder and all below it. Comments and trailing commas are fine.
  // "asterisk-analyzer config" shows what they come to.

  // The Asterisk that reads these files (${series.join(", ")}, or a release): ${why}.
  "version": "${known?.version ?? newestVersion.major}",

  // "minimal": what Asterisk rejects. "recommended". "strict": also what an audit asks for.
  "profile": "${profile}",

  // off, error, warning or hint, for a rule or a group ("asterisk-analyzer rules" lists them).
  "rules": {
    // "codec/duplicate-codec": "off",
  },

  // The same for some files.
  "overrides": [
    // { "files": ["tenants/**"], "rules": { "flow/unentered-context": "off" } },
  ],

  // Neither checked nor reported.
  "ignore": [
    // "backup/**",
  ],

  // Where the calls of providers come from, by endpoint or host.
  "providers": {
    // "sip.example.net": ["198.51.100.10", "198.51.100.32/28"],
  },

  // What comes with modules of your own.
  "knownApplications": [],
  "knownFunctions": []
}
`;
}
