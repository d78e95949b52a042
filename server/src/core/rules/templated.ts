// What may be said of files that a template engine has yet to render: only what holds however it renders them. Each
// problem is looked for again in the other ways to render them, and what unknown values may decide is left out.

import type { ConfigSection } from "../config/section.ts";
import { merged } from "../syntax/template/lay-out.ts";
import { isHidden } from "../syntax/template/marks.ts";
import { meets, type Template } from "../syntax/template/template.ts";
import type { Span } from "../text/span.ts";
import { forgetBefore, type Installation, variantOf } from "../workspace/installation.ts";
import type { Variant } from "../workspace/template-files.ts";
import { groupOf } from "./levels.ts";
import type { Problem } from "./problem.ts";

/** Finds the problems of an installation whose templates were rendered in one way. */
export type Check = (installation: Installation) => readonly Problem[];

/** Leaves the problems that no way to render the templates would mend. */
export function thatRenderingKeeps(
  problems: readonly Problem[],
  installation: Installation,
  roots: readonly string[],
  check: Check,
): readonly Problem[] {
  const templates = installation.templates();
  if (templates.size === 0) return problems;
  const judge = new Judge(installation, templates, roots);
  let left = problems
    .filter((problem) => judge.mayBeSaid(problem))
    .filter(({ rule, file }) => rule !== unsaid || judge.withheld.has(file));
  for (const variant of variantsOf([...templates.values()])) {
    if (left.every(isOurs)) break;
    const other = variantOf(installation, variant);
    const found = new Set(check(other).map(keyOf));
    forgetBefore(other);
    // A variant without values lacks whole lines, whose applications stand there whatever the values are.
    const stays = (problem: Problem): boolean => variant.withoutValues && judge.isOfNamedApplication(problem);
    left = left.filter((problem) => isOurs(problem) || found.has(keyOf(problem)) || stays(problem));
  }
  return left;
}

function keyOf({ rule, file, span }: Problem): string {
  return `${rule} ${span.start} ${span.end} ${file}`;
}

/** What is said of the template itself. */
function isOurs({ rule }: Problem): boolean {
  return groupOf(rule) === "placeholder";
}

/** Rules that look at nothing but a line, and at what kind of section it stands in. */
const aboutLines: ReadonlySet<string> = new Set([
  ...["application", "expression", "function", "leftover", "config", "dialplan", "variable", "tls", "pjsip"],
  ...["codec", "wizard", "jump", "device", "elsewhere", "reference"],
]);

/** Rules of those groups that weigh values of other lines, or miss something that an unknown line may bring. */
const aboutMore: ReadonlySet<string> = new Set([
  ...["codec/no-common-codec", "codec/not-in-sdp", "codec/nothing-allowed", "dialplan/empty-global"],
  ...["dialplan/continued-numbering", "dialplan/lost-offset", "dialplan/similar-context-names"],
  ...["config/header-leftover", "variable/misspelled", "variable/read-only", "config/not-included"],
  ...["pjsip/address-in-use", "pjsip/conflicting-options", "pjsip/ignored-option", "pjsip/mapped-address"],
  ...["pjsip/missing-option", "pjsip/missing-password", "pjsip/more-than-one", "pjsip/mwi-without-aor"],
  ...["pjsip/nothing-to-match", "pjsip/option-without-partner", "pjsip/publish-without-body"],
  ...["pjsip/rtp-ports", "pjsip/section-without-type", "pjsip/session-timers", "pjsip/timer-too-low"],
  ...["pjsip/async-operations", "pjsip/unreachable-server", "pjsip/missing-file", "pjsip/overridden-type"],
  ...["reference/unused-object", "reference/unused-template", "reference/aor-without-contact"],
  ...["reference/missing-aors", "reference/aor-name", "device/endpoint-without-aor"],
  ...["tls/no-certificate", "tls/no-key", "tls/ignored-option", "wizard/missing-option"],
  ...["wizard/nothing-allowed", "wizard/not-a-wizard", "application/module-not-loaded"],
  ...["function/module-not-loaded", "codec/module-not-loaded", "pjsip/module-not-loaded"],
]);

/** Rules that look at nothing but the name of an application. */
const aboutNames: ReadonlySet<string> = new Set([
  ...["application/unknown-application", "application/removed-application"],
  ...["application/application-not-in-version", "application/deprecated-application"],
  ...["leftover/macro", "leftover/sip-application"],
]);

class Judge {
  readonly #templates: ReadonlyMap<string, Template>;
  readonly #texts = new Map<string, string>();
  /** The templates with problems in blocks that are not told. */
  readonly withheld = new Set<string>();
  readonly #blocks = new Map<Template, readonly Span[]>();
  /** The files of loads in which there is a template. */
  readonly #templated: ReadonlySet<string>;
  /** Sections that may have other lines than we see. */
  readonly #unsure = new Map<string, Span[]>();
  /** Whether there is one in the files that have to do with each other. */
  readonly #related: boolean;

  constructor(
    installation: Installation,
    templates: ReadonlyMap<string, Template>,
    roots: readonly string[],
  ) {
    this.#templates = templates;
    for (const template of templates.values()) this.#texts.set(template.source.path, template.text);
    const isTemplated = (root: string): boolean =>
      installation.load(root).files.some(({ template }) => template !== undefined);
    this.#related = related.some(isTemplated);
    for (const root of roots) {
      for (const section of installation.load(root).sections) if (section.incomplete) this.#doubt(section);
    }
    for (const [path, spans] of this.#unsure) this.#unsure.set(path, merged(spans));
    this.#templated = new Set(
      roots.filter(isTemplated).flatMap((root) => installation.load(root).files.map(({ path }) => path)),
    );
  }

