import { valuePlace } from "../../config/option-span.ts";
import { isTrue, lastOption, sectionNamed } from "../../config/section-lookup.ts";
import type { LoadRule } from "../rule.ts";

export const ariOrigins: LoadRule = {
  id: "security/ari-origins",
  on: "load",
  effect: "insecure",
  profile: "strict",
  summary: "ARI that pages of any web site may use",
  *check(load) {
    if (load.root !== "ari.conf") return;
    const general = sectionNamed(load, "general");
    const enabled = lastOption(general, "enabled");
    const origins = lastOption(general, "allowed_origins");
    if (origins === undefined || (enabled !== undefined && !isTrue(enabled.value))) return;
    if (!origins.value.split(",").some((origin) => origin.trim() === "*")) return;
    yield {
      ...valuePlace(origins),
      message:
        "A page of any web site may use ARI from the browser of somebody who can reach it; name the sites that need to",
    };
  },
};
