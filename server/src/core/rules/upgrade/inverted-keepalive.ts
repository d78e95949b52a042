import { type AsteriskVersion, formatVersion, has, type Since } from "../../catalog/version.ts";
import { valuePlace } from "../../config/option-span.ts";
import { isTrue, lastOption } from "../../config/section-lookup.ts";
import type { UpgradeRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const invertedKeepalive: UpgradeRule = {
  id: "upgrade/inverted-keepalive",
  on: "upgrade",
  effect: "works-otherwise",
  summary: "tcp_keepalive_enable, which one of the two versions takes for its opposite",
  *check(installation, from) {
    const { version } = installation.settings;
    if (isInverted(version) === isInverted(from) || !has(introduced, from)) return;
    const [odd, right] = isInverted(from) ? [from, version] : [version, from];
    const seen = new Set<unknown>();
    for (const { section } of installation.objects().ofType("transport")) {
      const option = lastOption(section, "tcp_keepalive_enable");
      if (option === undefined || seen.has(option)) continue;
      seen.add(option);
      yield {
        ...valuePlace(option),
        message: `Asterisk ${formatVersion(odd)} takes ${quoted(option.value)} for its opposite by mistake, Asterisk ${formatVersion(right)} does not: keep-alive packets are ${isTrue(option.value) === isInverted(from) ? "sent from now on" : "not sent any more"}`,
      };
    }
  },
};

const introduced: Since = { 18: "18.23.0", 20: "20.8.0", 21: "21.3.0", 22: "22.0.0", 23: "23.0.0" };
const mended: Since = { 20: "20.13.0", 21: "21.8.0", 22: "22.3.0", 23: "23.0.0" };

function isInverted(version: AsteriskVersion): boolean {
  return has(introduced, version) && !has(mended, version);
}
