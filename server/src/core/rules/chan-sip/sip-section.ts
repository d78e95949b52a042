import { namePlace, type Place, valuePlace } from "../../config/option-span.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { firstOption, lastOption } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { sourceSpan } from "../../syntax/line.ts";
import { asciiLower } from "../../text/ascii.ts";
import { addTo } from "../../text/grouped.ts";
import { headers } from "../config/headers.ts";
import type { Finding, PjsipRule, Related } from "../rule.ts";
import { counted, quoted } from "../words.ts";
import { isRegister, isSipLine, isSipType, sipSections } from "./sip-sections.ts";

export const sipSection: PjsipRule = {
  id: "chan-sip/sip-section",
  on: "pjsip",
  effect: "line-ignored",
  summary: "Section of sip.conf, which PJSIP does not read",
  *check({ load, selected }, { catalog }): Iterable<Finding> {
    const isSip = sipSections(catalog);
    const groups = new Map<ConfigOption | ConfigSection, ConfigSection[]>();
    for (const { object, section, typeOption } of selected) {
      if (object !== undefined || section.options.length === 0 || !isSip(section)) continue;
      // A section with nothing but "register" is the matter of another rule.
      if (section.options.every(isRegister)) continue;
      const owner = typeOption ?? section;
      addTo(groups, owner, section);
    }
    for (const [owner, sections] of groups) {
      const [section] = sections;
      if (section !== undefined) yield finding(owner, section, sections);
    }
    for (const { file, line } of headers(load, ({ restStart, restEnd }) => restStart < restEnd)) {
      const rest = (line.cooked?.text ?? file.lines.text).slice(line.restStart, line.restEnd);
      if (!isSipLine(load.root, rest)) continue;
      yield {
        file,
        span: sourceSpan(line, line.nameStart, line.nameEnd),
        message: `${quoted(line.name)} is a section of sip.conf with its options behind the header: Asterisk ignores them; in PJSIP it becomes ${trunk}`,
      };
    }
  },
};

const trunk = "an endpoint, an aor with its address as contact, and an identify";

function finding(
  owner: ConfigOption | ConfigSection,
  section: ConfigSection,
  sections: readonly ConfigSection[],
): Finding {
  const skips = `Asterisk skips ${counted(
    "section",
    sections.map(({ name }) => name),
  )} without a word`;
  const place: Place = "header" in owner ? headerPlace(owner) : valuePlace(owner);
  const what = "header" in owner ? title(section) : `${quoted(owner.value)} is a type of sip.conf`;
  return {
    ...place,
    message: `${what}: ${skips}; ${becomes(section, sections)}`,
    related: registers(sections),
  };
}

function title({ name }: ConfigSection): string {
  const lower = asciiLower(name);
  return lower === "general"
    ? `[${name}] with these options belongs to sip.conf, and pjsip.conf has none`
    : `${quoted(name)} is a section of sip.conf`;
}

/** What PJSIP has in its place. */
function becomes(section: ConfigSection, sections: readonly ConfigSection[]): string {
  const name = asciiLower(section.name);
  if (name === "general") return "in PJSIP its settings belong to transport, global and endpoint sections";
  if (name === "authentication") return "in PJSIP each of its lines becomes an auth";
  const type = asciiLower(firstOption(section, "type")?.value ?? "peer");
  const host = asciiLower(lastOption(section, "host")?.value ?? "");
  const secret = ["secret", "md5secret", "remotesecret"].some(
    (option) => lastOption(section, option) !== undefined,
  );
  if (isSipType(type) && host === "dynamic")
    return "in PJSIP such a phone is an endpoint, an auth and an aor with max_contacts";
  const hosts = sections.filter((one) => lastOption(one, "host") !== undefined).length;
  if (hosts > 1)
    return "in PJSIP they become one endpoint, an aor for each host, and one identify with a match for each address";
  if (type === "user") return "in PJSIP it becomes an endpoint and an auth";
  if (host === "" && !secret)
    return "in PJSIP it becomes an endpoint and an aor, plus an identify for its address";
  const account = secret ? ", plus an auth as outbound_auth for its account" : "";
  const registers = lastOption(section, "callbackextension") === undefined ? "" : ", and a registration";
  return `in PJSIP it becomes ${trunk}${account}${registers}`;
}

function registers(sections: readonly ConfigSection[]): Related[] {
  return sections
    .flatMap(({ options }) => options.filter(isRegister))
    .slice(0, 10)
    .map((option) => ({ ...namePlace(option), message: "this becomes a section of type registration" }));
}
