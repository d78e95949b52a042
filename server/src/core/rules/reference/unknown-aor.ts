import { filledOption } from "../../pjsip/effective-options.ts";
import type { InstallationRule } from "../rule.ts";
import { forEach, missingNames, whose } from "./advice.ts";

export const unknownAor: InstallationRule = {
  id: "reference/unknown-aor",
  on: "installation",
  effect: "call-fails",
  summary: "Endpoint that lists an AOR which does not exist",
  check: (installation) =>
    missingNames(
      installation,
      // The address itself may stand in the place of a name.
      ({ target, item }) => target === "aor" && !/^<?sips?:/i.test(item.text),
      (missing) => {
        const { text } = missing.item;
        if (!missing.alone) {
          return { outcome: `${whose(missing)} is left with the others`, effect: "works-otherwise" };
        }
        const isPhone = missing.objects.some((endpoint) => filledOption(endpoint, "auth") !== undefined);
        return {
          outcome: `calls to ${whose(missing)} fail${isPhone ? ", and no phone can register there" : ""}`,
          runtimeLog: forEach(missing, (id) => [
            `Endpoint '${id}': Could not create dialog to invalid URI '${text}'.  Is endpoint registered and reachable?`,
            ...(isPhone ? [`AOR '${text}' not found for endpoint '${id}' (<ip>:<port>)`] : []),
          ]),
        };
      },
    ),
};
