// Finds all installations below the folders that are open in the editor, and from then on tells their problems,
// whether one of their files is open or not.

import { type CancellationToken, ProgressType, type WorkDoneProgressReport } from "vscode-languageserver";
import { type Files, knownFile, renderedNames, rootFiles, speaksForAsterisk } from "../../core/api.ts";
import {
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  checkWorkspaceRequest,
} from "../../core/protocol.ts";
import type { Feature, Session } from "../feature.ts";
import type { Snapshot } from "../snapshot.ts";

export const checkWorkspaceFeature: Feature = {
  capabilities: () => ({}),
  listen: (session) => {
    session.connection.onRequest(
      checkWorkspaceRequest,
      async (params: CheckWorkspaceParams, token: CancellationToken): Promise<CheckWorkspaceResult> => {
        try {
          return await checkWorkspace(session, params, token);
        } catch (error) {
          session.guard.report("check workspace", error);
          return nothing;
        }
      },
    );
  },
};

const nothing: CheckWorkspaceResult = { installations: 0, files: 0, errors: 0, warnings: 0 };

async function checkWorkspace(
  session: Session,
  { workDoneToken }: CheckWorkspaceParams,
  token: CancellationToken,
): Promise<CheckWorkspaceResult> {
  const { workspace } = session;
  const found: string[] = [];
  for (const folder of workspace.folders) {
    const files = await listed(session, folder, token);
    if (files !== undefined) found.push(...(await installationsBelow(session, folder, files, token)));
  }
  let result = nothing;
  const checked: string[] = [];
  for (const [index, folder] of found.entries()) {
    if (token.isCancellationRequested) break;
    report(session, workDoneToken, index, found);
    await pause(session, 0);
    result = plus(result, workspace.snapshot(folder));
    checked.push(folder);
  }
  if (!token.isCancellationRequested) {
    workspace.checked = checked;
    session.publish();
  }
  return result;
}

/** Milliseconds between two looks at files that the client has to send first, and how often to look. */
const wait = 50;
const maximumWaits = 400;

/** The files of a folder, once they have come; undefined where they do not come. */
async function listed(
  session: Session,
  folder: string,
  token: CancellationToken,
): Promise<Files | undefined> {
  for (let waits = 0; waits < maximumWaits && !token.isCancellationRequested; waits++) {
    const files = session.host.files(folder);
    if (files.list("") !== undefined) return files;
    await pause(session, wait);
  }
  return undefined;
}

/** Folders deeper than this, and more than this, are no workspace of Asterisk's. */
const maximumDepth = 12;
const maximumFolders = 50_000;
/** Folders that are looked at before other messages are read. */
const foldersAtOnce = 200;

/** Names that are never folders, and folders that hold nothing of ours. */
const passedOver = /^\.|^node_modules$|\.(?:conf|wav|gsm|g722|s?l?n\d*|ulaw|alaw|js|ts|json|md|txt|png)$/;

/** Places of the installations below a folder, outer ones first. */
async function installationsBelow(
  session: Session,
  top: string,
  files: Files,
  token: CancellationToken,
): Promise<string[]> {
  const found: string[] = [];
  let seen = 0;
  let waiting = [""];
  for (let depth = 0; depth <= maximumDepth && waiting.length > 0; depth++) {
    const inner: string[] = [];
    for (const folder of waiting) {
      if (seen % foldersAtOnce === foldersAtOnce - 1) await pause(session, 0);
      if (token.isCancellationRequested) return found;
      const names = seen++ < maximumFolders ? (files.list(folder) ?? []) : [];
      const pathOf = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
      const roots = renderedNames(names).filter((name) => knownFile(name) !== undefined);
      if (folder === "" ? roots.length > 0 : roots.some(speaksForAsterisk))
        found.push(folder === "" ? top : `${top}/${folder}`);
      inner.push(...names.filter((name) => !passedOver.test(name)).map(pathOf));
    }
    waiting = inner;
  }
  return found;
}

function plus(sum: CheckWorkspaceResult, snapshot: Snapshot): CheckWorkspaceResult {
  const count = (wanted: string): number =>
    snapshot.problems.filter(({ severity }) => severity === wanted).length;
  const read = rootFiles(snapshot.files).flatMap((root) =>
    snapshot.installation.load(root).files.map(({ path }) => path),
  );
  return {
    installations: sum.installations + 1,
    files: sum.files + new Set(read).size,
    errors: sum.errors + count("error"),
    warnings: sum.warnings + count("warning"),
  };
}

function report(
  { connection }: Session,
  token: string | number | undefined,
  done: number,
  found: readonly string[],
): void {
  if (token === undefined) return;
  const value: WorkDoneProgressReport = {
    kind: "report",
    message: `${done + 1} of ${found.length}: ${found[done]?.replace(/^.*\//, "") ?? ""}`,
    percentage: Math.round((100 * done) / found.length),
  };
  void connection.sendProgress(new ProgressType<WorkDoneProgressReport>(), token, value);
}

/** Lets other messages be read meanwhile, among them that this one is not wanted any more. */
function pause({ host }: Session, milliseconds: number): Promise<void> {
  return new Promise((done) => host.after(milliseconds, done));
}
