// Tasks that run the command line of this extension: nothing has to be installed for them.

import {
  type ExtensionContext,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from "vscode";

const type = "asterisk-analyzer";
const problemMatcher = "$asterisk-analyzer";

/** The program that runs this extension is a Node.js, too. */
declare const process: { readonly execPath: string };

/** As package.json describes it. */
interface Definition extends TaskDefinition {
  readonly command: "lint" | "test";
  readonly paths?: readonly string[];
  readonly arguments?: readonly string[];
}

const names: Readonly<Record<Definition["command"], string>> = {
  lint: "check configuration",
  test: "test expectations",
};

export function registerTasks(context: ExtensionContext): void {
  const program = context.asAbsolutePath("dist/cli.js");
  context.subscriptions.push(
    tasks.registerTaskProvider(type, {
      provideTasks: () =>
        (workspace.workspaceFolders ?? [])
          .filter(({ uri }) => uri.scheme === "file")
          .map((folder) => taskFor({ type, command: "lint" }, folder, program)),
      resolveTask: ({ definition, scope }) => {
        const folder = typeof scope === "object" ? scope : undefined;
        return taskFor(definition as Definition, folder, program);
      },
    }),
  );
}

function taskFor(definition: Definition, folder: WorkspaceFolder | undefined, program: string): Task {
  const { command, paths = ["."], arguments: flags = [] } = definition;
  const words = [program, command, ...settingFlags(command, folder), ...flags, ...paths];
  const execution = new ProcessExecution(process.execPath, words, {
    ...(folder === undefined ? {} : { cwd: folder.uri.fsPath }),
    env: { ELECTRON_RUN_AS_NODE: "1", NO_COLOR: "1" },
  });
  const task = new Task(
    definition,
    folder ?? TaskScope.Workspace,
    names[command],
    "asterisk",
    execution,
    problemMatcher,
  );
  task.group = command === "test" ? TaskGroup.Test : TaskGroup.Build;
  return task;
}

/** The settings of the editor, so that a task finds what the editor shows. */
function settingFlags(command: Definition["command"], folder: WorkspaceFolder | undefined): string[] {
  const settings = workspace.getConfiguration(type, folder?.uri);
  const version = settings.get<string>("asteriskVersion", "");
  const flags = version === "" ? [] : ["--asterisk-version", version];
  if (command !== "lint") return flags;
  const { rules = {}, providers = {} } = {
    rules: settings.get<Record<string, string>>("rules"),
    providers: settings.get<Record<string, readonly string[]>>("providers"),
  };
  return [
    ...flags,
    ...Object.entries(rules).flatMap(([id, level]) => ["--rule", `${id}=${level}`]),
    ...Object.entries(providers).flatMap(([name, ranges]) => ["--provider", `${name}=${ranges.join(",")}`]),
    ...settings.get<string[]>("knownApplications", []).flatMap((name) => ["--known-application", name]),
    ...settings.get<string[]>("knownFunctions", []).flatMap((name) => ["--known-function", name]),
  ];
}
