// One Asterisk configuration directory: its root files, loaded, and what its other files decide.

import { knownFile } from "../catalog/files.ts";
import { type PjsipCatalog, pjsipCatalog } from "../catalog/pjsip.ts";
import type { AsteriskVersion } from "../catalog/version.ts";
import type { Files } from "../config/files.ts";
import { loadConfig } from "../config/fold.ts";
import { resolveInclude } from "../config/include-path.ts";
import { LatestLines } from "../config/line-reader.ts";
import type { ConfigLoad } from "../config/load.ts";
import type { Dialplan } from "../dialplan/model.ts";
import { readDialplan } from "../dialplan/read-dialplan.ts";
import { type DialplanSteps, readSteps } from "../dialplan/steps.ts";
import type { Identification } from "../pjsip/identify/identification.ts";
import { type JudgeContext, newValueChecks } from "../pjsip/judge.ts";
import { type PjsipModel, pjsipModel } from "../pjsip/model.ts";
import { ObjectIndex } from "../pjsip/object-index.ts";
import { followReferences, type References } from "../pjsip/references.ts";
import { readWizards } from "../pjsip/wizard.ts";
import { type WizardModel, wizardModel } from "../pjsip/wizard-model.ts";
import type { Template } from "../syntax/template/template.ts";
import { renderedName } from "../text/rendered-name.ts";
import { Answers, type Question } from "./answers.ts";
import { type DialplanCatalog, dialplanCatalog, variablesOfChannels } from "./dialplan-parts.ts";
import { type Elsewhere, elsewhereOf } from "./elsewhere/elsewhere.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { readIdentification } from "./identification.ts";
import { allObjects, isReadFromPjsip, knownBesideScripts, knownContexts, knownNames } from "./names.ts";
import { Remains } from "./remains.ts";
import type { Settings } from "./settings.ts";
import { renderedNames, templateFiles, type Variant } from "./template-files.ts";

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
  /** The same where what AEL and Lua make does not matter. */
  readonly contextsBesideScripts: () => ReadonlySet<string> | undefined;
  /** Which objects name which, in pjsip.conf and pjsip_wizard.conf together. */
  readonly references: () => References;
  /** What the other files define that a dialplan can name. */
  readonly elsewhere: () => Elsewhere;
  /** The templates among the files that were read until now, by their paths. */
  readonly templates: () => ReadonlyMap<string, Template>;
  /** Anything else that is worked out of it, once. */
  readonly ask: <Key, Answer>(question: Question<Installation, Key, Answer>, key: Key) => Answer;
}

interface Catalogs {
  readonly catalog: PjsipCatalog;
  readonly calls: DialplanCatalog;
}

const catalogs = new WeakMap<AsteriskVersion, Catalogs>();

/** What a version knows, made once for however many installations. */
function catalogsOf(version: AsteriskVersion): Catalogs {
  const known = catalogs.get(version);
  if (known !== undefined) return known;
  const made = { catalog: pjsipCatalog(version), calls: dialplanCatalog(version) };
  catalogs.set(version, made);
  return made;
}

/**
 * Opens an installation. Everything is read when it is asked for, and once. What was worked out `before`, of files
 * some of which were others, is taken over where it is still true, and nothing may be asked of that one any more.
 */
export function openInstallation(files: Files, settings: Settings, before?: Installation): Installation {
  return opened(files, settings, before, "instead");
}

/** The same installation as it would be with other files. It stays as it is. */
export function tryInstallation(files: Files, installation: Installation): Installation {
  return opened(files, installation.settings, installation, "beside");
}

/** Whether an installation takes the place of the one before, or that one is still needed. */
type Relation = "instead" | "beside";

