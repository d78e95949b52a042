import type { ArgumentSpec } from "../../catalog/dialplan-spec.ts";
import { formatVersion } from "../../catalog/version.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { Argument } from "../../dialplan/step/arguments.ts";
import { callSites } from "../application/calls.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { UpgradeRule } from "../rule.ts";

export const movedArgument: UpgradeRule = {
  id: "upgrade/moved-argument",
  on: "upgrade",
  effect: "works-otherwise",
  summary: "Argument that the newer version takes for another one",
  *check(installation, from) {
    const { applications } = installation.dialplanCatalog;
    const { version } = installation.settings;
    const dialplan = installation.dialplan();
    for (const site of callSites(dialplan, installation, ({ spec }) => spec !== undefined)) {
      const { call, line } = site;
      const every = applications.ofAnyVersion(call.name)?.arguments ?? [];
      const before = every.filter(isIn(from.major));
      const after = every.filter(isIn(version.major));
      const dropped = before.findIndex((argument) => !after.includes(argument));
      const own = call.arguments[dropped];
      const next = call.arguments[dropped + 1];
      if (own === undefined || dropped >= call.certain) continue;
      const empty = own.start >= own.end;
      if (empty ? next === undefined : !dialplan.contexts.has(`macro-${own.value}`)) continue;
      const name = call.application.text;
      const now = after[dropped]?.name;
      yield {
        ...placeOf(line, empty && next !== undefined ? next : own),
        message: `${name} of Asterisk ${formatVersion(version)} has no argument ${before[dropped]?.name ?? ""} any more: what stands in its place ${now === undefined ? "is too much" : `is taken for ${now}`}, and all that follows moves on by one`,
        fixes:
          empty && next !== undefined && tellsThatItMoved(next, dialplan)
            ? rewritten(
                line,
                { start: own.start, end: next.start },
                "",
                `Take the place of ${before[dropped]?.name ?? ""} out`,
                true,
              )
            : [],
      };
    }
  },
};

/**
 * Whether the call is told from one that was not mended yet once the place is gone: otherwise the next run takes out one
 * more.
 */
function tellsThatItMoved({ start, end, value }: Argument, { contexts }: Dialplan): boolean {
  return start < end && !contexts.has(`macro-${value}`);
}

function isIn(major: number): (argument: ArgumentSpec) => boolean {
  return ({ presentIn }) => presentIn?.includes(major) !== false;
}
