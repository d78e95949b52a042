import { valuePlace } from "../../config/option-span.ts";
import { lastOption } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { LoadRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { listensEverywhere, managerAccounts } from "./management.ts";

export const managerForAll: LoadRule = {
  id: "security/manager-for-all",
  on: "load",
  effect: "insecure",
  profile: "strict",
  summary: "Account of the manager that any address may use",
  *check(load) {
    if (load.root !== "manager.conf") return;
    const bind = listensEverywhere(load);
    if (bind === undefined) return;
    for (const { section, password } of managerAccounts(load)) {
      const limited = ["deny", "permit", "acl"].some((name) => lastOption(section, name) !== undefined);
      if (limited || password === undefined) continue;
      yield {
        ...headerPlace(section),
        message: `Any address may log in as ${quoted(section.name)}: the manager listens everywhere, and the account has neither deny and permit nor acl`,
        related: [{ ...valuePlace(bind), message: "where it listens" }],
      };
    }
  },
};
