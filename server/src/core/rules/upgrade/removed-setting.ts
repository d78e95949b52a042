import { formatVersion, has, type Since } from "../../catalog/version.ts";
import { namePlace } from "../../config/option-span.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { isTrue, lastOption } from "../../config/section-lookup.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { UpgradeRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { lineRewritten, withoutTheLine } from "./line-fixes.ts";

export const removedSetting: UpgradeRule = {
  id: "upgrade/removed-setting",
  on: "upgrade",
  effect: "line-ignored",
  summary: "Option of another file that the newer version does not read any more",
  *check({ load, settings: { version } }, from) {
    for (const setting of settings) {
      if (!has(setting.removedIn, version) || has(setting.removedIn, from)) continue;
      for (const section of load(setting.file).sections) {
        if (section.template || !setting.isIn(section)) continue;
        const option = lastOption(section, setting.option);
        if (option === undefined) continue;
        const covered = lastOption(section, setting.instead) !== undefined;
        const value = setting.value(option);
        yield {
          ...namePlace(option),
          message: `Asterisk ${formatVersion(version)} does not read ${quoted(option.name)} in ${setting.file} any more: ${covered ? `${setting.instead} counts alone` : `use "${setting.instead} = ${value}"`}`,
          fixes: covered ? withoutTheLine(option) : lineRewritten(option, setting.instead, value),
        };
      }
    }
  },
};

interface RemovedSetting {
  readonly file: string;
  readonly isIn: (section: ConfigSection) => boolean;
  readonly option: string;
  readonly instead: string;
  readonly value: (option: ConfigOption) => string;
  readonly removedIn: Since;
}

const in23: Since = { 23: "23.0.0" };

function isGeneral({ name }: ConfigSection): boolean {
  return asciiLower(name) === "general";
}

/** What main/logger.c, apps/app_voicemail.c and res/res_musiconhold.c read up to Asterisk 22. */
const settings: readonly RemovedSetting[] = [
  {
    file: "logger.conf",
    isIn: isGeneral,
    option: "rotatetimestamp",
    instead: "rotatestrategy",
    value: ({ value }) => (isTrue(value) ? "timestamp" : "sequential"),
    removedIn: in23,
  },
  {
    file: "voicemail.conf",
    isIn: isGeneral,
    option: "maxmessage",
    instead: "maxsecs",
    value: ({ value }) => value,
    removedIn: in23,
  },
  {
    file: "voicemail.conf",
    isIn: isGeneral,
    option: "minmessage",
    instead: "minsecs",
    value: ({ value }) => value,
    removedIn: in23,
  },
  {
    file: "musiconhold.conf",
    isIn: (section) => !isGeneral(section),
    option: "random",
    instead: "sort",
    value: ({ value }) => (isTrue(value) ? "random" : "alpha"),
    removedIn: in23,
  },
];
