// Requests of our own about an installation: which extension a call runs, what a line of the log means, how a file is
// taken, which contexts there are.

import {
  answerCall,
  callText,
  contextsElsewhere,
  defaultSettings,
  effectiveError,
  formatVersion,
  knownFile,
  maskSentence,
  momentForms,
  type Problem,
  parseMoment,
  plainStyle,
} from "../../core/api.ts";
import { causesOf, explainLine } from "../../core/editor-api.ts";
import {
  type ContextsAnswer,
  type ContextsParams,
  contextsRequest,
  type ExplainAnswer,
  type ExplainParams,
  explainRequest,
  type MatchAnswer,
  type MatchParams,
  matchRequest,
  type StatusAnswer,
  type StatusParams,
  statusRequest,
} from "../../core/protocol.ts";
import type { Feature, Session } from "../feature.ts";
import { Inspected } from "../inspect.ts";
import { nameOf, pathFrom, placeOf, uriOf } from "../places.ts";
import type { Snapshot } from "../snapshot.ts";

export const questionsFeature: Feature = {
  capabilities: () => ({}),
  listen: (session) => {
    const { connection, guard } = session;
    connection.onRequest(
      matchRequest,
      guard.around("match", null, (params: MatchParams) => match(session, params)),
    );
    connection.onRequest(
      statusRequest,
      guard.around("status", null, (params: StatusParams) => status(session, params)),
    );
    connection.onRequest(
      contextsRequest,
      guard.around("contexts", { contexts: [] }, (params: ContextsParams) => contexts(session, params)),
    );
    connection.onRequest(explainRequest, async (params: ExplainParams) => {
      const pages = await session.host.pages();
      return guard.around("explain", nothingKnown, () => explain(session, params, pages))();
    });
  },
};

/** The installation that a file belongs to, or that a folder holds. */
function snapshotOf({ workspace, documents }: Session, uri: string): Snapshot {
  const place = placeOf(uri).replace(/\/+$/, "");
  const isFile = documents.at(place) !== undefined || /\.[a-z][\w-]*$/i.test(nameOf(place));
  return workspace.installationOf(
    isFile && !workspace.folders.includes(place) ? place : `${place}/extensions.conf`,
  );
}

function match(session: Session, { uri, context, number, callerId, time }: MatchParams): MatchAnswer {
  const { installation } = snapshotOf(session, uri);
  const moment = time === undefined || time.trim() === "" ? undefined : parseMoment(time.trim());
  if (time !== undefined && time.trim() !== "" && moment === undefined)
    return { text: `"${time}" is no time: expected ${momentForms}\n`, found: false };
  const error = effectiveError(installation.load("extensions.conf"), installation);
  if (error !== undefined) return { text: `${error}\n`, found: false };
  const dialplan = installation.dialplan();
  const call = { context, extension: number, callerId, moment };
  const answer = answerCall(dialplan, call, contextsElsewhere(installation));
  return { text: callText(answer, dialplan, plainStyle), found: answer.runs !== undefined };
}

function contexts(session: Session, { uri }: ContextsParams): ContextsAnswer {
  return { contexts: [...snapshotOf(session, uri).installation.dialplan().contexts.keys()] };
}

function status(session: Session, { uri }: StatusParams): StatusAnswer | null {
  const place = placeOf(uri);
  if (session.documents.at(place) === undefined) return null;
  const snapshot = session.workspace.installationOf(place);
  const path = pathFrom(snapshot.folder, place);
  const { roots } = snapshot.subject(path);
  return {
    version: formatVersion(snapshot.installation.settings.version),
    ...(snapshot.versionFrom === undefined ? {} : { versionUri: uriOf(snapshot.versionFrom) }),
    folder: nameOf(snapshot.folder),
    folderUri: uriOf(snapshot.folder),
    roots: snapshot.isFragment ? [] : roots,
    role: snapshot.isFragment
      ? "alone"
      : roots.includes(path) && knownFile(path) !== undefined
        ? "root"
        : "included",
    path,
  };
}

const nothingKnown: ExplainAnswer = { rules: [], markdown: "No rule knows this message.", places: [] };

interface Cause {
  readonly problem: Problem;
  readonly snapshot: Snapshot;
}

function explain(
  session: Session,
  { line, uri }: ExplainParams,
  pages: ReadonlyMap<string, string>,
): ExplainAnswer {
  const snapshots = uri === undefined ? session.workspace.installations : [snapshotOf(session, uri)];
  const directories = new Set([
    defaultSettings.directory,
    ...snapshots.map(({ installation }) => installation.environment.directory),
  ]);
  const all = snapshots.flatMap((snapshot): Cause[] =>
    snapshot.problems.map((problem) => ({ problem, snapshot })),
  );
  const found = causesOf(line, all, directories).map(({ problem, snapshot }) => {
    const inspected = new Inspected(session, snapshot, snapshot.subject(problem.file));
    const { start } = inspected.range(problem.span, problem.file);
    return { problem, inspected, start, place: `${problem.file}:${start.line + 1}:${start.character + 1}` };
  });
  const settings = snapshots[0]?.installation.settings ?? defaultSettings;
  const { rules, markdown } = explainLine(line, found, pages, settings);
  return {
    rules,
    markdown,
    places: found.map(({ problem, inspected, start }) => ({
      uri: inspected.uri(problem.file),
      position: start,
      message: maskSentence(problem.message),
    })),
  };
}
