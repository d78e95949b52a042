// Applications, functions and variables.

import type { ArgumentSpec, DialplanEntry, FunctionSpec } from "../../catalog/dialplan-spec.ts";
import { variable, variableNames } from "../../catalog/variables.ts";
import { endsInLocation } from "../../dialplan/step/call.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Span } from "../../text/span.ts";
import type { Cursor } from "../cursor/model.ts";
import { commonApplications, commonFunctions, commonVariables, rankIn } from "./common.ts";
import { dialplanNames } from "./dialplan-names.ts";
import { escapeSnippet, type Proposal, type Proposals } from "./item.ts";
import { type Place, proposalsFor } from "./place.ts";

interface Target {
  add(proposal: Proposal): void;
}

export function applicationProposals(
  place: Place,
  { token, hasArguments }: Extract<Cursor, { kind: "application" }>,
): Proposals {
  const proposals = proposalsFor(place, token.span);
  const { dialplanCatalog, settings } = place.subject.installation;
  for (const name of dialplanCatalog.applications.names()) {
    const spec = dialplanCatalog.applications.application(name);
    if (spec === undefined || isGone(spec, settings.version.major)) continue;
    const deprecated = isDeprecated(spec, settings.version.major);
    proposals.add({
      label: name,
      kind: "application",
      detail: spec.summary,
      rank: deprecated ? 900 : rankIn(commonApplications, asciiLower(name), 100),
      text: hasArguments ? name : `${name}()`,
      ...(hasArguments ? {} : { snippet: callSnippet(spec) }),
      filter: name,
      deprecated,
      topic: { of: "application", name },
      goesOn: !hasArguments && !mostlyEmpty.has(asciiLower(name)) && spec.arguments.length > 0,
    });
  }
  for (const name of settings.knownApplications ?? [])
    proposals.add({ label: name, kind: "application", detail: "named in the settings", rank: 120 });
  return proposals;
}

function isGone({ removedIn }: DialplanEntry, major: number): boolean {
  return removedIn !== undefined && removedIn <= major;
}

function isDeprecated({ deprecatedIn }: DialplanEntry, major: number): boolean {
  return deprecatedIn !== undefined && deprecatedIn <= major;
}

/** Applications whose arguments are seldom given. */
const mostlyEmpty: ReadonlySet<string> = new Set([
  ...[
    "answer",
    "hangup",
    "return",
    "busy",
    "congestion",
    "ringing",
    "progress",
    "macroexit",
    "stopmixmonitor",
  ],
  ...["stopmusiconhold", "resetcdr", "proceeding", "voicemailmain"],
]);

/** The name with its arguments as places to fill in: those that must be there, or else the first. */
function callSnippet(spec: DialplanEntry): string {
  const { name, arguments: all, separator = "," } = spec;
  if (all.length === 0 || mostlyEmpty.has(asciiLower(name))) return `${escapeSnippet(name)}()`;
  const last = all.findLastIndex(({ required }) => required);
  const shown = all.slice(0, Math.max(1, last + 1));
  if (endsInLocation(all)) return `${name}(\${1:context},\${2:extension},\${3:1})`;
  return `${escapeSnippet(name)}(${shown.map(placeholder).join(escapeSnippet(separator))})`;
}

function placeholder(spec: ArgumentSpec, index: number): string {
  const number = index + 1;
  if (!spec.required) return `$${number}`;
  const name = escapeSnippet(spec.name.replace(/s$/, "") === "set1" ? "name=value" : spec.name);
  if (spec.kind === "expression") return `\\$[\${${number}:${name}}]`;
  return `\${${number}:${name}}`;
}

/** Within "${": variables and functions. `closed`: the brace is there. */
export function substitutionProposals(place: Place, cursor: SubstitutionCursor): Proposals {
  const proposals = proposalsFor(place, cursor.token.span);
  const isFunction = cursor.kind === "function-name";
  const closing = isFunction || cursor.closed ? "" : "}";
  if (!isFunction) variables(place, proposals, cursor.token.text, (name) => `${name}${closing}`);
  functions(place, proposals, "read", closing, isFunction);
  return proposals;
}

export type SubstitutionCursor = Extract<Cursor, { kind: "variable" | "function-name" }>;

/** Where a "$" is written and no brace yet, or nothing at all: "${EXTEN}", "$[...]". */
export function dollarProposals(place: Place, span: Span): Proposals {
  const proposals = proposalsFor(place, span);
  const wrapped: Target = {
    add: ({ label, text = label, snippet, ...rest }) =>
      proposals.add({
        ...rest,
        label: `\${${label}}`,
        text: `\${${text}}`,
        ...(snippet === undefined ? {} : { snippet: `\\\${${snippet}\\}` }),
        filter: `\${${label}}`,
      }),
  };
  variables(place, wrapped, "", (name) => name);
  functions(place, wrapped, "read", "", false);
  proposals.add({
    label: "$[...]",
    kind: "snippet",
    detail: "an expression",
    text: "$[]",
    snippet: "\\$[$1]",
    filter: "$[",
    rank: 0,
  });
  return proposals;
}

