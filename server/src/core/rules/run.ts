// Runs all rules over an installation.

import { knownFile } from "../catalog/files.ts";
import type { ConfigFaultKind } from "../config/fault.ts";
import type { ConfigLoad } from "../config/load.ts";
import type { Mistake } from "../pjsip/judgement.ts";
import type { PjsipFault } from "../pjsip/model.ts";
import type { Installation } from "../workspace/installation.ts";
import { arrange, type Problem, problemOf } from "./problem.ts";
import { rules as allRules } from "./registry.ts";
import type { ConfigRule, Effect, Finding, PjsipFaultRule, Rule, RuleContext } from "./rule.ts";

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
  if (roots.some((root) => isPjsip(root) || together.has(root))) {
    for (const rule of rules)
      if (rule.on === "installation") report(rule, rule.check(installation), problems);
  }
  return arrange(problems);
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
  const context: RuleContext = { files, environment, catalog, load, root: load.root };
  checkSyntax(load, context, rules, problems);
  for (const rule of rules) {
    if (rule.on === "load") report(rule, rule.check(load, context), problems);
  }
  if (isPjsip(load.root)) {
    const model = installation.pjsip(load);
    describeFaults(model.faults, context, rules, problems);
    for (const rule of rules) if (rule.on === "pjsip") report(rule, rule.check(model, context), problems);
  }
  if (knownFile(load.root)?.reader === "wizard") {
    const model = installation.wizard(load);
    describeFaults(model.faults, context, rules, problems);
    for (const rule of rules) if (rule.on === "wizard") report(rule, rule.check(model, context), problems);
  }
}

/** pjsip.conf, and files of its family that are checked on their own. */
function isPjsip(root: string): boolean {
  const name = root.slice(root.lastIndexOf("/") + 1);
  return knownFile(name)?.reader === "sorcery" || (knownFile(name) === undefined && /^pjsip[._]/.test(name));
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
    const rule = byKind.get(fault.kind);
    const described = rule?.describe(fault, context);
    if (rule === undefined || described === undefined) continue;
    const log =
      fault.ends === "root" && load.outcome === "rejected"
        ? [...fault.log, ...rejection(load.root)]
        : fault.log;
    problems.push(problemOf(rule, { ...described, file: fault.file, span: fault.span, log }));
  }
}

/** What the module that asked for a file says when the file is rejected. */
function rejection(root: string): string[] {
  const reader = knownFile(root)?.reader;
  if (reader === "sorcery" || reader === "wizard")
    return [`Contents of config file '${root}' are invalid and cannot be parsed`];
  if (reader === "pbx_config") return ["pbx_config declined to load."];
  return [];
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
    const rule = byKind.get(fault.kind);
    const described = rule?.describe(fault, context);
    if (rule === undefined || described === undefined) continue;
    const effect = described.effect ?? effectOf(rule, fault);
    problems.push(
      problemOf(rule, { ...described, effect, file: fault.file, span: fault.span, log: fault.log }),
    );
  }
}

/** A rule that mostly drops objects does not always: what was found in the object decides. */
function effectOf(rule: Rule, fault: PjsipFault): Effect {
  if (fault.judgement.rejects) return "object-rejected";
  return rule.effect === "object-rejected" ? "works-otherwise" : rule.effect;
}

function report(rule: Rule, findings: Iterable<Finding>, problems: Problem[]): void {
  for (const finding of findings) problems.push(problemOf(rule, finding));
}
