// `--format FORMAT` and `--output FORMAT[:FILE]`: which reports a run of lint writes, and where.

import { closest } from "../core/api.ts";
import { fileKey } from "../node/report-file.ts";
import { UsageError } from "./usage-error.ts";

/** The formats, each with a line for the help. */
export const formats = {
  text: "the lines with what is wrong, for people",
  concise: "one line per problem: path:line:column: severity: message [rule]",
  json: "all that is known, by server/schemas/lint-report.schema.json",
  sarif: "SARIF 2.1.0, for code scanning services and editors",
  github: "workflow commands: annotations in GitHub Actions",
  gitlab: "the code quality report of GitLab",
  junit: "JUnit XML: a suite per file, a failed test per problem",
  checkstyle: "Checkstyle XML",
} as const;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as Format[];

/** A report and the file it goes to; undefined: standard output. */
export interface Output {
  readonly format: Format;
  readonly file: string | undefined;
}

/** The flags as they were given. */
export interface OutputFlags {
  readonly format?: Format;
  readonly output: readonly string[];
  /** A file that no report may go to. */
  readonly baseline?: string;
}

/**
 * What to write. Files take nothing away from standard output, which gets text where nobody says otherwise; in GitHub
 * Actions annotations follow that text.
 */
export function chooseOutputs(
  { format, output, baseline }: OutputFlags,
  inGithubActions: boolean,
): readonly Output[] {
  const outputs: Output[] = [
    ...(format === undefined ? [] : [{ format, file: undefined }]),
    ...output.map(readOutput),
  ];
  const printed = outputs.filter(({ file }) => file === undefined);
  if (printed.length > 1)
    throw new UsageError(
      `only one report can go to standard output, not ${printed.map((one) => one.format).join(" and ")}; give the others files: --output FORMAT:FILE`,
    );
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const keys = files.map(fileKey);
  const twice = files.find((_, index) => keys.indexOf(keys[index] ?? "") < index);
  if (twice !== undefined) throw new UsageError(`--output: two reports cannot go to one file, ${twice}`);
  const known = baseline === undefined ? -1 : keys.indexOf(fileKey(baseline));
  if (known !== -1) throw new UsageError(`--output: a report cannot go to the baseline, ${files[known]}`);
  if (printed.length > 0) return outputs;
  const byDefault: readonly Format[] = inGithubActions ? ["text", "github"] : ["text"];
  return [...byDefault.map((one) => ({ format: one, file: undefined })), ...outputs];
}

function readOutput(text: string): Output {
  const colon = text.indexOf(":");
  const format = colon === -1 ? text : text.slice(0, colon);
  const file = colon === -1 ? "-" : text.slice(colon + 1);
  if (!isFormat(format)) {
    const meant = closest(format, formatNames);
    const hint =
      meant === undefined ? `expected one of ${formatNames.join(", ")}` : `did you mean "${meant}"?`;
    throw new UsageError(`--output ${text}: there is no format "${format}"; ${hint}`);
  }
  if (file === "") throw new UsageError(`--output ${text}: the name of the file is missing`);
  return { format, file: file === "-" ? undefined : file };
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}