  /** Remembers where a section stands, with its lines that are not inherited. */
  #doubt({ header, file, options, appended }: ConfigSection): void {
    for (const own of [{ file, line: header }, ...appended]) {
      const { start } = own.line;
      let { end } = own.line;
      for (const { file, line } of options)
        if (file === own.file && line.start > start) end = Math.max(end, line.end);
      const { path } = own.file;
      const known = this.#unsure.get(path);
      if (known === undefined) this.#unsure.set(path, [{ start, end }]);
      else known.push({ start, end });
    }
  }

  /** Whether a problem can be true of what is rendered, as far as its own place tells. */
  mayBeSaid(problem: Problem): boolean {
    const { rule, file, span } = problem;
    const template = this.#templates.get(file);
    if (isOurs(problem)) return template?.named !== true || rule === brokenTemplate || rule === unsaid;
    if (!aboutLines.has(groupOf(rule)) || aboutMore.has(rule))
      return !this.#related && !this.#templated.has(file);
    const isNamed = this.isOfNamedApplication(problem);
    if (!this.#isSure(file, span, isNamed)) {
      // What has to do with another line is mostly two branches that are read at once.
      const isAlone = problem.severity !== "hint" && problem.related.length === 0;
      if (template !== undefined && isAlone && this.#isInBlock(template, span, isNamed))
        this.withheld.add(file);
      return false;
    }
    return problem.related.every((other) => this.#isSure(other.file, other.span, false));
  }

  /** Whether a place has no unknown value in its line, and may be left out with others. */
  #isInBlock(template: Template, span: Span, literal: boolean): boolean {
    let spans = this.#blocks.get(template);
    if (spans === undefined) {
      spans = merged(template.blocks);
      this.#blocks.set(template, spans);
    }
    if (!meets(span, spans)) return false;
    return literal || !isHidden(linesAt(template.text, span.start, span.end));
  }

  /** Whether what stands in a place stands there in any case. `literal`: no value in its line changes it. */
  #isSure(file: string, span: Span, literal: boolean): boolean {
    const template = this.#templates.get(file);
    if (template === undefined) return true;
    if (template.broken !== undefined || meets(span, template.conditional)) return false;
    if (meets(span, this.#unsure.get(file) ?? [])) return false;
    return literal || !isHidden(linesAt(template.text, span.start, span.end));
  }

  /** Whether a problem is the name of an application, which unknown values elsewhere in the line leave as it is. */
  isOfNamedApplication({ rule, file, span }: Problem): boolean {
    const template = this.#templates.get(file);
    return template !== undefined && aboutNames.has(rule) && isNamedApplication(template.text, span);
  }
}

/** The id of the rule that tells of tags without an end. */
const brokenTemplate = "placeholder/broken-template";
/** The id of the rule that tells of what is not told. */
const unsaid = "placeholder/depends-on-rendering";

/** Files that calls and registrations go through together. */
const related = [
  "pjsip.conf",
  "pjsip_wizard.conf",
  "extensions.conf",
  "sip.conf",
  "iax.conf",
  "modules.conf",
];

/** What stands before the application of a step: an extension, which may be unknown, and a priority that is known. */
const beforeApplication = /^[ \t]*(?:exten[ \t]*=>?[^,;[\]\\]*,|same[ \t]*=>?)[^,;\uE100-\uE17F]*,[ \t]*$/i;

/** Whether a place is that of a step's application: what is unknown stands in its extension or its arguments. */
function isNamedApplication(text: string, { start, end }: Span): boolean {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  return (
    beforeApplication.test(text.slice(from, start)) &&
    !isHidden(text.slice(start, end)) &&
    /^[ \t]*\(/.test(text.slice(end, end + 10))
  );
}

/** The lines that a place lies in. */
function linesAt(text: string, start: number, end: number): string {
  const from = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", Math.max(start, end));
  return text.slice(from, to === -1 ? text.length : to);
}

/** More blocks than this are not tried one by one. */
const maximumBlocks = 8;
const maximumBranches = 6;
/** Longer templates are tried with all blocks and with none, which nearly always tells. */
const maximumLength = 400_000;

/** Ways to render: no block at all, one branch of each, one block alone, all but one; each without unknown values. */
function* variantsOf(templates: readonly Template[]): Generator<Variant> {
  const every = (): "every" => "every";
  yield { key: "every, no values", choice: () => every, withoutValues: true };
  const sizes = templates.flatMap(({ blocks }) => blocks.map(({ branches }) => branches.length));
  if (sizes.length === 0) return;
  const length = templates.reduce((sum, { text }) => sum + text.length, 0);
  for (const withoutValues of [false, true])
    yield { key: `none ${withoutValues}`, choice: () => () => -1, withoutValues };
  if (length > maximumLength) return;
  const most = Math.min(
    maximumBranches,
    sizes.reduce((most, size) => Math.max(most, size), 0),
  );
  for (let branch = 0; most > 1 && branch < most; branch++)
    yield { key: `branch ${branch}`, choice: () => () => branch, withoutValues: false };
  if (sizes.length < 2 || sizes.length > maximumBlocks) return;
  const first = new Map<Template, number>();
  let count = 0;
  for (const template of templates) {
    first.set(template, count);
    count += template.blocks.length;
  }
  for (let index = 0; index < count; index++) {
    const is = (template: Template, block: number): boolean => (first.get(template) ?? 0) + block === index;
    yield {
      key: `only ${index} of ${count}`,
      choice: (template) => (block) => (is(template, block) ? "every" : -1),
      withoutValues: false,
    };
    yield {
      key: `all but ${index} of ${count}`,
      choice: (template) => (block) => (is(template, block) ? -1 : "every"),
      withoutValues: false,
    };
  }
}
