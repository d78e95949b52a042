// Runs all rules over an installation.

import { isDialplanFile, isPjsipFile, knownFile } from "../catalog/files.ts";
import type { ConfigFaultKind } from "../config/fault.ts";
import type { ConfigLoad } from "../config/load.ts";
import { namePlace, valuePlace } from "../config/option-span.ts";
import type { LoadedFile } from "../config/section.ts";
import type { DialplanFaultKind } from "../dialplan/fault.ts";
import type { Dialplan } from "../dialplan/model.ts";
import type { Mistake } from "../pjsip/judgement.ts";
import type { PjsipFault } from "../pjsip/model.ts";
import type { Installation, InstallationQuestion } from "../workspace/installation.ts";
import { isOfTemplate, syntaxLog } from "./config/syntax-log.ts";
import { groupOf, isRuleOrGroup, nearestRule } from "./levels.ts";
import { arrange, type Problem, problemOf } from "./problem.ts";
import { recommendedRules } from "./profiles.ts";
import { rules as allRules } from "./registry.ts";
import type {
  ConfigRule,
  DialplanFaultRule,
  Effect,
  Finding,
  PjsipFaultRule,
  Rule,
  RuleContext,
  SuppressionRule,
  TextRule,
  UpgradeRule,
} from "./rule.ts";
import { suppress, suppressionsOf } from "./suppress.ts";
import { type SuppressionUse, suppressionWord } from "./suppression/suppression.ts";
import { thatRenderingKeeps } from "./templated.ts";

/** Checks the given root files; missing ones are no problem. */
export function checkInstallation(
  installation: Installation,
  roots: readonly string[],
  rules: readonly Rule[] = recommendedRules,
): Problem[] {
  const check = (rendered: Installation): readonly Problem[] => problemsIn(rendered, roots, rules);
  const problems = thatRenderingKeeps(arrange(check(installation)), installation, roots, check);
  const ofTexts = textProblems(installation, roots, rules);
  const all = ofTexts.length === 0 ? problems : arrange([...problems, ...ofTexts]);
  return withoutSuppressed(all, installation, roots, rules);
}

/** What rules say of files as they were typed: no rendering has a part in it. */
function textProblems(
  installation: Installation,
  roots: readonly string[],
  rules: readonly Rule[],
): readonly Problem[] {
  return rules.flatMap((rule) =>
    rule.on === "text" ? roots.flatMap((root) => [...installation.ask(ruleProblems(rule), root)]) : [],
  );
}

