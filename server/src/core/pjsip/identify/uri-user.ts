// The user part of SIP URIs, as they stand in contacts and registrations.

/** The user of `sip:user@host`, `<sip:user:password@host>` and the like; undefined where there is none. */
export function uriUser(uri: string): string | undefined {
  const found = /^\s*<?\s*sips?:([^@>]*)@/i.exec(uri);
  const user = found?.[1]?.split(":")[0];
  return user === undefined || user === "" ? undefined : user;
}
