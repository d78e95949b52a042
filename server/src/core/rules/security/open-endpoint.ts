import type { Place } from "../../config/option-span.ts";
import { valuePlace } from "../../config/option-span.ts";
import { listedItems } from "../../pjsip/effective-options.ts";
import type { EndpointLinks } from "../../pjsip/endpoint-links.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { lastOption } from "../../pjsip/objects/object-fault.ts";
import { contextOf, hasAccessList, isOpenToNetwork, leadsAnywhere } from "../../pjsip/reachability.ts";
import { asciiLower } from "../../text/ascii.ts";
import { addedTo, changedValue, suggestion } from "../pjsip/added-line.ts";
import { groupedByTemplate } from "../pjsip/grouped.ts";
import type { Finding, Fix, InstallationRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";

export const openEndpoint: InstallationRule = {
  id: "security/open-endpoint",
  on: "installation",
  effect: "insecure",
  summary: "Endpoint that anyone can use by its name",
  *check(installation): Iterable<Finding> {
    if (!installation.environment.moduleLoaded("res_pjsip_endpoint_identifier_user")) return;
    const index = installation.objects();
    if (!isOpenToNetwork(index)) return;
    const { links } = index;
    const endpoints = index.ofType("endpoint");
    const asked = new Set(
      index
        .last("endpoint", "auth")
        .filter(({ option }) => option.value !== "")
        .map(({ object }) => object),
    );
    const open = endpoints.filter(
      (endpoint) =>
        !asked.has(endpoint) && isOpen(endpoint) && leadsAnywhere(endpoint, installation.contexts()),
    );
    for (const [owner, group] of groupedByTemplate(open, endpoints)) {
      const [first] = group;
      const place: Place = "header" in owner ? headerPlace(owner) : valuePlace(owner);
      yield {
        ...place,
        message: message(group, links),
        fixes: group.length === 1 && links.isIdentified(first) ? byAddress(first) : [],
      };
    }
  },
};

function isOpen(endpoint: PjsipObject): boolean {
  return identifiedByName(endpoint) && !/^anonymous(?:@|$)/.test(endpoint.id) && !hasAccessList(endpoint);
}

function identifiedByName(endpoint: PjsipObject): boolean {
  if (lastOption(endpoint, "identify_by") === undefined) return true;
  return listedItems(endpoint, "identify_by").some((item) => asciiLower(item) === "username");
}

function message(endpoints: readonly PjsipObject[], links: EndpointLinks): string {
  const [first] = endpoints;
  if (first === undefined) return "";
  const who = counted(
    "endpoint",
    endpoints.map(({ id }) => id),
  );
  const start = `${who} ${endpoints.length === 1 ? "asks" : "ask"} for no password and ${endpoints.length === 1 ? "is" : "are"} found by name: anyone who sends From user ${quoted(first.id)} may call into context ${quoted(contextOf(first))}`;
  return links.isIdentified(first) ? `${start}; set "identify_by" to ip` : start;
}

/** The identify section, or the registration with `line`, goes on leading to it. */
function byAddress(endpoint: PjsipObject): readonly Fix[] {
  const option = lastOption(endpoint, "identify_by");
  const edit = option === undefined ? addedTo(endpoint, "identify_by", "ip") : changedValue(option, "ip");
  return suggestion("Set identify_by to ip", edit);
}
