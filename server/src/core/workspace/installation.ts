// One Asterisk configuration directory: its root files, loaded, and what its other files decide.

import { knownFile } from "../catalog/files.ts";
import { type PjsipCatalog, pjsipCatalog } from "../catalog/pjsip.ts";
import type { Files } from "../config/files.ts";
import { loadConfig } from "../config/fold.ts";
import { resolveInclude } from "../config/include-path.ts";
import { lineReader } from "../config/line-reader.ts";
import type { ConfigLoad } from "../config/load.ts";
import type { Dialplan } from "../dialplan/model.ts";
import { readDialplan } from "../dialplan/read-dialplan.ts";
import { type DialplanSteps, readSteps } from "../dialplan/steps.ts";
import type { Identification } from "../pjsip/identify/identification.ts";
import { newValueChecks } from "../pjsip/judge.ts";
import { type PjsipModel, pjsipModel } from "../pjsip/model.ts";
import { ObjectIndex } from "../pjsip/object-index.ts";
import { followReferences, type References } from "../pjsip/references.ts";
import { readWizards } from "../pjsip/wizard.ts";
import { type WizardModel, wizardModel } from "../pjsip/wizard-model.ts";
import { type DialplanCatalog, dialplanCatalog, variablesOfChannels } from "./dialplan-parts.ts";
import { type Elsewhere, readElsewhere } from "./elsewhere/elsewhere.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { readIdentification } from "./identification.ts";
import { allObjects, isReadFromPjsip, knownContexts, knownNames } from "./names.ts";
import { once } from "./once.ts";
import type { Settings } from "./settings.ts";

export interface Installation {
  readonly files: Files;
  readonly settings: Settings;
  readonly environment: Environment;
  readonly catalog: PjsipCatalog;
  /** Loads any file of the installation as a root file. */
  readonly load: (root: string) => ConfigLoad;
  /** The same, for an Asterisk that has nothing but the installation and runs no #exec. */
  readonly effective: (root: string) => ConfigLoad;
  /** The objects of pjsip.conf, or of a load that is to be read like it. */
  readonly pjsip: (load: ConfigLoad) => PjsipModel;
  /** The wizards of a load of pjsip_wizard.conf. */
  readonly wizard: (load: ConfigLoad) => WizardModel;
  /** The dialplan of extensions.conf. */
  readonly dialplan: () => Dialplan;
  /** The dialplan of a load that is to be read like extensions.conf. */
  readonly dialplanOf: (load: ConfigLoad) => Dialplan;
  /** Applications and functions of the dialplan. */
  readonly dialplanCatalog: DialplanCatalog;
  /** What the steps of a dialplan call, jump to and name. */
  readonly steps: (dialplan: Dialplan) => DialplanSteps;
  /** All objects of pjsip.conf and of the wizards, found by type and option. */
  readonly objects: () => ObjectIndex;
  /** What decides which endpoint a request is taken for. */
  readonly identification: () => Identification;
  /** The contexts of extensions.conf; undefined where there may be others than we see. */
  readonly contexts: () => ReadonlySet<string> | undefined;
  /** Which objects name which, in pjsip.conf and pjsip_wizard.conf together. */
  readonly references: () => References;
  /** What the other files define that a dialplan can name. */
  readonly elsewhere: () => Elsewhere;
}

/** Opens an installation. Everything is read when it is asked for, and once. */
export function openInstallation(files: Files, settings: Settings): Installation {
  const lines = lineReader();
  const environment = readEnvironment(files, settings, lines);
  const catalog = pjsipCatalog(settings.version);
  const base = {
    configFile: "pjsip.conf",
    extraCodecs: environment.extraCodecs,
    fileExists: (path: string) => fileExists(path, files, environment.directory),
    namedAcls: environment.namedAcls,
    geolocationProfiles: environment.geolocationProfiles,
    checks: newValueChecks(),
  };
  const load = remembered((root: string) =>
    loadConfig(root, files, {
      directory: environment.directory,
      exec: environment.exec,
      unread: "anything",
      afterRejection: "go on",
      fragment: knownFile(root) === undefined,
      lines,
    }),
  );
  const effective = (root: string): ConfigLoad =>
    loadConfig(root, files, {
      directory: environment.directory,
      exec: environment.exec,
      unread: "nothing",
      afterRejection: "stop",
      lines,
    });
  const pjsip = remembered((loaded: ConfigLoad) =>
    pjsipModel(
      loaded,
      catalog,
      (type) => isReadFromPjsip(type, environment, catalog),
      base,
      readWizards(load("pjsip_wizard.conf")).map(({ section }) => section.name),
    ),
  );
  const wizard = remembered((loaded: ConfigLoad) =>
    wizardModel(loaded, catalog, { ...base, catalog, ...pjsip(load("pjsip.conf")).names }),
  );
  const calls = dialplanCatalog(settings.version);
  const hasFunction = (name: string): boolean | undefined =>
    calls.functions.function(name) !== undefined ||
    (settings.knownFunctions?.includes(name) || elsewhere().mayBeOdbcFunction(name) ? undefined : false);
  const dialplanOf = remembered((loaded: ConfigLoad) =>
    readDialplan(loaded, { dontWarn: environment.dontWarn, hasFunction }),
  );
  const channelVariables = once(
    (): ReadonlySet<string> =>
      variablesOfChannels(allObjects(parts), ["sip.conf", "iax.conf", "chan_dahdi.conf"].map(load)),
  );
  const steps = remembered((read: Dialplan): DialplanSteps => readSteps(read, calls, channelVariables()));
  const dialplan = (): Dialplan => dialplanOf(load("extensions.conf"));
  const identification = once(() => readIdentification({ environment, catalog, load, pjsip, wizard }));
  const parts = {
    files,
    settings,
    environment,
    catalog,
    load,
    effective,
    pjsip,
    wizard,
    dialplan,
    dialplanOf,
    dialplanCatalog: calls,
    steps,
  };
  const objects = once(() => {
    const partial = load("pjsip.conf").partial || load("pjsip_wizard.conf").partial;
    return new ObjectIndex(allObjects(parts), partial);
  });
  const contexts = once(() => knownContexts(parts));
  const references = once(() => followReferences(allObjects(parts), catalog, knownNames(parts, contexts())));
  const elsewhere = once(() => readElsewhere(parts));
  return { ...parts, objects, identification, contexts, references, elsewhere };
}

/** Whether the installation holds a file that Asterisk would open; undefined where the path leads elsewhere. */
function fileExists(path: string, files: Files, directory: string): boolean | undefined {
  const place = path.startsWith("/") ? resolveInclude(path, directory) : undefined;
  if (place?.inside !== true || place.path === "") return undefined;
  const content = files.read(place.path);
  return content === "unknown" ? undefined : content !== "absent";
}

/** A function that works out each answer once. */
function remembered<Key, Answer>(compute: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new Map<Key, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(key);
    answers.set(key, answer);
    return answer;
  };
}

/** Root files of the installation directory, by name. */
export function rootFiles(files: Files): string[] {
  return (files.list("") ?? []).filter((name) => knownFile(name) !== undefined).sort();
}
