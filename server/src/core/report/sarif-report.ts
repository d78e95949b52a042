// `--format sarif`: SARIF 2.1.0, which code scanning services and many editors read. The results come first, so that
// they can be printed as they come; what describes their rules and files follows.

import { homepage, pageUrl } from "../rules/documentation.ts";
import { groupOf } from "../rules/levels.ts";
import { ruleNamed } from "../rules/registry.ts";
import { type Severity, severityOf } from "../rules/rule.ts";
import { type ArtifactLocation, artifactLocation, sourceRoot } from "./artifact-uri.ts";
import type { Place } from "./checked.ts";
import { logNotes } from "./notes.ts";
import { printable } from "./printable.ts";
import type { Failure, Report, Reported, RunEnd } from "./report.ts";
import { ruleHelp } from "./rule-help.ts";

export interface SarifOptions {
  /** Of this program. */
  readonly version: string;
  /** The page of a rule. */
  readonly page: (rule: string) => string | undefined;
  /** Turns the path of a report into one that begins at the top of the checkout. */
  readonly projectPath: (path: string) => string;
  /** Turns such a path into an absolute one, with forward slashes. */
  readonly absolutePath: (path: string) => string;
}

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", hint: "note" };

export function sarifReport(options: SarifOptions): Report {
  const log = new SarifLog(options);
  let results = 0;
  return {
    add: (problem) => `${results++ === 0 ? opening : ","}\n${JSON.stringify(log.result(problem))}`,
    *finish(end) {
      yield results === 0 ? opening : "\n";
      yield `],${JSON.stringify(log.about(end)).slice(1, -1)}}]}\n`;
    },
  };
}

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const opening = `{"$schema":"${schema}","version":"2.1.0","runs":[{"results":[`;

/** Numbers rules and files in the order in which they are met. */
class SarifLog {
  readonly #options: SarifOptions;
  readonly #rules = new Map<string, number>();
  readonly #artifacts = new Map<string, { readonly index: number; readonly location: ArtifactLocation }>();

  constructor(options: SarifOptions) {
    this.#options = options;
  }

  result(reported: Reported): object {
    const { shown } = reported;
    const fixes = this.#fixes(reported);
    return {
      ruleId: shown.rule,
      ruleIndex: this.#ruleIndex(shown.rule),
      level: levels[shown.severity],
      message: { text: [shown.message, ...logNotes(shown)].map(printable).join("\n") },
      locations: [{ physicalLocation: this.#physical(shown) }],
      ...(shown.related.length > 0
        ? {
            relatedLocations: shown.related.map((place, id) => ({
              id,
              physicalLocation: this.#physical(place),
              message: { text: printable(place.message) },
            })),
          }
        : {}),
      partialFingerprints: { "asteriskAnalyzer/v1": reported.fingerprint },
      ...(fixes.length > 0 ? { fixes } : {}),
      properties: { effect: shown.effect },
    };
  }

  /** All of the run but its results. */
  about({ files, failures }: RunEnd): object {
    for (const file of files) this.#artifact(file);
    return {
      tool: {
        driver: {
          name: "asterisk-analyzer",
          version: this.#options.version,
          semanticVersion: this.#options.version,
          informationUri: homepage,
          rules: [...this.#rules.keys()].map((id) => this.#descriptor(id)),
        },
      },
      invocations: [
        {
          executionSuccessful: failures.length === 0,
          toolExecutionNotifications: failures.map((failure) => this.#notification(failure)),
        },
      ],
      originalUriBaseIds: {
        [sourceRoot]: { description: { text: "The top of the checkout, or the directory of the run." } },
      },
      artifacts: [...this.#artifacts.values()].map(({ location }) => ({
        location,
        roles: ["analysisTarget"],
      })),
      columnKind: "utf16CodeUnits",
    };
  }

  /** Without those that a reader could not apply: their text would hold a password, or bytes that are no text. */
  #fixes({ problem, shown }: Reported): object[] {
    return shown.fixes.flatMap(({ title, safe, edits }, index) => {
      const texts = problem.fixes[index]?.edits.map(({ text }) => text) ?? [];
      if (edits.some(({ text }, place) => text !== texts[place] || /\p{Cs}/u.test(text))) return [];
      const files = new Map<string, object[]>();
      for (const { file, start, end, text } of edits) {
        const replacements = files.get(file) ?? [];
        files.set(file, replacements);
        replacements.push({ deletedRegion: region({ start, end }), insertedContent: { text } });
      }
      const artifactChanges = [...files].map(([file, replacements]) => ({
        artifactLocation: this.#artifact(file),
        replacements,
      }));
      return [{ description: { text: printable(title) }, artifactChanges, properties: { safe } }];
    });
  }

  #descriptor(id: string): object {
    const rule = ruleNamed(id);
    const { description, text, markdown } = ruleHelp(id, this.#options.page(id) ?? "");
    const helpUri = pageUrl(id);
    const effect = rule?.effect ?? "not-checked";
    return {
      id,
      shortDescription: { text: rule?.summary ?? id },
      fullDescription: { text: description === "" ? (rule?.summary ?? id) : description },
      help: { text: `${text}\n\n${helpUri}`.trim(), markdown: `${markdown}\n\n[${id}](${helpUri})`.trim() },
      helpUri,
      defaultConfiguration: { level: levels[severityOf[effect]] },
      properties: { tags: [groupOf(id), effect] },
    };
  }

  #notification({ path, reason }: Failure): object {
    const location = artifactLocation(this.#options.projectPath(path), this.#options.absolutePath);
    return {
      level: "error",
      message: { text: printable(`${path}: ${reason}`) },
      locations: [{ physicalLocation: { artifactLocation: location } }],
    };
  }

  #physical({ file, start, end }: Place): object {
    return { artifactLocation: this.#artifact(file), region: region({ start, end }) };
  }

  #artifact(file: string): object {
    let known = this.#artifacts.get(file);
    if (known === undefined) {
      const location = artifactLocation(this.#options.projectPath(file), this.#options.absolutePath);
      known = { index: this.#artifacts.size, location };
      this.#artifacts.set(file, known);
    }
    return { ...known.location, index: known.index };
  }

  #ruleIndex(rule: string): number {
    const known = this.#rules.get(rule);
    if (known !== undefined) return known;
    this.#rules.set(rule, this.#rules.size);
    return this.#rules.size - 1;
  }
}

function region({ start, end }: Pick<Place, "start" | "end">): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
