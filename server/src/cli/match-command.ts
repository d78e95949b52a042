// `asterisk-analyzer match`: which extension of the dialplan runs for a number, and why.

import {
  answerCall,
  callJson,
  callText,
  contextsElsewhere,
  effectiveError,
  momentForms,
  parseMoment,
  printable,
} from "../core/api.ts";
import { installationIn } from "./identify-command.ts";
import { note, outputStyle, print } from "./output.ts";
import type { Projects } from "./projects.ts";
import { UsageError } from "./usage-error.ts";

export interface MatchOptions {
  /** "": a caller without number; absent: any caller. */
  readonly cid?: string;
  readonly time?: string;
  readonly format: "text" | "json";
}

/** Exit code 0: an extension runs; 1: none for certain, or Asterisk rejects the file. */
export function matchCommand(
  context: string,
  number: string,
  directory: string,
  options: MatchOptions,
  projects: Projects,
): number {
  const { cid, time } = options;
  const moment = time === undefined ? undefined : parseMoment(time);
  if (time !== undefined && moment === undefined)
    throw new UsageError(`--time ${printable(time)}: expected ${momentForms}`);
  const installation = installationIn(directory, projects, ["extensions.conf"]);
  const error = effectiveError(installation.load("extensions.conf"), installation);
  if (error !== undefined) {
    note(printable(error));
    return 1;
  }
  const dialplan = installation.dialplan();
  const answer = answerCall(
    dialplan,
    { context, extension: number, callerId: cid, moment },
    contextsElsewhere(installation),
  );
  print(options.format === "json" ? callJson(answer, dialplan) : callText(answer, dialplan, outputStyle()));
  return answer.lookup.found === undefined ? 1 : 0;
}
