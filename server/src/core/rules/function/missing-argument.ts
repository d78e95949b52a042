import type { FunctionArgumentSpec } from "../../catalog/dialplan-spec.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { type FunctionSite, functionSites } from "./sites.ts";
import { consequence } from "./words.ts";

/** Functions that do nothing unless all of their required arguments are there. */
const needAll: ReadonlySet<string> = new Set([
  "CUT",
  "DB",
  "DB_DELETE",
  "DB_EXISTS",
  "IF",
  "PJSIP_AOR",
  "PJSIP_CONTACT",
  "PJSIP_ENDPOINT",
]);

/** Functions that do nothing without any argument. */
const needFirst: ReadonlySet<string> = new Set([
  "CALLERID",
  "CHANNEL",
  "CDR",
  "CONNECTEDLINE",
  "MATH",
  "PJSIP_HEADER",
  "QUEUE_MEMBER",
  "REDIRECTING",
  "TIMEOUT",
  "VM_INFO",
]);

export const missingFunctionArgument: DialplanRule = {
  id: "function/missing-argument",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function without an argument that it cannot do without",
  *check(dialplan, { installation }) {
    for (const site of functionSites(dialplan, installation)) {
      const missing = missingIn(site);
      if (missing === undefined) continue;
      const { option, use, name, spec } = site;
      yield {
        ...placeIn(option, use),
        message: `The function ${quoted(name)} needs ${quoted(missing.name)}, which is missing: ${consequence(use)} (${spec?.syntax ?? name})`,
      };
    }
  },
};

function missingIn({ use, name, spec }: FunctionSite): FunctionArgumentSpec | undefined {
  if (spec === undefined || (use.access === "write" && spec.writeArguments !== undefined)) return undefined;
  const all = needAll.has(name);
  if (!all && !needFirst.has(name)) return undefined;
  const { arguments: given, certain } = use;
  for (const [index, argument] of (all ? spec.arguments : spec.arguments.slice(0, 1)).entries()) {
    if (index >= certain && certain < given.length) return undefined;
    // CUT() takes an empty separator for "-".
    if (name === "CUT" && index === 1 && index < given.length) continue;
    const value = index < given.length ? given[index]?.value : "";
    if (argument.required && value === "") return argument;
  }
  return undefined;
}
