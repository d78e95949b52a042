import { isTrue, lastOption, sectionNamed } from "../../config/section-lookup.ts";
import type { Context, Dialplan } from "../../dialplan/model.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { contextTarget } from "../../pjsip/references.ts";
import { filledContexts } from "../../workspace/elsewhere/contexts-made.ts";
import type { Installation } from "../../workspace/installation.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const unenteredContext: DialplanRule = {
  id: "flow/unentered-context",
  on: "dialplan",
  effect: "redundant",
  summary: "Context that nothing enters or includes",
  *check(dialplan, { installation }) {
    if (!isWholeStory(dialplan, installation)) return;
    const unused = installation.references().unused(contextTarget);
    const entered = new Set([
      ...installation
        .elsewhere()
        .entryPoints()
        .points.map(({ context }) => context),
      ...filledContexts(installation),
    ]);
    const mentioned = mentionedNames(dialplan);
    for (const context of dialplan.contexts.values()) {
      const { name, sections } = context;
      const [section] = sections;
      if (section === undefined || !unused.has(name) || entered.has(name) || isConventional(context))
        continue;
      if (mentioned.has(name)) continue;
      yield {
        ...headerPlace(section),
        message: `Nothing enters context ${quoted(name)}: no endpoint or other file names it, no context includes it, and no step jumps to it`,
      };
    }
  },
};

/** Whether nothing that we cannot see may enter a context. */
function isWholeStory(dialplan: Dialplan, installation: Installation): boolean {
  if (dialplan.load.root !== "extensions.conf" || dialplan.partial) return false;
  if (installation.contexts() === undefined || installation.objects().ofType("endpoint").length === 0)
    return false;
  if (!installation.elsewhere().entryPoints().complete || installation.objects().partial) return false;
  // Programs may start calls anywhere.
  for (const file of ["manager.conf", "ari.conf"]) {
    const load = installation.load(file);
    // Without the first one the installation is not all there, or calls are started by other means.
    if (load.outcome === "missing" && file === "manager.conf") return false;
    const enabled = lastOption(sectionNamed(load, "general"), "enabled");
    if (load.partial || (enabled !== undefined && isTrue(enabled.value))) return false;
  }
  return installation
    .steps(dialplan)
    .lines.every(
      ({ jumps, call }) =>
        call?.name !== "agi" &&
        call?.name !== "stasis" &&
        jumps.every(
          ({ context, assumed }) => !assumed && (context === undefined || context.value !== undefined),
        ),
    );
}

/** Names that people keep for what they start by hand. */
function isConventional({ name }: Context): boolean {
  return /^(?:default|public|macro-.*|stasis-.*|.*test.*|.*-custom|.*_custom)$/i.test(name);
}

/** Words of the lines of other contexts: whatever stands in a line may be the name of a context. */
function mentionedNames({ contexts, load }: Dialplan): Set<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  for (const { options, name: own } of load.sections) {
    for (const option of options) {
      if (seen.has(option)) continue;
      seen.add(option);
      for (const [word] of option.value.matchAll(/[A-Za-z0-9_.:+-]+/g))
        if (word !== own && contexts.has(word)) names.add(word);
    }
  }
  return names;
}
