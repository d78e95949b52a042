import type { Context, Dialplan } from "../../dialplan/model.ts";
import { sourceSpan } from "../../syntax/line.ts";
import { asciiLower } from "../../text/ascii.ts";
import { addTo } from "../../text/grouped.ts";
import type { DialplanRule, Related } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";

export const similarContextNames: DialplanRule = {
  id: "dialplan/similar-context-names",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Two contexts of one name but for case that are searched together",
  *check(dialplan) {
    const pairs = similarPairs(dialplan);
    if (pairs.length === 0) return;
    const including = includingContexts(dialplan);
    for (const [first, second] of pairs.slice(0, mostPairs)) {
      const both = searchedWith(first, including);
      const where = [...searchedWith(second, including)].find((name) => both.has(name));
      const header = second.sections[0];
      const other = first.sections[0];
      if (where === undefined || header === undefined || other === undefined) continue;
      const related: Related[] = [{ ...placeOf(other), message: "the other one" }];
      yield {
        ...placeOf(header),
        message: `${quoted(second.name)} and ${quoted(first.name)} (${lineOf({ line: other.header, file: other.file }, header.file)}) are two contexts, but a search from ${quoted(where)} takes them for one: it leaves out the one that it meets second`,
        related,
      };
    }
  },
};

/** Each of them asks for a walk through all includes. */
const mostPairs = 20;

type Section = Context["sections"][number];

function placeOf({ file, header }: Section): Pick<Related, "file" | "span"> {
  return { file, span: sourceSpan(header, header.nameStart, header.nameEnd) };
}

function similarPairs({ contexts }: Dialplan): [Context, Context][] {
  const pairs: [Context, Context][] = [];
  const byName = new Map<string, Context>();
  for (const context of contexts.values()) {
    const lower = asciiLower(context.name);
    const before = byName.get(lower);
    if (before === undefined) byName.set(lower, context);
    else pairs.push([before, context]);
  }
  return pairs;
}

function includingContexts({ contexts }: Dialplan): Map<string, string[]> {
  const including = new Map<string, string[]>();
  for (const { name, includes } of contexts.values()) {
    for (const { context } of includes) {
      addTo(including, context, name);
    }
  }
  return including;
}

/** The contexts from which a search comes to this one, itself among them. */
function searchedWith({ name }: Context, including: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set([name]);
  for (const reached of found) for (const from of including.get(reached) ?? []) found.add(from);
  return found;
}
