// Quick fixes and what else can be done about a place, as edits of one or several files. What costs something to work
// out is worked out when it is chosen, for clients that ask again then.

import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type Action, actionsAt, matchEdit, mendEdits } from "../../core/editor-api.ts";
import {
  type InsertMatchArguments,
  insertMatchCommand,
  type MatchEditParams,
  type MatchEditResult,
  matchEditRequest,
} from "../../core/protocol.ts";
import type { Feature, Session } from "../feature.ts";
import { type Inspected, inspect } from "../inspect.ts";
import { ShownProblems } from "../shown-problems.ts";
import { workspaceEdit } from "../workspace-edits.ts";

const fixAllKind = `${CodeActionKind.SourceFixAll}.asterisk`;

export const codeActionFeature: Feature = {
  capabilities: (client) => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
      ...(resolves(client) ? { resolveProvider: true } : {}),
    },
  }),
  listen: (session) => {
    const { connection, guard } = session;
    connection.onCodeAction(guard.later("code actions", [], (params) => codeActions(params, session)));
    connection.onCodeActionResolve((action, token) =>
      guard.around("resolve action", action, (_: CancellationToken) => resolved(action, session))(token),
    );
    connection.onRequest(matchEditRequest, (params: MatchEditParams) =>
      guard.around<[], MatchEditResult>("match edit", { refusal: "It did not work." }, () =>
        matchLines(params, session),
      )(),
    );
  },
};

/** Whether a client asks for the edit once the user has chosen. */
function resolves({ textDocument }: ReturnType<Session["client"]>): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes("edit") === true;
}

function codeActions({ textDocument, range, context }: CodeActionParams, session: Session): CodeAction[] {
  const inspected = inspect(session, textDocument.uri);
  if (inspected === undefined) return [];
  const { only } = context;
  const wants = (kind: string): boolean =>
    only?.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`)) ?? true;
  const { subject, snapshot } = inspected;
  const actions = actionsAt({
    subject,
    problems: snapshot.problems,
    span: { start: inspected.offset(range.start), end: inspected.offset(range.end) },
    wants,
    canAsk: session.clientCommands().has(insertMatchCommand),
  });
  const shown = new ShownProblems(snapshot, session.documents, session.client());
  const diagnostics = new Map<Action["problems"][number], Diagnostic>();
  return actions.flatMap((action) => {
    // Nobody wants to wait for what is not asked for.
    if ("mend" in action.what && !resolves(session.client()) && only === undefined) return [];
    const rest = doing(action, textDocument.uri, inspected, session);
    if (rest === undefined) return [];
    for (const problem of action.problems)
      if (!diagnostics.has(problem)) diagnostics.set(problem, shown.diagnostic(problem));
    const about = action.problems.flatMap((problem) => diagnostics.get(problem) ?? []);
    return [
      {
        title: titleOf(action, shown),
        kind: action.kind,
        ...(about.length > 0 ? { diagnostics: about } : {}),
        ...(action.kind === "quickfix" ? { isPreferred: action.preferred } : {}),
        ...rest,
      },
    ];
  });
}

function titleOf({ title, problems, what }: Action, shown: ShownProblems): string {
  const [problem] = problems;
  return "edits" in what && what.fix !== undefined && problem !== undefined
    ? shown.titleOf(problem, what.fix)
    : title;
}

/** What a client needs to do it; undefined where there is nothing to do for an editor. */
function doing(
  { what, title }: Action,
  uri: string,
  inspected: Inspected,
  session: Session,
): Pick<CodeAction, "edit" | "command" | "data"> | undefined {
  const client = session.client();
  if ("askFor" in what) {
    const { start: position } = inspected.range({ start: what.offset, end: what.offset });
    const argument: InsertMatchArguments = { uri, position, name: what.name };
    return { command: { title, command: insertMatchCommand, arguments: [argument] } };
  }
  if ("mend" in what) {
    if (resolves(client)) return { data: { uri, mend: what.mend } };
    const edit = mended(what.mend, inspected, session);
    return edit === undefined ? undefined : { edit };
  }
  const edit = workspaceEdit(what.edits, inspected, client, what.snippet);
  return edit === undefined ? undefined : { edit };
}

function resolved(action: CodeAction, session: Session): CodeAction {
  const data: unknown = action.data;
  if (typeof data !== "object" || data === null || !("uri" in data) || !("mend" in data)) return action;
  const { uri, mend } = data;
  if (typeof uri !== "string" || typeof mend !== "string") return action;
  const inspected = inspect(session, uri);
  const edit = inspected === undefined ? undefined : mended(mend, inspected, session);
  return { ...action, edit: edit ?? {} };
}

function mended(mend: string, inspected: Inspected, session: Session): WorkspaceEdit | undefined {
  const { snapshot, subject } = inspected;
  const edits = mendEdits(mend, subject.file, snapshot.files, snapshot.check, snapshot.problems);
  return workspaceEdit(edits, inspected, session.client());
}

function matchLines({ uri, position, addresses }: MatchEditParams, session: Session): MatchEditResult {
  const inspected = inspect(session, uri);
  if (inspected === undefined) return { refusal: "The file is not open." };
  const answer = matchEdit(inspected.subject, inspected.offset(position), addresses);
  if ("refusal" in answer) return answer;
  const edit = workspaceEdit(answer.edits, inspected, session.client());
  return edit === undefined ? { refusal: "Nothing can be written there." } : { edit };
}
