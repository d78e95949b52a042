// Which options, variables, keys and parameters hold a secret, by their names. A misspelt "pasword" is one, too.

import { asciiLower } from "./ascii.ts";
import { editDistance } from "./closest.ts";

const secretNames: ReadonlySet<string> = new Set(["md5_cred", "password_digest", "pwd", "pincode"]);

/** Names that look like a secret and are none. */
const harmlessNames: ReadonlySet<string> = new Set([
  "minpassword",
  "minsecret",
  "bypass",
  "compass",
  "actpass",
  "requirecalltoken",
  "allowtoken",
]);

/** Words that say of a longer name that it holds a secret: AUTH_TOKEN, X-Api-Key. */
const secretWords: ReadonlySet<string> = new Set([
  "pass",
  "passwd",
  "password",
  "passwords",
  "passphrase",
  "passcode",
  "pwd",
  "secret",
  "secrets",
  "token",
  "apikey",
  "authkey",
  "pin",
  "credential",
  "credentials",
]);

/** What a longer name ends with that tells something about a secret: PIN_LENGTH, TOKEN_FILE. */
const harmlessEnd =
  /[_-](?:attempts?|count|counter|exists|expires|file|fails|failed|format|length|len|ok|ask|asked|prompt|required|retries|retry|sound|through|timeout|tries|try|type|url|valid)$/;

const spellings: readonly [name: string, mistakes: number][] = [
  ["password", 2],
  ["secret", 1],
  ["md5_cred", 2],
  ["md5secret", 2],
  ["dbpass", 1],
  ["oauth_secret", 2],
  ["refresh_token", 2],
  ["password_digest", 2],
  ["remotesecret", 2],
];

/** Whether the values of that name are secret; a wizard's prefix such as "inbound_auth/" does not matter. */
export function isSecretName(name: string): boolean {
  const own = name.slice(name.lastIndexOf("/") + 1).trim();
  const lower = asciiLower(own);
  if (lower.length < 3 || lower.length > 40 || harmlessNames.has(lower)) return false;
  if (/^(?:vm-|sound_)/.test(lower) || harmlessEnd.test(lower)) return false;
  if (secretNames.has(lower) || /(?:pass|passw(?:or)?d|secret|passphrase|token|apikey)$/.test(lower))
    return true;
  if (hasSecretWord(lower) || hasSecretWord(asciiLower(own.replace(/([a-z])([A-Z])/g, "$1_$2")))) return true;
  return spellings.some(([spelling, mistakes]) => editDistance(lower, spelling, mistakes + 1) <= mistakes);
}

function hasSecretWord(lower: string): boolean {
  if (/(?:^|[_-])(?:api|auth)[_-]key(?:[_-]|\d*$)/.test(lower)) return true;
  return lower.split(/[^a-z]+/).some((word) => secretWords.has(word));
}
