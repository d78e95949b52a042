// The one module that hosts import, besides the three doors to what most runs need not load.

export { type Baseline, type BaselineEntry, baselineText } from "./baseline/baseline.ts";
export { BaselineComparison } from "./baseline/compare.ts";
export { readBaseline } from "./baseline/read-baseline.ts";
export { isDialplanFile, knownFile, knownFiles, speaksForAsterisk } from "./catalog/files.ts";
export {
  type AsteriskVersion,
  compareVersions,
  formatVersion,
  newestVersion,
  parseVersion,
  series,
} from "./catalog/version.ts";
export type { FileContent, Files } from "./config/files.ts";
export type { ConfigLoad } from "./config/load.ts";
export { memoryFiles } from "./config/memory-files.ts";
export type { ConfigOption, ConfigSection } from "./config/section.ts";
export { answerCall, type CallAnswer } from "./dialplan/call.ts";
export { checkExpression } from "./dialplan/expression/check.ts";
export { parseExpression } from "./dialplan/expression/parse.ts";
export { isTrueCondition } from "./dialplan/substitution/function.ts";
export { type Substituted, substitute } from "./dialplan/substitution/substitute.ts";
export { parseText } from "./dialplan/substitution/text.ts";
export { givenVariables, type VariableSource } from "./dialplan/substitution/variables.ts";
export { momentForms, parseMoment } from "./dialplan/timing/moment.ts";
export type { Subject } from "./features/subject.ts";
export { readRange } from "./pjsip/address-range.ts";
export type { Answer } from "./pjsip/identify/answer.ts";
export { identifyRequest } from "./pjsip/identify/identify-request.ts";
export {
  type HeaderLine,
  headerLine,
  type RequestFacts,
  type SipRequest,
  sipRequest,
} from "./pjsip/identify/sip-request.ts";
export { callJson, callText } from "./report/call-report.ts";
export { type Checked, ProblemView } from "./report/checked.ts";
export { checkstyleReport } from "./report/checkstyle-report.ts";
export { conciseReport } from "./report/concise-report.ts";
export {
  type EffectiveChoice,
  effectiveError,
  effectiveJson,
  effectiveSections,
  effectiveText,
} from "./report/effective-report.ts";
export { evalJson, evalText } from "./report/eval-report.ts";
export { Fingerprints, fingerprint } from "./report/fingerprint.ts";
export { githubReport } from "./report/github-report.ts";
export { gitlabReport } from "./report/gitlab-report.ts";
export { identifyJson, identifyText } from "./report/identify-report.ts";
export { jsonReport } from "./report/json-report.ts";
export { junitReport } from "./report/junit-report.ts";
export { lintJunitReport } from "./report/lint-junit-report.ts";
export { mostTelling } from "./report/most-telling.ts";
export { logNotes } from "./report/notes.ts";
export { printable } from "./report/printable.ts";
export { type Failure, type Report, Reports, type RunEnd } from "./report/report.ts";
export { type SarifOptions, sarifReport } from "./report/sarif-report.ts";
export { settingsJson, settingsText } from "./report/settings-report.ts";
export { SourceLines } from "./report/source-lines.ts";
export { type RuleCount, Statistics } from "./report/statistics.ts";
export { plainStyle, type Style } from "./report/style.ts";
export { added, countsText, emptySummary, type Summary } from "./report/summary.ts";
export { type TestedFile, tapReport } from "./report/tap-report.ts";
export { textReport } from "./report/text-report.ts";
export { unifiedDiff } from "./report/unified-diff.ts";
export { type UpgradeChecked, upgradeJson, upgradeText } from "./report/upgrade-report.ts";
export { homepage, pagePath, pageUrl } from "./rules/documentation.ts";
export { LogExplainer, type LogLine, readLogLine } from "./rules/explain.ts";
export { rulesByExample } from "./rules/explain-option.ts";
export {
  groupOf,
  isLevel,
  isRuleOrGroup,
  type Level,
  layeredLevels,
  levels,
  type RuleLevels,
  ruleLevels,
  unknownRule,
} from "./rules/levels.ts";
export { type Mended, mendFiles } from "./rules/mend.ts";
export { MessageCauses } from "./rules/message-causes.ts";
export type { Problem } from "./rules/problem.ts";
export { isProfile, profileOf, profiles } from "./rules/profiles.ts";
export { ruleNamed, rules } from "./rules/registry.ts";
export { type Effect, type Profile, type Rule, type Severity, severityOf } from "./rules/rule.ts";
export { checkInstallation } from "./rules/run.ts";
export { type UpgradeProblems, upgradeProblems } from "./rules/upgrade-problems.ts";
export type { ChosenSettings, SettingsLayer } from "./settings-file/chosen.ts";
export { type CheckSettings, combineSettings } from "./settings-file/combine.ts";
export {
  type FoundSettings,
  findSettings,
  type PlacedFault,
  type ReadPlace,
  settingsFileName,
  settingsIn,
} from "./settings-file/find-settings.ts";
export { settingOrigins } from "./settings-file/origins.ts";
export { readSettings, settingsKeys } from "./settings-file/read-settings.ts";
export { settingsTemplate, versionHint } from "./settings-file/template.ts";
export { shown } from "./syntax/template/marks.ts";
export { decodeBytes, encodeText, isEscapedByte } from "./text/bytes.ts";
export { closest } from "./text/closest.ts";
export { counted, grouped } from "./text/counted.ts";
export { digest } from "./text/digest.ts";
export { applyEdits, EditCollector, type FileEdit } from "./text/edits.ts";
export { LineIndex } from "./text/line-index.ts";
export { maskSentence } from "./text/secrets.ts";
export type { SourceFile } from "./text/source-file.ts";
export type { Span } from "./text/span.ts";
export {
  forgetBefore,
  type Installation,
  openInstallation,
  rootFiles,
  tryInstallation,
} from "./workspace/installation.ts";
export { contextsElsewhere } from "./workspace/names.ts";
export { defaultSettings, type Settings, type SuppressionPolicy } from "./workspace/settings.ts";
export { renderedNames } from "./workspace/template-files.ts";