function opened(
  given: Files,
  settings: Settings,
  before: Installation | undefined,
  relation: Relation,
  variant?: Variant,
): Installation {
  const usable = before?.settings === settings ? before : undefined;
  const files = templateFiles(given, settings, variant);
  const { catalog, calls } = catalogsOf(settings.version);
  const ask: Installation["ask"] = (question, key) => answers.ask(question, key);
  const installation: Installation = {
    settings,
    catalog,
    dialplanCatalog: calls,
    ask,
    get files() {
      return answers.files;
    },
    get environment() {
      return ask(environment, undefined);
    },
    load: (root) => ask(load, root),
    effective: (root) => ask(effective, root),
    pjsip: (loaded) => ask(pjsip, loaded),
    wizard: (loaded) => ask(wizard, loaded),
    dialplan: () => ask(dialplanOf, ask(load, "extensions.conf")),
    dialplanOf: (loaded) => ask(dialplanOf, loaded),
    steps: (dialplan) => ask(steps, dialplan),
    objects: () => ask(objects, undefined),
    identification: () => ask(identification, undefined),
    contexts: () => ask(contexts, undefined),
    contextsBesideScripts: () => ask(contextsBesideScripts, undefined),
    references: () => ask(references, undefined),
    elsewhere: () => elsewhere,
    templates: () => files.templates,
  };
  const answers = new Answers(installation, files, usable && answersOf.get(usable));
  const elsewhere = elsewhereOf(installation);
  answersOf.set(installation, answers);
  const left = usable === undefined ? Remains.none() : remainsOf(usable);
  remains.set(installation, relation === "instead" ? left : left.toLookAt());
  // Should somebody still ask the one before something new, it reads anew and moves nothing.
  if (usable !== undefined && relation === "instead") remains.delete(usable);
  const variants = new Map(usable && origins.get(usable)?.variants);
  origins.set(installation, { given, relation, variants });
  return installation;
}

/** What an installation was opened with, and the same one with its templates rendered in other ways. */
const origins = new WeakMap<
  Installation,
  { readonly given: Files; readonly relation: Relation; readonly variants: Map<string, Installation> }
>();

/** An installation with its templates rendered in one of many ways. */
export function variantOf(installation: Installation, variant: Variant): Installation {
  const origin = origins.get(installation);
  if (origin === undefined) return installation;
  const before = origin.variants.get(variant.key);
  if (before !== undefined && origins.get(before)?.given === origin.given) return before;
  const made = opened(origin.given, installation.settings, before, origin.relation, variant);
  origin.variants.set(variant.key, made);
  return made;
}

const answersOf = new WeakMap<Installation, Answers<Installation>>();
const remains = new WeakMap<Installation, Remains>();

function remainsOf(installation: Installation): Remains {
  const left = remains.get(installation) ?? Remains.none();
  remains.set(installation, left);
  return left;
}

/** Lets go of what an installation took over answers from: what it has not asked for yet is worked out anew. */
export function forgetBefore(installation: Installation): void {
  answersOf.get(installation)?.forgetBefore();
}

/** Something that is worked out of an installation, once. */
export type InstallationQuestion<Key, Answer> = Question<Installation, Key, Answer>;

const environment: InstallationQuestion<undefined, Environment> = {
  compute: (installation) =>
    readEnvironment(installation.files, installation.settings, remainsOf(installation).lines.read),
};

const load: InstallationQuestion<string, ConfigLoad> = {
  compute: (installation, root) => {
    const { files, environment } = installation;
    const { directory, exec } = environment;
    const left = remainsOf(installation);
    const read = loadConfig(root, files, {
      directory,
      exec,
      unread: "anything",
      afterRejection: "go on",
      fragment: knownFile(root) === undefined,
      lines: left.lines.read,
      before: left.load(root),
    });
    left.keep(read);
    return read;
  },
};

/** Files as Asterisk would read them today, whatever a template engine might make of them; but for a template itself. */
function asGiven(installation: Installation, root: string): Files {
  const { files } = installation;
  const given = origins.get(installation)?.given;
  if (given === undefined || renderedName(root) !== undefined || given.read(root) === "absent") return files;
  return {
    // What is asked of the others is kept for the next state: where those differ, so do these.
    read: (path) => {
      files.read(path);
      return given.read(path);
    },
    list: (folder) => {
      files.list(folder);
      return given.list(folder);
    },
  };
}

const effective: InstallationQuestion<string, ConfigLoad> = {
  compute: (installation, root) => {
    const { directory, exec } = installation.environment;
    const files = asGiven(installation, root);
    // What is given of a template is another text under the same path.
    const { read: lines } = files === installation.files ? remainsOf(installation).lines : new LatestLines();
    return loadConfig(root, files, { directory, exec, unread: "nothing", afterRejection: "stop", lines });
  },
};

