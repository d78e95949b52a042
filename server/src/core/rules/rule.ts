// What a rule is. One rule is one mistake that a person makes: a module and a page of the same name.

import type { PjsipCatalog } from "../catalog/pjsip.ts";
import type { AsteriskVersion } from "../catalog/version.ts";
import type { ConfigFault, ConfigFaultKind } from "../config/fault.ts";
import type { Files } from "../config/files.ts";
import type { ConfigLoad } from "../config/load.ts";
import type { LoadedFile } from "../config/section.ts";
import type { DialplanFault, DialplanFaultKind } from "../dialplan/fault.ts";
import type { Dialplan } from "../dialplan/model.ts";
import type { Mistake } from "../pjsip/judgement.ts";
import type { PjsipFault, PjsipModel } from "../pjsip/model.ts";
import type { WizardModel } from "../pjsip/wizard-model.ts";
import type { Span } from "../text/span.ts";
import type { Environment } from "../workspace/environment.ts";
import type { Installation } from "../workspace/installation.ts";
import type { SuppressionUse } from "./suppression/suppression.ts";

/** What Asterisk does about a mistake. Severity follows from it. */
export type Effect =
  | "file-rejected"
  | "object-rejected"
  | "line-ignored"
  | "call-fails"
  | "works-otherwise"
  | "insecure"
  | "legacy"
  | "redundant"
  | "not-checked";

export type Severity = "error" | "warning" | "hint";

/** How much is checked; profiles.ts says what each is. */
export type Profile = "minimal" | "recommended" | "strict";

export const severityOf: Readonly<Record<Effect, Severity>> = {
  "file-rejected": "error",
  "object-rejected": "error",
  "line-ignored": "error",
  "call-fails": "error",
  "works-otherwise": "warning",
  insecure: "warning",
  legacy: "warning",
  redundant: "hint",
  "not-checked": "hint",
};

/** A change of one file. */
export interface Edit {
  readonly file: LoadedFile;
  readonly span: Span;
  readonly text: string;
}

/** A way to mend a problem. `safe`: the meaning for Asterisk cannot become other than meant. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** Another place that has to do with a problem. */
export interface Related {
  readonly file: LoadedFile;
  readonly span: Span;
  readonly message: string;
}

/** What a rule found in one place. */
export interface Finding {
  readonly file: LoadedFile;
  readonly span: Span;
  /** One sentence without a final period; names quoted as typed; the consequence in Asterisk's terms. */
  readonly message: string;
  /** What Asterisk logs while it loads, word for word. */
  readonly log?: readonly string[];
  /** What it logs when a call or registration meets the mistake. */
  readonly runtimeLog?: readonly string[];
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Where this one case ends otherwise than the rule says. */
  readonly effect?: Effect;
}

/** The words for a fault that somebody else found. */
export type Description = Omit<Finding, "file" | "span" | "log">;

interface RuleBase {
  /** Group and name of the mistake; reads well after "allow". */
  readonly id: string;
  readonly effect: Effect;
  /** A few words for lists. */
  readonly summary: string;
  /** The profile in which it begins, where the effect does not decide that. */
  readonly profile?: Profile;
}

/** A rule that gives words to faults of the file syntax. */
export interface ConfigRule extends RuleBase {
  readonly on: "config-fault";
  readonly kinds: readonly ConfigFaultKind[];
  readonly describe: (fault: ConfigFault, context: RuleContext) => Description | undefined;
}

/** A rule that gives words to faults of objects and their options. */
export interface PjsipFaultRule extends RuleBase {
  readonly on: "pjsip-fault";
  readonly kinds: readonly Mistake[];
  readonly describe: (fault: PjsipFault, context: RuleContext) => Description | undefined;
}

/** A rule that looks at a root file with all its sections. */
export interface LoadRule extends RuleBase {
  readonly on: "load";
  readonly check: (load: ConfigLoad, context: RuleContext) => Iterable<Finding>;
}

/** A rule that looks at the objects of pjsip.conf. */
export interface PjsipRule extends RuleBase {
  readonly on: "pjsip";
  readonly check: (model: PjsipModel, context: RuleContext) => Iterable<Finding>;
}

/** A rule that gives words to what the loader of extensions.conf refuses, or drops in silence. */
export interface DialplanFaultRule extends RuleBase {
  readonly on: "dialplan-fault";
  readonly kinds: readonly DialplanFaultKind[];
  readonly describe: (fault: DialplanFault, context: RuleContext) => Description | undefined;
}

/** A rule that looks at the contexts of extensions.conf. */
export interface DialplanRule extends RuleBase {
  readonly on: "dialplan";
  readonly check: (dialplan: Dialplan, context: RuleContext) => Iterable<Finding>;
}

/** A rule that looks at the sections of pjsip_wizard.conf. */
export interface WizardRule extends RuleBase {
  readonly on: "wizard";
  readonly check: (model: WizardModel, context: RuleContext) => Iterable<Finding>;
}

/** A rule that looks at files together: references from one to another, and what surrounds them. */
export interface InstallationRule extends RuleBase {
  readonly on: "installation";
  readonly check: (installation: Installation) => Iterable<Finding>;
}

/** A rule that looks at each file as it was typed, whatever a template engine will make of it. */
export interface TextRule extends RuleBase {
  readonly on: "text";
  /** `text` is what stands in the file; `file.lines` are what is read of it. */
  readonly check: (file: LoadedFile, text: string, context: TextContext) => Iterable<Finding>;
}

/** What a rule about the text of a file may look at besides. */
export interface TextContext {
  readonly installation: Installation;
  /** A root file that reads it. */
  readonly root: string;
}

/** A rule that looks at the comments which ask to be silent about others. */
export interface SuppressionRule extends RuleBase {
  readonly on: "suppression";
  /** Whether it says that a comment is not wanted as it is, which no comment can silence. */
  readonly isAboutPolicy?: true;
  readonly check: (use: SuppressionUse) => Iterable<Finding>;
}

/** A rule about what an upgrade changes; it runs only where somebody says from which version. */
export interface UpgradeRule extends RuleBase {
  readonly on: "upgrade";
  /** `from` is the version that reads the files today; the installation is opened for the one to come. */
  readonly check: (installation: Installation, from: AsteriskVersion) => Iterable<Finding>;
}

export type Rule =
  | ConfigRule
  | PjsipFaultRule
  | LoadRule
  | PjsipRule
  | WizardRule
  | DialplanFaultRule
  | DialplanRule
  | InstallationRule
  | TextRule
  | SuppressionRule
  | UpgradeRule;

/** What a rule may look at besides what it is given. */
export interface RuleContext {
  readonly installation: Installation;
  readonly files: Files;
  readonly environment: Environment;
  readonly catalog: PjsipCatalog;
  /** The load that the fault or model belongs to. */
  readonly load: ConfigLoad;
  /** The file that Asterisk was asked to read. */
  readonly root: string;
  /** All that is wrong with the objects of the load, where it holds objects of PJSIP. */
  readonly faults: readonly PjsipFault[];
}
