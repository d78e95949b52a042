// What an installation knows about identifying requests, and where that may not be all.

import type { ConfigLoad } from "../config/load.ts";
import { type Identification, identificationOf } from "../pjsip/identify/identification.ts";
import { KeptObjects } from "../pjsip/kept-objects.ts";
import type { Installation } from "./installation.ts";

/** Types that decide about identification; where they come from a database, we cannot see all. */
const types: readonly string[] = ["endpoint", "identify", "registration", "domain_alias", "global"];

export function readIdentification(
  installation: Pick<Installation, "load" | "pjsip" | "wizard" | "environment" | "catalog">,
): Identification {
  const { environment, catalog } = installation;
  const load = installation.load("pjsip.conf");
  const wizards = installation.load("pjsip_wizard.conf");
  // Where pjsip.conf is rejected there is no transport either, whatever wizards make.
  const usable = load.outcome === "loaded" || load.outcome === "missing";
  const nothing = { accepted: [], objects: [] };
  const model = usable ? installation.pjsip(load) : nothing;
  const made = usable ? installation.wizard(wizards) : nothing;
  return identificationOf(new KeptObjects(model, made, catalog), model.objects, environment.moduleLoaded, [
    ...doubtsOf(load),
    ...doubtsOf(wizards),
    ...mapped(installation),
  ]);
}

function doubtsOf({ outcome, partial, root }: ConfigLoad): string[] {
  if (outcome === "rejected") return [`Asterisk rejects ${root}, so it has none of its objects`];
  if (outcome === "hang") return [`Asterisk never finishes reading ${root}`];
  if (outcome === "missing" && root === "pjsip.conf") return [`there is no ${root}`];
  return partial ? [`${root} includes something that could not be read here`] : [];
}

function mapped({ environment }: Pick<Installation, "environment">): string[] {
  return types.flatMap((type) => {
    const sources = (environment.sorcery.get(type) ?? []).filter(
      ({ source, file }) => source !== "config" || file !== "pjsip.conf",
    );
    const names = [...new Set(sources.map(({ source }) => source))];
    return names.length === 0
      ? []
      : [`sorcery.conf takes objects of type ${type} from elsewhere (${names.join(", ")})`];
  });
}
