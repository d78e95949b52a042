// What Asterisk says of pjsip_wizard.conf: the objects that wizards make, judged like those of pjsip.conf.

import type { PjsipCatalog } from "../catalog/pjsip.ts";
import type { ConfigLoad } from "../config/load.ts";
import { type JudgeContext, judgeObject } from "./judge.ts";
import type { Judgement, PjsipObject } from "./judgement.ts";
import { FaultCollector, type PjsipFault } from "./model.ts";
import { readWizards, type Wizard } from "./wizard.ts";

export interface WizardModel {
  readonly load: ConfigLoad;
  readonly wizards: readonly Wizard[];
  /** The objects that Asterisk creates; of two wizards of one name those of the last. */
  readonly accepted: readonly PjsipObject[];
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
  const accepted = new Map<string, readonly PjsipObject[]>();
  for (const { section, objects } of wizards) {
    const created: PjsipObject[] = [];
    for (const object of objects) {
      let kept = true;
      for (const judgement of judgeObject(object, judging)) {
        collector.add(object, inWizard(judgement, object.type, object.id, section.name));
        kept &&= !judgement.rejects || judgement.kind === "missing-file" || judgement.placeholder === true;
      }
      if (kept) created.push(object);
    }
    accepted.set(section.name, created);
  }
  return { load, wizards, accepted: [...accepted.values()].flat(), faults: collector.faults() };
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
