// Values that are one word of a list, or several: the enum handlers of res_pjsip.

import type { OptionSpec } from "../../catalog/option-spec.ts";
import { type AsteriskVersion, has } from "../../catalog/version.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { noFaults, type ValueCheck, type ValueContext, type ValueFault } from "../value-fault.ts";
import { isFalse, isTrue } from "./booleans.ts";
import { scanDecimal } from "./c-number.ts";
import { rawItems, stripped, strippedItems } from "./items.ts";
import { accepted, rejected, replace, suggest } from "./make-fault.ts";
import { wordLog } from "./word-messages.ts";

/** Other spellings whose meaning is beyond doubt. */
const meant: ReadonlyMap<string, string> = new Map([
  ["dtmf_mode:rfc2833", "rfc4733"],
  ["dtmf_mode:rfc_2833", "rfc4733"],
  ["dtmf_mode:rfc_4733", "rfc4733"],
  ["dtmf_mode:shortinfo", "info"],
  ["dtmf_mode:in-band", "inband"],
  ["media_encryption:srtp", "sdes"],
  ["media_encryption:sdes-srtp", "sdes"],
  ["media_encryption:srtp-sdes", "sdes"],
  ["media_encryption:dtls-srtp", "dtls"],
  ["media_encryption:none", "no"],
  ["media_encryption:off", "no"],
  ["identify_by:auth_user", "auth_username"],
]);

export function wordCheck(spec: OptionSpec): ValueCheck {
  const exact = new Set(spec.values);
  return (value, context) => {
    if (exact.has(value) && spec.valuesIntroduced === undefined) return noFaults;
    const known = knownWord(value, spec, context.version);
    if (known === "yes") return noFaults;
    if (value === "" && (spec.empty === "ok" || spec.empty === "ignored")) return noFaults;
    if (spec.alsoBoolean === true && (isTrue(value) || isFalse(value))) return noFaults;
    // A number is taken for the presentation, too (caller_id_privacy_handler).
    if (spec.name === "callerid_privacy" && scanDecimal(value) !== undefined) return noFaults;
    return [wordFault(value, 0, value.length, known, context)];
  };
}

export const wordListCheck: ValueCheck = (value, context) => {
  const { spec, version } = context;
  // follow_redirect_methods is cut by ast_strsep, which hands out empty items.
  const emptyCounts = spec.name === "follow_redirect_methods";
  const faults: ValueFault[] = [];
  if (value === "") return noFaults;
  for (const item of strippedItems(value)) {
    if (item.text === "" && !emptyCounts) continue;
    const known = knownWord(item.text, spec, version);
    if (known !== "yes") faults.push(wordFault(item.text, item.start, item.end, known, context));
  }
  return faults.length === 0 ? noFaults : faults;
};

/** endpoint_identifier_order: blanks and case count, and what does not fit is passed over. */
export const identifierOrderCheck: ValueCheck = (value, { spec }) => {
  const words = spec.values ?? [];
  const faults: ValueFault[] = [];
  for (const item of rawItems(value, ",")) {
    if (item.text === "" || words.includes(item.text)) continue;
    const inner = stripped(value, item.start, item.end);
    if (inner.text === "") continue;
    if (inner.text !== item.text && words.includes(inner.text)) {
      faults.push(accepted("padded-identifier", item.start, item.end, undefined, replace(inner.text)));
    } else {
      const lower = asciiLower(inner.text);
      const extra = words.includes(lower) ? replace(lower) : suggest(closest(inner.text, words));
      faults.push(accepted("ignored-word", item.start, item.end, undefined, extra));
    }
  }
  return faults.length === 0 ? noFaults : faults;
};

type Known = "yes" | "no" | "other-version";

function knownWord(word: string, spec: OptionSpec, version: AsteriskVersion): Known {
  const known = Object.keys(spec.valuesIntroduced ?? {});
  const same = (other: string): boolean =>
    other === word || (spec.caseSensitiveValues !== true && asciiLower(other) === asciiLower(word));
  const found = spec.values?.find(same) ?? known.find(same);
  if (found === undefined) return "no";
  const introduced = spec.valuesIntroduced?.[found];
  if (introduced !== undefined && !has(introduced, version)) return "other-version";
  const removed = spec.valuesRemoved?.[found];
  return removed !== undefined && has(removed, version) ? "other-version" : "yes";
}

function wordFault(
  word: string,
  start: number,
  end: number,
  known: Known,
  context: ValueContext,
): ValueFault {
  const { spec, type } = context;
  if (spec.unknownValue === "ignored") {
    return accepted("ignored-word", start, end, undefined, guess(word, spec));
  }
  const log = wordLog(type, spec.name, word);
  const mistake =
    known === "other-version"
      ? "word-not-in-version"
      : word === "" && spec.kind === "enum"
        ? "empty-value"
        : /algorithms/.test(spec.name)
          ? "unknown-algorithm"
          : "unknown-word";
  const extra = known === "other-version" ? {} : guess(word, spec);
  // The defaults of type=global fall back to MD5 when the object is applied.
  if (type === "global" && mistake === "unknown-algorithm") {
    return accepted(mistake, start, end, log, { ...extra, applied: true });
  }
  return rejected(mistake, start, end, log, extra);
}

function guess(word: string, spec: OptionSpec): { replacement?: string; suggestion?: string } {
  if (word === "") return {};
  const lower = asciiLower(word);
  const certain = meant.get(`${spec.name}:${lower}`);
  if (certain !== undefined) return { replacement: certain };
  const bare = lower.replace(/[-_. ]/g, "");
  const alike = spec.values?.find((value) => asciiLower(value).replace(/[-_. ]/g, "") === bare);
  if (alike !== undefined) return { replacement: alike };
  return suggest(closest(word, spec.values ?? []));
}
