import { knownFiles } from "../../catalog/files.ts";
import { formerModule } from "../../catalog/modules.ts";
import { formatVersion } from "../../catalog/version.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { counted } from "../../text/counted.ts";
import type { UpgradeRule } from "../rule.ts";

export const unreadFile: UpgradeRule = {
  id: "upgrade/unread-file",
  on: "upgrade",
  effect: "line-ignored",
  summary: "File that the newer version does not read any more",
  *check({ load, settings: { version }, environment }, from) {
    for (const { name, module, presentIn } of knownFiles) {
      if (presentIn === undefined || presentIn.includes(version.major)) continue;
      if (!presentIn.includes(from.major) || !environment.moduleLoaded(module)) continue;
      const sections = load(name).sections.filter(({ template, options }) => !template && options.length > 0);
      const [first] = sections;
      if (first === undefined) continue;
      const replacement = replacements[name] ?? formerModule(module)?.replacement;
      const reason = module === "core" ? "" : `, since it has no ${module} any more`;
      const use = replacement === undefined ? "" : `; ${replacement} takes its place`;
      yield {
        ...headerPlace(first),
        message: `Asterisk ${formatVersion(version)} does not read ${name}${reason}: ${counted(sections.length, "section")} ${sections.length === 1 ? "does" : "do"} nothing${use}`,
      };
    }
  },
};

/** Where what stood in a file goes, if that is not just another module. */
const replacements: Readonly<Record<string, string>> = {
  "sip.conf": "pjsip.conf",
  "sip_notify.conf": "pjsip_notify.conf",
  "users.conf": "each module's own file (pjsip.conf, extensions.conf, voicemail.conf, phoneprov_users.conf)",
};
