import { formatVersion, has, type Since } from "../../catalog/version.ts";
import { lastOption } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { addedTo, suggestion } from "../pjsip/added-line.ts";
import type { UpgradeRule } from "../rule.ts";

export const otherDefault: UpgradeRule = {
  id: "upgrade/other-default",
  on: "upgrade",
  effect: "works-otherwise",
  summary: "Option that is left out, whose default is another one in the newer version",
  *check(installation, from) {
    const { version } = installation.settings;
    for (const { type, option, instead, before, after, changedIn } of changes) {
      if (!has(changedIn, version) || has(changedIn, from)) continue;
      for (const object of installation.objects().ofType(type)) {
        const isSet = [option, instead].some((name) => lastOption(object.section, name) !== undefined);
        if (isSet) continue;
        yield {
          ...headerPlace(object.section),
          message: `${instead}, once ${option}, is ${after} in Asterisk ${formatVersion(version)} where it is not set, and was ${before} before`,
          fixes: suggestion(`Add "${instead} = ${before}", as it was`, addedTo(object, instead, before)),
        };
      }
    }
  },
};

const changedWithTaskpools: Since = { 20: "20.18.0", 22: "22.8.0", 23: "23.2.0" };

/** Defaults that have changed in res_pjsip since Asterisk 18. */
const changes = [
  {
    type: "system",
    option: "threadpool_initial_size",
    instead: "taskpool_initial_size",
    before: "0",
    after: "4",
    changedIn: changedWithTaskpools,
  },
  {
    type: "system",
    option: "threadpool_auto_increment",
    instead: "taskpool_auto_increment",
    before: "5",
    after: "1",
    changedIn: changedWithTaskpools,
  },
];
