import { valuePlace } from "../../config/option-span.ts";
import { lastOption } from "../../config/section-lookup.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { addedTo, suggestion } from "../pjsip/added-line.ts";
import { groupedByTemplate } from "../pjsip/grouped.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";
import { acceptedOf, aorNames, hasContact, takesRegistrations } from "./phones.ts";

export const aorWithoutContact: InstallationRule = {
  id: "reference/aor-without-contact",
  on: "installation",
  effect: "call-fails",
  summary: "AOR that has no contact and accepts none",
  *check(installation): Iterable<Finding> {
    const all = acceptedOf(installation, "aor");
    const empty = all.filter((aor) => !takesRegistrations(aor) && !hasContact(aor));
    if (empty.length === 0) return;
    const listing = listedBy(acceptedOf(installation, "endpoint"), empty);
    const listed = empty.filter(({ id }) => listing.has(id));
    for (const [owner, aors] of groupedByTemplate(listed, all)) {
      const endpoints = aors.flatMap(({ id }) => listing.get(id) ?? []);
      const [aor] = aors;
      const [endpoint] = endpoints;
      if (aor === undefined || endpoint === undefined) continue;
      yield "header" in owner
        ? finding(aor, aors, endpoints, false)
        : finding(aor, aors, endpoints, true, owner);
    }
  },
};

/** By AOR, the endpoints that list it and no other one. */
function listedBy(
  endpoints: readonly PjsipObject[],
  empty: readonly PjsipObject[],
): Map<string, PjsipObject[]> {
  const listing = new Map<string, PjsipObject[]>();
  const names = new Set(empty.map(({ id }) => id));
  for (const endpoint of endpoints) {
    const listed = aorNames(endpoint);
    if (!listed.every((name) => names.has(name))) continue;
    for (const name of listed) listing.set(name, [...(listing.get(name) ?? []).slice(0, 9), endpoint]);
  }
  return listing;
}

function finding(
  aor: PjsipObject,
  aors: readonly PjsipObject[],
  endpoints: readonly PjsipObject[],
  isShared: boolean,
  owner = lastOption(aor.section, "accepts_registrations"),
): Finding {
  const phones = endpoints.filter((endpoint) => filledOption(endpoint, "auth") !== undefined);
  const isPhone = phones.length > 0;
  const whose = counted(
    "endpoint",
    (isPhone ? phones : endpoints).map(({ id }) => id),
  );
  const what = `${counted(
    "aor",
    aors.map(({ id }) => id),
  )} ${aors.length === 1 ? "has" : "have"} neither "contact" nor "max_contacts"`;
  const message = isPhone
    ? `${what}: Asterisk refuses every registration of ${whose}, and calls to it fail`
    : `${what}: calls to ${whose} fail`;
  const place = owner === undefined ? headerPlace(aor.section) : valuePlace(owner);
  return {
    ...place,
    message,
    ...(isPhone ? {} : { effect: "works-otherwise" as const }),
    runtimeLog: isPhone
      ? phones
          .slice(0, 3)
          .map(
            ({ id }, index) =>
              `AOR '${aors[index]?.id ?? aor.id}' has no configured max_contacts. Endpoint '${id}' (<ip>:<port>) unable to register`,
          )
      : [],
    fixes:
      isPhone && !isShared ? suggestion('Insert "max_contacts = 1"', addedTo(aor, "max_contacts", "1")) : [],
  };
}