/** Variables that a step can set with effect: those of the dialplan, then those that Asterisk reads. */
export function settableVariables(
  place: Place,
  target: Target,
  typed: string,
  written: (name: string) => string,
): void {
  variables(
    place,
    {
      add: (proposal) => {
        const spec = variable(proposal.label);
        if (spec?.kind === "builtin") return;
        const isResult = spec?.kind === "set" || spec?.family === "ARG";
        const rank = spec === undefined ? proposal.rank : isResult ? 400 : 250;
        target.add({ ...proposal, ...(rank === undefined ? {} : { rank }) });
      },
    },
    typed,
    written,
  );
}

/** Variables of the dialplan, those of the catalogue, and the arguments of a subroutine. */
export function variables(
  place: Place,
  target: Target,
  typed: string,
  written: (name: string) => string,
): void {
  const { installation } = place.subject;
  const { major } = installation.settings.version;
  for (const [name, detail] of dialplanNames(installation).variables) {
    if (name === typed && !detail.startsWith("set")) continue;
    const known = variable(name);
    target.add({
      label: name,
      kind: "variable",
      detail: known === undefined ? detail : known.summary,
      rank: known === undefined ? (detail.startsWith("read") ? 30 : 10) : rankIn(commonVariables, name, 40),
      text: written(name),
      filter: name,
      topic: { of: known === undefined ? "dialplan-variable" : "variable", name },
    });
  }
  for (const name of variableNames()) {
    const spec = variable(name);
    if (spec === undefined || (spec.removedIn !== undefined && spec.removedIn <= major)) continue;
    const readOnly = spec.kind === "read" ? 160 : 120;
    target.add({
      label: name,
      kind: "variable",
      detail: spec.summary,
      rank: rankIn(commonVariables, name, spec.kind === "builtin" ? 80 : readOnly, 2),
      text: written(name),
      filter: name,
      topic: { of: "variable", name },
    });
  }
  for (const name of ["ARG1", "ARG2", "ARG3"])
    target.add({
      label: name,
      kind: "variable",
      detail: "argument of a subroutine",
      rank: rankIn(commonVariables, name, 60),
      text: written(name),
      filter: name,
      topic: { of: "variable", name },
    });
}

/** Functions that can be read or written. */
export function functions(
  place: Place,
  target: Target,
  access: "read" | "write",
  closing: string,
  hasArguments: boolean,
): void {
  const { dialplanCatalog, settings, elsewhere } = place.subject.installation;
  for (const name of dialplanCatalog.functions.names()) {
    const spec = dialplanCatalog.functions.function(name);
    if (spec === undefined || !spec[access] || isGone(spec, settings.version.major)) continue;
    const deprecated = isDeprecated(spec, settings.version.major);
    target.add({
      label: name,
      kind: "function",
      detail: spec.summary,
      rank: deprecated ? 900 : rankIn(commonFunctions, name, 200, 20),
      text: hasArguments ? name : `${name}()${closing}`,
      ...(hasArguments ? {} : { snippet: `${functionSnippet(spec, access)}${escapeSnippet(closing)}` }),
      filter: name,
      deprecated,
      topic: { of: "function", name },
      goesOn: !hasArguments,
    });
  }
  for (const name of [...(elsewhere().odbcFunctions()?.names() ?? []), ...(settings.knownFunctions ?? [])])
    target.add({
      label: name,
      kind: "function",
      detail: "func_odbc.conf",
      rank: 90,
      text: hasArguments ? name : `${name}()${closing}`,
    });
}

function functionSnippet(spec: FunctionSpec, access: "read" | "write"): string {
  const given = access === "write" ? (spec.writeArguments ?? spec.arguments) : spec.arguments;
  return callSnippet({ ...spec, arguments: given });
}

/** In an expression behind "${NAME}" and a comparison: the values that are known of the variable. */
export function comparedValues(place: Place): Proposals | undefined {
  const { subject, offset } = place;
  const before = subject.text.slice(Math.max(0, offset - 200), offset);
  const found = /\$\{(\w+)\}"?\s*(?:!=|==?)\s*"?(\w*)$/.exec(before);
  const values = variable(found?.[1] ?? "")?.values;
  if (values === undefined) return undefined;
  const proposals = proposalsFor(place, { start: offset - (found?.[2]?.length ?? 0), end: offset });
  values.forEach((label, index) => {
    proposals.add({ label, kind: "value", detail: `value of \${${found?.[1]}}`, rank: index });
  });
  return proposals;
}
