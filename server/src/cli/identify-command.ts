// `asterisk-analyzer identify`: which endpoint a request is taken for, and why.

import { realpathSync, statSync } from "node:fs";
import {
  headerLine,
  type Installation,
  identifyJson,
  identifyRequest,
  identifyText,
  openInstallation,
  printable,
  sipRequest,
} from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { reasonOf } from "../node/find-installations.ts";
import { outputStyle, print } from "./output.ts";
import type { Projects } from "./projects.ts";
import { UsageError } from "./usage-error.ts";

export interface IdentifyOptions {
  readonly from?: string;
  readonly header: readonly string[];
  readonly requestUri?: string;
  readonly format: "text" | "json";
}

/** Exit code 0: an endpoint is found; 1: none. */
export function identifyCommand(
  source: string,
  directory: string,
  options: IdentifyOptions,
  projects: Projects,
): number {
  const headers = options.header.map((text) => {
    const line = headerLine(text);
    if (line === undefined) throw new UsageError(`--header ${printable(text)}: expected "Name: value"`);
    return line;
  });
  const request = sipRequest({ source, from: options.from, headers, requestUri: options.requestUri });
  if ("error" in request) throw new UsageError(request.error);
  const answer = identifyRequest(installationIn(directory, projects).identification(), request);
  print(
    options.format === "json" ? identifyJson(request, answer) : identifyText(request, answer, outputStyle()),
  );
  return answer.match === undefined ? 1 : 0;
}

const pjsipFiles = ["pjsip.conf", "pjsip_wizard.conf"];

/** The installation in a directory, which has to hold one of some root files. */
export function installationIn(
  directory: string,
  projects: Projects,
  roots: readonly string[] = pjsipFiles,
): Installation {
  const real = existing(directory);
  const installation = openInstallation(new DiskFiles(real), projects.settingsOf(real));
  if (roots.every((name) => installation.load(name).outcome === "missing"))
    throw new UsageError(`${directory}: there is no ${roots[0]}`);
  return installation;
}

function existing(directory: string): string {
  try {
    const real = realpathSync(directory);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    throw new UsageError(`${directory}: ${reasonOf(error)}`);
  }
  throw new UsageError(`${directory}: not a directory`);
}
