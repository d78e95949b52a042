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
import type { Installation } from "../workspace/installation.ts";
import { isOfTemplate, syntaxLog } from "./config/syntax-log.ts";
import { groupOf, isRuleOrGroup, nearestRule } from "./levels.ts";
import { arrange, type Problem, problemOf } from "./problem.ts";
import { rules as allRules } from "./registry.ts";
import type {
  ConfigRule,
  DialplanFaultRule,
  Effect,
  Finding,
  PjsipFaultRule,
  Rule,
  RuleContext,
} from "./rule.ts";
import { suppress, suppressionsOf } from "./suppress.ts";
import { type SuppressionUse, suppressionWord } from "./suppression/suppression.ts";

/** Checks the given root files; missing ones are no problem. */
export function checkInstallation(
  installation: Installation,
  roots: readonly string[],
  rules: readonly Rule[] = allRules,
): Problem[] {
  const problems: Problem[] = [];
  for (const root of roots) {
    const load = installation.load(root);
    if (load.outcome === "missing") continue;
    checkLoad(installation, load, rules, problems);
  }
  if (roots.some((root) => isPjsipFile(root) || together.has(root))) {
    for (const rule of rules)
      if (rule.on === "installation") report(rule, rule.check(installation), problems);
  }
  return withoutSuppressed(arrange(problems), installation, roots, rules);
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
  const { left, used } = suppress(problems, files);
  const whole = new Set(loads.filter(({ partial }) => !partial).flatMap((load) => load.files));
  const read = new Set([...whole].map(({ path }) => path));
  const running = new Set(rules.map(({ id }) => id));
  const use: SuppressionUse = {
    files: [...files.values()],
    used,
    isKnown: isRuleOrGroup,
    nearest: nearestRule,
    isChecked: (name, { path }) =>
      read.has(path) && allRules.every(({ id }) => !isNamed(id, name) || running.has(id)),
  };
  const own: Problem[] = [];
  for (const rule of rules) if (rule.on === "suppression") report(rule, rule.check(use), own);
  return arrange([...left, ...suppress(own, files).left]);
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

function checkLoad(
  installation: Installation,
  load: ConfigLoad,
  rules: readonly Rule[],
  problems: Problem[],
): void {
  const { files, environment, catalog } = installation;
  const model = isPjsipFile(load.root) ? installation.pjsip(load) : undefined;
  const wizards = knownFile(load.root)?.reader === "wizard" ? installation.wizard(load) : undefined;
  const faults = model?.faults ?? wizards?.faults ?? [];
  const dialplan = isDialplanFile(load.root) ? installation.dialplanOf(load) : undefined;
  const context: RuleContext = { installation, files, environment, catalog, load, root: load.root, faults };
  checkSyntax(load, context, rules, problems);
  describeFaults(faults, context, rules, problems);
  if (dialplan !== undefined) describeDialplanFaults(dialplan, context, rules, problems);
  for (const rule of rules) {
    if (rule.on === "dialplan" && dialplan !== undefined)
      report(rule, rule.check(dialplan, context), problems);
    if (rule.on === "load") report(rule, rule.check(load, context), problems);
    if (rule.on === "pjsip" && model !== undefined) report(rule, rule.check(model, context), problems);
    if (rule.on === "wizard" && wizards !== undefined) report(rule, rule.check(wizards, context), problems);
  }
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

function report(rule: Rule, findings: Iterable<Finding>, problems: Problem[]): void {
  for (const finding of findings) problems.push(problemOf(rule, finding));
}
