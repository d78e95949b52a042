// What Asterisk says of pjsip_wizard.conf: the objects that wizards make, judged like those of pjsip.conf.

import type { PjsipCatalog } from "../catalog/pjsip.ts";
import type { ConfigLoad } from "../config/load.ts";
import { type JudgeContext, judgeObject } from "./judge.ts";
import type { Judgement } from "./judgement.ts";
import { FaultCollector, type PjsipFault } from "./model.ts";
import { readWizards, type Wizard } from "./wizard.ts";

export interface WizardModel {
  readonly load: ConfigLoad;
  readonly wizards: readonly Wizard[];
  readonly faults: readonly PjsipFault[];
}

/** Builds the model of a load of pjsip_wizard.conf; `context` knows the transports of pjsip.conf. */
export function wizardModel(load: ConfigLoad, catalog: PjsipCatalog, context: JudgeContext): WizardModel {
  const wizards = load.outcome === "loaded" ? readWizards(load) : [];
  const collector = new FaultCollector(catalog);
  const judging = {
    ...context,
    aors: new Set([...context.aors, ...wizards.map(({ section }) => section.name)]),
  };
  for (const { section, objects } of wizards) {
    for (const object of objects) {
      for (const judgement of judgeObject(object, judging)) {
        collector.add(object, inWizard(judgement, object.type, object.id, section.name));
      }
    }
  }
  return { load, wizards, faults: collector.faults() };
}

/** The wizard has words of its own for an object that was refused. */
function inWizard(judgement: Judgement, type: string, id: string, wizard: string): Judgement {
  const log = judgement.log.flatMap((text) =>
    text.startsWith("Could not create an object of type")
      ? [
          `Unable to apply object type '${type}' with id '${id}'.  Check preceeding errors.`,
          `Unable to create objects for wizard '${wizard}'`,
        ]
      : [text],
  );
  return { ...judgement, log };
}
