import { valuePlace } from "../../config/option-span.ts";
import { type AddressRange, holdsRange, printRange, rangeKey } from "../../pjsip/address-range.ts";
import { type AddressMatch, decidingMatch } from "../../pjsip/identify/address-match.ts";
import type { Identification } from "../../pjsip/identify/identification.ts";
import type { IdentifySection } from "../../pjsip/identify/identify-section.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const overlappingMatch: InstallationRule = {
  id: "identify/overlapping-match",
  on: "installation",
  effect: "works-otherwise",
  summary: "Address that an identify section of another endpoint takes first",
  *check(installation): Iterable<Finding> {
    const identification = installation.identification();
    for (const section of identification.sections) {
      for (const match of section.addresses) {
        const winner = match.negated ? undefined : winnerOver(section, match, identification);
        if (winner !== undefined) yield finding(section, match, winner);
      }
    }
  },
};

interface Winner {
  readonly section: IdentifySection;
  readonly match: AddressMatch;
}

/** The first section before this one, of another endpoint, that takes all that the item matches. */
function winnerOver(
  section: IdentifySection,
  match: AddressMatch,
  { byAddress, endpoints }: Identification,
): Winner | undefined {
  const first = { family: match.range.family, parts: match.range.network, short: false, octal: false };
  const around = byAddress.around(first);
  if (around.length < 2) return undefined;
  for (const other of around) {
    if (other === section) return undefined;
    const deciding = decidingMatch(other, first, match.port);
    if (deciding === undefined || deciding.negated || !takesAll(other, match.range)) continue;
    if (deciding.port !== undefined && deciding.port !== match.port) continue;
    // The first one that takes a request decides, even where it leads nowhere.
    return other.endpoint === section.endpoint || !endpoints.has(section.endpoint)
      ? undefined
      : { section: other, match: deciding };
  }
  return undefined;
}

function takesAll({ addresses }: IdentifySection, range: AddressRange): boolean {
  const at = addresses.findLastIndex((match) => !match.negated && holdsRange(match.range, range));
  return at !== -1 && !addresses.slice(at).some((match) => match.negated && holdsRange(range, match.range));
}

function finding(
  section: IdentifySection,
  match: AddressMatch,
  { section: first, match: taken }: Winner,
): Finding {
  const { option, item, range } = match;
  const both = rangeKey(range) === rangeKey(taken.range) ? "as well" : `with ${quoted(taken.item.text)}`;
  const header =
    section.header !== undefined || section.uri !== undefined
      ? ", and other conditions in the section do not narrow that down"
      : "";
  return {
    ...placeOf(match),
    message: `identify ${quoted(first.object.id)} matches ${printRange(range)} ${both} and comes first in the byte order of the section names: calls from there go to ${quoted(first.endpoint)} and not to ${quoted(section.endpoint)}${header}`,
    related: [
      { ...placeOf(taken), message: `identify ${quoted(first.object.id)} for ${quoted(first.endpoint)}` },
    ],
    ...(option === taken.option && item === taken.item ? { related: [] } : {}),
  };
}

/** Where an item is written; of one that a wizard made, the whole value. */
export function placeOf({
  option,
  item,
}: Pick<AddressMatch, "option" | "item">): ReturnType<typeof valuePlace> {
  const made = option.appends.length === 0 && option.value !== option.line.value;
  return made ? valuePlace(option) : valuePlace(option, item.start, item.end);
}