const pjsip: InstallationQuestion<ConfigLoad, PjsipModel> = {
  compute: (installation, loaded) => {
    const { catalog, environment } = installation;
    return pjsipModel(
      loaded,
      catalog,
      (type) => isReadFromPjsip(type, environment, catalog),
      judging(installation),
      readWizards(installation.load("pjsip_wizard.conf")).map(({ section }) => section.name),
    );
  },
};

const wizard: InstallationQuestion<ConfigLoad, WizardModel> = {
  compute: (installation, loaded) => {
    const { catalog } = installation;
    const { names } = installation.pjsip(installation.load("pjsip.conf"));
    return wizardModel(loaded, catalog, { ...judging(installation), catalog, ...names });
  },
};

/** What decides about objects besides their own lines. */
function judging({
  environment,
  files,
}: Installation): Omit<JudgeContext, "catalog" | keyof PjsipModel["names"]> {
  const { extraCodecs, namedAcls, geolocationProfiles, directory } = environment;
  return {
    configFile: "pjsip.conf",
    extraCodecs,
    fileExists: (path) => fileExists(path, files, directory),
    namedAcls,
    geolocationProfiles,
    checks: newValueChecks(),
  };
}

const dialplanOf: InstallationQuestion<ConfigLoad, Dialplan> = {
  compute: (installation, loaded) => {
    const { settings, environment, elsewhere } = installation;
    const { functions } = installation.dialplanCatalog;
    const hasFunction = (name: string): boolean | undefined =>
      functions.function(name) !== undefined ||
      (settings.knownFunctions?.includes(name) || elsewhere().mayBeOdbcFunction(name) ? undefined : false);
    const { dialplans } = remainsOf(installation);
    return readDialplan(loaded, { dontWarn: environment.dontWarn, hasFunction }, dialplans);
  },
};

const channelVariables: InstallationQuestion<undefined, ReadonlySet<string>> = {
  compute: (installation) =>
    variablesOfChannels(
      installation.objects(),
      ["sip.conf", "iax.conf", "chan_dahdi.conf"].map(installation.load),
    ),
  same: sameSets,
};

const steps: InstallationQuestion<Dialplan, DialplanSteps> = {
  compute: (installation, read) => {
    const { dialplanCatalog: calls, ask } = installation;
    return readSteps(read, calls, ask(channelVariables, undefined), remainsOf(installation).steps);
  },
};

const objects: InstallationQuestion<undefined, ObjectIndex> = {
  compute: (installation) => {
    const partial = ["pjsip.conf", "pjsip_wizard.conf"].some((root) => installation.load(root).partial);
    return new ObjectIndex(allObjects(installation), partial);
  },
};

const identification: InstallationQuestion<undefined, Identification> = { compute: readIdentification };

const contexts: InstallationQuestion<undefined, ReadonlySet<string> | undefined> = {
  compute: knownContexts,
  same: sameSets,
};

const contextsBesideScripts: InstallationQuestion<undefined, ReadonlySet<string> | undefined> = {
  compute: knownBesideScripts,
  same: sameSets,
};

const references: InstallationQuestion<undefined, References> = {
  compute: (installation) =>
    followReferences(
      allObjects(installation),
      installation.catalog,
      knownNames(installation, installation.contexts()),
    ),
};

/** Whether two sets have the same names in the same order. */
export function sameSets(
  before: ReadonlySet<string> | undefined,
  now: ReadonlySet<string> | undefined,
): boolean {
  if (before === undefined || now === undefined || before.size !== now.size) return before === now;
  const others = now.values();
  for (const name of before) if (others.next().value !== name) return false;
  return true;
}

/** Whether the installation holds a file that Asterisk would open; undefined where the path leads elsewhere. */
function fileExists(path: string, files: Files, directory: string): boolean | undefined {
  const place = path.startsWith("/") ? resolveInclude(path, directory) : undefined;
  if (place?.inside !== true || place.path === "") return undefined;
  const content = files.read(place.path);
  return content === "unknown" ? undefined : content !== "absent";
}

/** Root files of the installation directory, by name. */
export function rootFiles(files: Files): string[] {
  return renderedNames(files.list("") ?? [])
    .filter((name) => knownFile(name) !== undefined)
    .sort();
}
