// Match lines for addresses that only the user knows: into the identify section at the cursor, or for the endpoint
// that its section is about.

import { readRange } from "../../pjsip/address-range.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { matchesAdded, sectionAdded } from "../../rules/identify/match-edits.ts";
import type { FileEdit } from "../../text/edits.ts";
import type { Subject } from "../subject.ts";

export type MatchEdit =
  | { readonly edits: readonly FileEdit[] }
  /** Why nothing can be written, as a sentence for the user. */
  | { readonly refusal: string };

/** What calls are to be matched for at an offset: the name of an endpoint, or of an identify section. */
export function matchTarget({ installation, file }: Subject, offset: number): PjsipObject | undefined {
  let found: PjsipObject | undefined;
  for (const { section, object } of installation.pjsip(installation.load("pjsip.conf")).selected) {
    if (object?.type !== "endpoint" && object?.type !== "identify") continue;
    if (section.file.path !== file || section.header.start > offset) continue;
    if (found === undefined || section.header.start > found.section.header.start) found = object;
  }
  if (found === undefined) return undefined;
  const { header, file: source } = found.section;
  const next = source.lines.headers.find(({ start }) => start > header.start);
  return next === undefined || offset < next.start ? found : undefined;
}

/** Beyond so many somebody has pasted something else. */
const maximumAddresses = 500;

export function matchEdit(subject: Subject, offset: number, addresses: readonly string[]): MatchEdit {
  const target = matchTarget(subject, offset);
  if (target === undefined) return { refusal: "There is no endpoint and no identify section here." };
  const wanted = [
    ...new Set(addresses.flatMap((text) => text.split(/[\s,]+/)).filter((text) => text !== "")),
  ];
  const odd = wanted.find((text) => readRange(text) === undefined && !isHostName(text));
  if (odd !== undefined)
    return { refusal: `"${odd.slice(0, 80)}" is no address, no network and no host name.` };
  if (wanted.length === 0) return { refusal: "No address was given." };
  if (wanted.length > maximumAddresses) return { refusal: `More than ${maximumAddresses} addresses.` };
  const identification = subject.installation.identification();
  const section =
    target.type === "identify" ? target : identification.byEndpoint.get(target.id)?.at(-1)?.object;
  const fixes =
    section === undefined ? sectionAdded(target, wanted, identification) : matchesAdded(section, wanted);
  const edits = fixes[0]?.edits.map(({ file, span, text }) => ({ file: file.path, span, text }));
  return edits === undefined ? { refusal: "Nothing can be written there." } : { edits };
}

/** Letters in it, so that a mistyped address does not count as one. */
function isHostName(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(text) && /[a-z]/i.test(text);
}
