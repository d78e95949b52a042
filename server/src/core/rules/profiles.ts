// How much is checked. Each profile has all problems of the one before: minimal is what Asterisk refuses, recommended
// what every configuration should be free of, strict also what an audit asks for, and style.

import { rules } from "./registry.ts";
import type { Effect, Profile, Rule } from "./rule.ts";

export const profiles: readonly Profile[] = ["minimal", "recommended", "strict"];

export const defaultProfile: Profile = "recommended";

/** What a file, an object, a line or a call is lost by. */
const losing: ReadonlySet<Effect> = new Set([
  "file-rejected",
  "object-rejected",
  "line-ignored",
  "call-fails",
]);

/** The profile in which a problem is shown first: what Asterisk does decides, unless the rule says otherwise. */
export function profileOf(rule: Rule, effect: Effect = rule.effect): Profile {
  return rule.profile ?? (losing.has(effect) ? "minimal" : "recommended");
}

/** Whether a profile has what begins in another. */
export function includesProfile(profile: Profile, other: Profile): boolean {
  return profiles.indexOf(other) <= profiles.indexOf(profile);
}

export function isProfile(text: string): text is Profile {
  return profiles.some((profile) => profile === text);
}

/** What runs where nobody says otherwise. In "minimal" the same run, since one rule may find grave and small things. */
export const recommendedRules: readonly Rule[] = rules.filter((rule) => profileOf(rule) !== "strict");
