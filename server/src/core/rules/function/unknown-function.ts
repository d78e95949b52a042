import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule, Finding, RuleContext } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { quoted } from "../words.ts";
import { type FunctionSite, functionSites } from "./sites.ts";
import { consequence, nameOffsets, notRegistered } from "./words.ts";

export const unknownFunction: DialplanRule = {
  id: "function/unknown-function",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function that Asterisk does not have, or not under this name",
  *check(dialplan, context) {
    const { installation } = context;
    const known = new Set(installation.settings.knownFunctions);
    const { functions } = installation.dialplanCatalog;
    const suggestions = new Suggestions(functions.names(), { otherDigits: true });
    for (const site of functionSites(dialplan, installation)) {
      if (site.use.spec !== undefined || !isName(site.name.trim()) || known.has(site.name)) continue;
      if (ofOthers.has(site.name)) continue;
      if (installation.elsewhere().mayBeOdbcFunction(site.name)) continue;
      yield finding(site, context, suggestions);
    }
  },
};

/** Functions of widespread modules that are not part of Asterisk. */
const ofOthers: ReadonlySet<string> = new Set([
  "COIN_DETECT",
  "DEVSTATE",
  "DONGLE",
  "PHREAKNET",
  "QUECTEL",
  "RECOG_CONFIDENCE",
  "RECOG_GRAMMAR",
  "RECOG_INPUT",
  "RECOG_INSTANCE",
  "SCCPCHANNEL",
  "SCCPCONFERENCE",
  "SCCPDEVICE",
  "SCCPLINE",
]);

/** Functions of versions before those that we know, and what to write now. */
const former: Readonly<Record<string, string>> = {
  AUDIOHOOK_INHERIT: "",
  CHECK_MD5: "MD5()",
  LANGUAGE: "CHANNEL(language)",
  MUSICCLASS: "CHANNEL(musicclass)",
  QUEUEAGENTCOUNT: "QUEUE_MEMBER(queue,logged)",
};

function isName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(text);
}

function finding(site: FunctionSite, { installation }: RuleContext, suggestions: Suggestions): Finding {
  const { option, use, name } = site;
  const { functions } = installation.dialplanCatalog;
  const trimmed = name.trim();
  const same = functions.ignoringCase(trimmed)?.name ?? functions.ofAnyVersion(trimmed)?.name;
  const old = Object.hasOwn(former, name) ? former[name] : undefined;
  const near = same ?? (old === undefined ? suggestions.closest(trimmed) : undefined);
  const why =
    old !== undefined
      ? ` any more${old === "" ? "" : ` (it is ${old} now)`}`
      : same === undefined
        ? near === undefined
          ? ""
          : ` (did you mean ${quoted(near)}?)`
        : trimmed === same
          ? `, since blanks belong to the name (the function is ${quoted(same)})`
          : `, since case counts in names of functions (the function is ${quoted(same)})`;
  return {
    ...placeIn(option, nameOffsets(use)),
    message: `Asterisk has no function ${quoted(name)}${why}: ${consequence(use)}`,
    runtimeLog: notRegistered(name),
    fixes:
      near === undefined
        ? []
        : changes(
            option,
            [{ start: use.nameStart, end: use.nameEnd, text: near }],
            `Change to ${quoted(near)}`,
            same !== undefined,
          ),
  };
}
