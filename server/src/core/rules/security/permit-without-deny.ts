import { namePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { accessRules, withAccessRules } from "../../pjsip/access-list.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { groupedBy } from "../../text/grouped.ts";
import { suggestion } from "../pjsip/added-line.ts";
import type { Edit, Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";

export const permitWithoutDeny: InstallationRule = {
  id: "security/permit-without-deny",
  on: "installation",
  effect: "insecure",
  summary: "Access list that permits without denying anything",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    for (const type of ["endpoint", "acl"]) {
      const useless = withAccessRules(index, type).flatMap((object) =>
        (["", "contact_"] as const).flatMap((prefix) => {
          const option = permitOnly(object, prefix);
          return option === undefined ? [] : [{ option, object, prefix }];
        }),
      );
      for (const [option, group] of groupedBy(useless, (entry) => entry.option)) {
        const ids = group.map(({ object }) => object.id);
        const deny = `${group[0].prefix}deny`;
        yield {
          ...namePlace(option),
          message: `it restricts nothing: addresses that no line covers are allowed, and ${counted(type, ids)} ${ids.length === 1 ? "has" : "have"} no "${deny}"`,
          fixes: suggestion(`Deny all others first`, denyBefore(option, deny)),
        };
      }
    }
  },
};

/** The first permit line of a list without any rule that denies; a named list beside it may deny. */
function permitOnly(object: PjsipObject, prefix: "" | "contact_"): ConfigOption | undefined {
  const rules = accessRules(object, prefix);
  if (rules === undefined || rules.length === 0 || rules.some(({ allows }) => !allows)) return undefined;
  return filledOption(object, `${prefix}acl`) === undefined ? rules[0]?.option : undefined;
}

/** The same kind of line in front of the first one. */
function denyBefore(option: ConfigOption, deny: string): Edit | undefined {
  const { file, line } = option;
  if (line.cooked !== undefined || option.appends.length > 0) return undefined;
  const text = file.lines.text.slice(line.start, line.valueStart);
  const prefix = /^([ \t]*(?:endpoint\/)?)(?:contact_)?permit([ \t]*=>?[ \t]*)$/i.exec(text);
  if (prefix === null) return undefined;
  const written = `${prefix[1]}${deny}${prefix[2]}0.0.0.0/0\n`;
  return { file, span: { start: line.start, end: line.start }, text: written };
}
