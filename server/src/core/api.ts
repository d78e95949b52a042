// The one module that hosts import.

export { decodeBytes, encodeText } from "./text/bytes.ts";
export { LineIndex } from "./text/line-index.ts";
export type { SourceFile } from "./text/source-file.ts";
export type { Span } from "./text/span.ts";
export type { FileContent, Files } from "./config/files.ts";
export { memoryFiles } from "./config/memory-files.ts";
export type { ConfigLoad, ConfigOption, ConfigSection } from "./config/load.ts";
export { formatVersion, newestVersion, parseVersion, series } from "./catalog/version.ts";
export { knownFile, knownFiles } from "./catalog/files.ts";
export { defaultSettings, type Settings } from "./workspace/settings.ts";
export { type Installation, openInstallation, rootFiles } from "./workspace/installation.ts";
export type { Problem } from "./rules/problem.ts";
export type { Effect, Rule, Severity } from "./rules/rule.ts";
export { ruleNamed, rules } from "./rules/registry.ts";
export { checkInstallation } from "./rules/run.ts";
