import { filledOption } from "../../pjsip/effective-options.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { contextOf, hasAccessList, isOpenToNetwork, leadsAnywhere } from "../../pjsip/reachability.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const anonymousEndpoint: InstallationRule = {
  id: "security/anonymous-endpoint",
  on: "installation",
  effect: "insecure",
  summary: "Endpoint that takes calls from strangers",
  *check(installation): Iterable<Finding> {
    if (!installation.environment.moduleLoaded("res_pjsip_endpoint_identifier_anonymous")) return;
    const index = installation.objects();
    if (!isOpenToNetwork(index)) return;
    const strangers = index
      .ofType("endpoint")
      .filter(
        (endpoint) =>
          /^anonymous(?:@|$)/.test(endpoint.id) &&
          filledOption(endpoint, "auth") === undefined &&
          !hasAccessList(endpoint) &&
          leadsAnywhere(endpoint, installation.contexts()),
      );
    for (const endpoint of strangers) {
      const context = quoted(contextOf(endpoint));
      yield {
        ...headerPlace(endpoint.section),
        message: `every request that no other endpoint is found for is taken for ${quoted(endpoint.id)}: strangers may call whatever context ${context} reaches`,
      };
    }
  },
};
