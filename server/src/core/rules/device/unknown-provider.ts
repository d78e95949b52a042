import type { StepLine } from "../../dialplan/lines.ts";
import { cutKnown, type KnownText, knownValue } from "../../dialplan/step/known-text.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { linesWithText } from "../../workspace/per-context.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { devicesThat } from "./device-uses.ts";
import { presenceProviders, stateProviders } from "./technologies.ts";

const withPresence = linesWithText(({ hint }) => hint?.presence !== undefined);

export const unknownProvider: DialplanRule = {
  id: "device/unknown-provider",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Hint that asks a provider of states which Asterisk does not have",
  *check(dialplan, { installation }) {
    for (const { line, dial } of askedOfProviders(dialplan, installation)) {
      const provider = providerOf(dial.whole);
      const name = provider === undefined ? undefined : knownValue(provider);
      if (provider === undefined || name === undefined || isOneOf(stateProviders, name)) continue;
      // Any other word may be the provider of a module that somebody else made.
      const near = closest(name, stateProviders);
      if (near !== undefined) yield finding(line, provider, name, near, []);
    }
    for (const line of withPresence(installation.steps(dialplan))) {
      const presence = line.hint?.presence;
      if (presence === undefined) continue;
      const bare = knownValue(presence);
      if (bare !== undefined && bare !== "" && !/[:"()]/.test(bare)) {
        yield {
          ...placeOf(line, presence),
          message: `Behind the last comma of a hint stands a provider of presence such as "CustomPresence:name", and ${quotedPiece(bare)} is none: presence is never known`,
          log: line.step.name?.text.startsWith("_") === true ? [] : [`No provider found for label: ${bare}`],
        };
        continue;
      }
      const provider = providerOf(presence);
      const name = provider === undefined ? undefined : knownValue(provider);
      if (provider === undefined || name === undefined || isOneOf(presenceProviders, name)) continue;
      const near = closest(name, presenceProviders);
      if (/^\w+$/.test(name))
        yield finding(line, provider, name, near, [`No provider found for label: ${name}`]);
    }
  },
};

const askedOfProviders = devicesThat(
  ({ role, dial }) => (role === "hint" || role === "state") && providerOf(dial.whole) !== undefined,
);

/** What stands before ":", where no slash comes first. */
function providerOf(device: KnownText): KnownText | undefined {
  const { before, after, assumed } = cutKnown(device, ":");
  return after === undefined || assumed || knownValue(before)?.includes("/") === true ? undefined : before;
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.some((known) => equalsIgnoringCase(known, name));
}

function finding(
  line: StepLine,
  provider: KnownText,
  name: string,
  near: string | undefined,
  log: readonly string[],
): Finding {
  const remark = near === undefined ? "" : ` (did you mean ${quotedPiece(near)}?)`;
  return {
    ...placeOf(line, provider),
    message: `Asterisk has nobody named ${quotedPiece(name)} who knows states${remark}: this state never changes`,
    log,
    fixes: near === undefined ? [] : rewritten(line, provider, near, `Change to ${quotedPiece(near)}`, false),
  };
}
