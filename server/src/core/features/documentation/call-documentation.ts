// Applications and functions of the dialplan as Markdown: signature, what they do, arguments, option letters.

import type {
  ApplicationSpec,
  ArgumentSpec,
  FormerApplication,
  FunctionSpec,
  OptionLetter,
} from "../../catalog/dialplan-spec.ts";
import type { AsteriskVersion } from "../../catalog/version.ts";
import { code, fenced, paragraphs } from "../markdown.ts";
import { kindPhrase } from "./argument-words.ts";
import { listed, sinceWords } from "./since-words.ts";

/** An application; `spec` may be one that only other versions have. */
export function applicationDocumentation(spec: ApplicationSpec, version: AsteriskVersion): string {
  return paragraphs([
    fenced(spec.syntax, "asterisk-dialplan"),
    standingOf(spec, version),
    spec.summary,
    spec.note,
    argumentList(spec.arguments),
    optionList(spec.options, version),
    variableList(spec.variables),
    facts(spec),
  ]);
}

/** An application that was gone before the oldest version that we know. */
export function formerApplicationDocumentation(former: FormerApplication): string {
  const instead = former.replacement === undefined ? "" : ` Use ${code(former.replacement)}.`;
  return paragraphs([
    `**${former.name}** · former application`,
    `Asterisk ${former.lastSeenIn} was the last to have it.${instead}`,
  ]);
}

export function functionDocumentation(spec: FunctionSpec, version: AsteriskVersion): string {
  const access = spec.read && spec.write ? "read and written" : spec.write ? "written" : "read";
  return paragraphs([
    fenced(spec.syntax, "asterisk-dialplan"),
    standingOf(spec, version),
    spec.summary,
    `Can be ${access}.`,
    spec.note,
    ...(spec.notes ?? []),
    argumentList(spec.arguments),
    optionList(spec.options, version),
    spec.writeValues === undefined ? undefined : `Takes: ${spec.writeValues.map(code).join(", ")}`,
    dangerWords(spec),
    variableList(spec.variables),
    facts(spec),
  ]);
}

function dangerWords({ dangerous, read, write }: FunctionSpec): string | undefined {
  if (dangerous === undefined || !(dangerous.read || dangerous.write)) return undefined;
  const what = dangerous.read && dangerous.write ? "it" : dangerous.read ? "reading" : "writing";
  const all = dangerous.read === read && dangerous.write === write;
  return `Outside the dialplan ${all ? "it" : what} works only with \`live_dangerously=yes\` in asterisk.conf.`;
}

/** One argument, for signature help: "required, a context of the dialplan". */
export function argumentDocumentation(argument: ArgumentSpec): string {
  return `${argument.required ? "" : "optional, "}${argumentPhrase(argument)}`;
}

/** One option letter: "`g` Goes on in the dialplan when the callee hangs up." */
export function letterDocumentation(option: OptionLetter): string {
  return `${code(letterForm(option))}${option.summary === undefined ? "" : ` ${option.summary}`}`;
}

/** What is to be said of its place in the releases; undefined where it is simply there. */
function standingOf(spec: ApplicationSpec | FunctionSpec, version: AsteriskVersion): string | undefined {
  const { removedIn, deprecatedIn, replacement, presentIn } = spec;
  const instead = replacement === undefined ? "" : ` Use ${code(replacement)}.`;
  if (removedIn !== undefined && removedIn <= version.major)
    return `**Gone since Asterisk ${removedIn}.**${instead}`;
  if (deprecatedIn !== undefined && deprecatedIn <= version.major) {
    const end = removedIn === undefined ? "" : `, gone in ${removedIn}`;
    return `**Deprecated since Asterisk ${deprecatedIn}${end}.**${instead}`;
  }
  if (presentIn.includes(version.major)) return undefined;
  const first = Math.min(...presentIn.filter((major) => major > version.major));
  return Number.isFinite(first)
    ? `**Not in Asterisk ${version.major}**, it comes with ${first}.`
    : `**Not in Asterisk ${version.major}.**${instead}`;
}

function argumentList(specs: readonly ArgumentSpec[]): string | undefined {
  if (specs.length === 0) return undefined;
  return specs.map((spec) => `- ${code(spec.name)} ${argumentPhrase(spec)}`).join("\n");
}

function argumentPhrase(spec: ArgumentSpec): string {
  const several = spec.separator === undefined ? "" : `, several with ${code(spec.separator)} between`;
  const values = spec.values ?? [];
  const shown = values.slice(0, 12).map(code);
  if (values.length > shown.length) shown.push(`${values.length - shown.length} others`);
  const others = spec.otherValues === true ? ", or another" : "";
  const words = shown.length === 0 ? "" : `: ${shown.join(", ")}${others}`;
  return `${kindPhrase(spec.kind)}${several}${words}${spec.required ? " (required)" : ""}`;
}

/** Letters with a sentence first; those that the version lacks are left out. */
function optionList(options: readonly OptionLetter[], { major }: AsteriskVersion): string | undefined {
  const there = options.filter(({ presentIn }) => presentIn?.includes(major) !== false);
  if (there.length === 0) return undefined;
  const lines = there
    .filter(({ summary }) => summary !== undefined)
    .map((option) => `- ${letterDocumentation(option)}`);
  const others = there.filter(({ summary }) => summary === undefined);
  if (others.length > 0)
    lines.push(
      `- ${lines.length === 0 ? "" : "and "}${others.map((option) => code(letterForm(option))).join(" ")}`,
    );
  return `Options:\n${lines.join("\n")}`;
}

function letterForm({ letter, hasArgument, argumentNames, argumentSeparator }: OptionLetter): string {
  if (!hasArgument) return letter;
  return `${letter}(${(argumentNames ?? ["..."]).join(argumentSeparator ?? ",")})`;
}

function variableList(names: readonly string[] | undefined): string | undefined {
  if (names === undefined || names.length === 0) return undefined;
  return `Variables: ${names.map((name) => code(name)).join(", ")}`;
}

function facts(spec: ApplicationSpec | FunctionSpec): string | undefined {
  const introduced = sinceWords(spec.introduced) ?? (spec.since >= 16 ? `since ${spec.since}` : undefined);
  const modules = [spec.module, ...(spec.otherModules ?? [])].filter((name) => name !== "core");
  const module = modules.length === 0 ? undefined : `module ${listed(modules.map(code), "or")}`;
  const said = [module, introduced].filter((text) => text !== undefined);
  return said.length === 0 ? undefined : said.join(", ");
}