function problemsIn(
  installation: Installation,
  roots: readonly string[],
  rules: readonly Rule[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (found: readonly Problem[]): void => {
    for (const problem of found) problems.push(problem);
  };
  for (const root of roots) {
    if (installation.load(root).outcome === "missing") continue;
    add(installation.ask(faultProblems(rules), root));
    for (const rule of rules)
      if (isAboutFiles(rule) && concerns(rule, root)) add(installation.ask(ruleProblems(rule), root));
  }
  if (roots.some((root) => isPjsipFile(root) || together.has(root))) {
    for (const rule of rules) if (rule.on === "installation") add(installation.ask(ruleProblems(rule), ""));
  }
  return problems;
}

/** The problems of files beside the roots that no comment asks to be silent about. */
export function leftUnsuppressed(
  problems: readonly Problem[],
  installation: Installation,
  roots: readonly string[],
): readonly Problem[] {
  const loaded = roots.map(installation.load).flatMap((load) => load.files);
  const files = suppressionsOf([...loaded, ...otherFiles(problems, loaded, installation)]);
  return files.size === 0 ? problems : suppress(problems, files).left;
}

/** Heeds the comments that ask to be silent, and tells of those that are wrong or of no use. */
function withoutSuppressed(
  problems: readonly Problem[],
  installation: Installation,
  roots: readonly string[],
  rules: readonly Rule[],
): Problem[] {
  const loads = roots.map(installation.load);
  const loaded = loads.flatMap((load) => load.files);
  const files = suppressionsOf([...loaded, ...otherFiles(problems, loaded, installation)]);
  if (files.size === 0) return [...problems];
  const policy = installation.settings.suppressions ?? "allow";
  const { left, used } = suppress(problems, policy === "forbid" ? new Map() : files);
  const whole = loads.filter(({ partial }) => !partial).flatMap((load) => load.files);
  const read = new Set(whole.filter(({ template }) => template === undefined).map(({ path }) => path));
  const running = new Set(rules.flatMap(({ id, on }) => (on === "upgrade" ? [] : [id])));
  const use: SuppressionUse = {
    files: [...files.values()],
    used,
    isKnown: isRuleOrGroup,
    nearest: nearestRule,
    policy,
    isChecked: (name, { path }) =>
      read.has(path) && allRules.every(({ id }) => !isNamed(id, name) || running.has(id)),
  };
  const own: Problem[] = [];
  /** What no comment silences: otherwise the comment that is not wanted would silence that. */
  const refused: Problem[] = [];
  for (const rule of rules) {
    if (rule.on !== "suppression") continue;
    const list = rule.isAboutPolicy === true ? refused : own;
    // Where nothing may be silenced, it does not matter how well the comment is written.
    if (policy === "forbid" && list === own) continue;
    for (const finding of rule.check(use)) list.push(problemOf(rule, finding));
  }
  return arrange([...left, ...refused, ...suppress(own, files).left]);
}

/** Files with such comments that no root given here reads, but in which there are problems all the same. */
function otherFiles(
  problems: readonly Problem[],
  loaded: readonly LoadedFile[],
  { files, load }: Installation,
): LoadedFile[] {
  const known = new Set(loaded.map(({ path }) => path));
  const others = [...new Set(problems.map(({ file }) => file))].filter((path) => {
    const content = known.has(path) ? "absent" : files.read(path);
    return typeof content !== "string" && content.text.includes(suppressionWord);
  });
  return others.flatMap((path) => load(path).files);
}

function isNamed(id: string, name: string): boolean {
  return id === name || groupOf(id) === name;
}

/** Besides pjsip.conf, the files whose contents have to do with each other. */
const together: ReadonlySet<string> = new Set(["pjsip_wizard.conf", "extensions.conf", "sip.conf"]);

/** Rules that look for their mistakes themselves, in one root file or in the installation as a whole. */
type CheckingRule = Exclude<
  Rule,
  ConfigRule | PjsipFaultRule | DialplanFaultRule | SuppressionRule | UpgradeRule | TextRule
>;

function isAboutFiles(rule: Rule): rule is CheckingRule {
  return "check" in rule && !["installation", "suppression", "upgrade", "text"].includes(rule.on);
}

/** Whether a rule looks at files of that name: to ask the others costs more than what they answer. */
function concerns({ on }: CheckingRule, root: string): boolean {
  if (on === "dialplan") return isDialplanFile(root);
  if (on === "pjsip") return isPjsipFile(root);
  return on !== "wizard" || isWizardFile(root);
}

/** Problems of a root file. Each rule is a question of its own: what it did not look at may change. */
type Problems = InstallationQuestion<string, readonly Problem[]>;

const ruleQuestions = new WeakMap<Rule, Problems>();
const faultQuestions = new WeakMap<readonly Rule[], Problems>();

function ruleProblems(rule: CheckingRule | TextRule): Problems {
  let question = ruleQuestions.get(rule);
  if (question === undefined) {
    question = {
      compute: (installation, root) =>
        [...findings(rule, installation, root)].map((finding) => problemOf(rule, finding)),
    };
    ruleQuestions.set(rule, question);
  }
  return question;
}

function findings(
  rule: CheckingRule | TextRule,
  installation: Installation,
  root: string,
): Iterable<Finding> {
  if (rule.on === "installation") return rule.check(installation);
  const load = installation.load(root);
  if (rule.on === "text") {
    return load.files.flatMap((file) => [
      ...rule.check(file, file.template?.source.text ?? file.lines.text, { installation, root }),
    ]);
  }
  if (rule.on === "dialplan") return rule.check(installation.dialplanOf(load), contextOf(installation, load));
  if (rule.on === "load") return rule.check(load, contextOf(installation, load));
  if (rule.on === "pjsip") return rule.check(installation.pjsip(load), contextOf(installation, load));
  return rule.check(installation.wizard(load), contextOf(installation, load));
}

/** What rules say of the faults that others found. */
function faultProblems(rules: readonly Rule[]): Problems {
  let question = faultQuestions.get(rules);
  if (question === undefined) {
    question = {
      compute: (installation, root) => {
        const problems: Problem[] = [];
        const load = installation.load(root);
        const context = contextOf(installation, load);
        checkSyntax(load, context, rules, problems);
        describeFaults(context.faults, context, rules, problems);
        if (isDialplanFile(root))
          describeDialplanFaults(installation.dialplanOf(load), context, rules, problems);
        return problems;
      },
    };
    faultQuestions.set(rules, question);
  }
  return question;
}

function contextOf(installation: Installation, load: ConfigLoad): RuleContext {
  const { files, environment, catalog } = installation;
  const { root } = load;
  const model = isPjsipFile(root) ? installation.pjsip(load) : undefined;
  const wizards = isWizardFile(root) ? installation.wizard(load) : undefined;
  const faults = model?.faults ?? wizards?.faults ?? [];
  return { installation, files, environment, catalog, load, root, faults };
}

function isWizardFile(root: string): boolean {
  return knownFile(root)?.reader === "wizard";
}

function checkSyntax(
  load: ConfigLoad,
  context: RuleContext,
  rules: readonly Rule[],
  problems: Problem[],
): void {
  const byKind = new Map<ConfigFaultKind, ConfigRule>();
  for (const rule of rules) {
    if (rule.on === "config-fault") for (const kind of rule.kinds) byKind.set(kind, rule);
  }
  for (const fault of load.faults) {
    // A line for a template engine is no mistake of its own.
    if (isOfTemplate(fault)) continue;
    const rule = byKind.get(fault.kind);
    const described = rule?.describe(fault, context);
    if (rule === undefined || described === undefined) continue;
    const log = syntaxLog(fault, load);
    problems.push(problemOf(rule, { ...described, file: fault.file, span: fault.span, log }));
  }
}

function describeFaults(
  faults: readonly PjsipFault[],
  context: RuleContext,
  rules: readonly Rule[],
  problems: Problem[],
): void {
  const byKind = new Map<Mistake, PjsipFaultRule>();
  for (const rule of rules) {
    if (rule.on === "pjsip-fault") for (const kind of rule.kinds) byKind.set(kind, rule);
  }
  for (const fault of faults) {
    if (fault.judgement.placeholder === true) continue;
    const rule = byKind.get(fault.kind);
    const described = rule?.describe(fault, context);
    if (rule === undefined || described === undefined) continue;
    const effect = described.effect ?? effectOf(rule, fault);
    problems.push(
      problemOf(rule, { ...described, effect, file: fault.file, span: fault.span, log: fault.log }),
    );
  }
}

function describeDialplanFaults(
  { faults }: Dialplan,
  context: RuleContext,
  rules: readonly Rule[],
  problems: Problem[],
): void {
  const byKind = new Map<DialplanFaultKind, DialplanFaultRule>();
  for (const rule of rules) {
    if (rule.on === "dialplan-fault") for (const kind of rule.kinds) byKind.set(kind, rule);
  }
  for (const fault of faults) {
    const rule = byKind.get(fault.kind);
    const described = rule?.describe(fault, context);
    if (rule === undefined || described === undefined) continue;
    const { option, part, start, end, log } = fault;
    const place = part === "name" ? namePlace(option) : valuePlace(option, start, end);
    problems.push(problemOf(rule, { ...described, ...place, log }));
  }
}

/** A rule that mostly drops objects does not always: what was found in the object decides. */
function effectOf(rule: Rule, fault: PjsipFault): Effect {
  if (rule.effect === "not-checked") return rule.effect;
  if (fault.judgement.rejects) return "object-rejected";
  return rule.effect === "object-rejected" ? "works-otherwise" : rule.effect;
}
