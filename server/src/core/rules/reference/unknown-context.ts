import { contextTarget, type MissingReference } from "../../pjsip/references.ts";
import type { InstallationRule } from "../rule.ts";
import { forEach, missingNames, type Words, whose } from "./advice.ts";

export const unknownContext: InstallationRule = {
  id: "reference/unknown-context",
  on: "installation",
  effect: "call-fails",
  summary: "Endpoint whose calls go to a context that the dialplan does not have",
  check: (installation) =>
    missingNames(
      installation,
      // ARI makes contexts of this name for its applications.
      ({ target, type, item }) =>
        target === contextTarget && type === "endpoint" && !item.text.startsWith("stasis-"),
      words,
    ),
};

function words(missing: MissingReference): Words {
  const { text } = missing.item;
  if (missing.name === "context") {
    return {
      outcome: `Asterisk answers every call from ${whose(missing)} with 404`,
      runtimeLog: forEach(missing, (id) => [
        `${id}: Call (<transport>:<ip:port>) to extension '<exten>' rejected because extension not found in context '${text}'.`,
      ]),
    };
  }
  const lost = lostIn.get(missing.name) ?? "what is looked up there is not found";
  return { outcome: `${lost} for ${whose(missing)}`, effect: "works-otherwise" };
}

const lostIn: ReadonlyMap<string, string> = new Map([
  ["message_context", "Asterisk refuses text messages"],
  ["subscribe_context", "Asterisk refuses subscriptions to hints"],
  ["overlap_context", "dialling digit by digit finds nothing"],
]);
