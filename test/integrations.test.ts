// What build services and hooks run, run as it is written: the GitHub Action, the GitLab component, the container file
// and the hooks of pre-commit.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test, { type TestContext } from "node:test";
import { parse, parseAllDocuments } from "yaml";
import { knownFiles, speaksForAsterisk } from "../server/src/core/catalog/files.ts";
import { templateEndings } from "../server/src/core/text/rendered-name.ts";
import { directoryWith } from "./support/command-line.ts";
import { packed } from "./support/packed.ts";

const clean = { "pjsip.conf": "[lan]\ntype = transport\nprotocol = udp\nbind = 0.0.0.0\n" };

/** A copy of an example with known mistakes. */
function broken(context: TestContext): string {
  const directory = directoryWith(context, {});
  cpSync("examples/ip-trunk", directory, { recursive: true });
  return directory;
}

function shell(
  program: string,
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(program, ["-e", "-c", script], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", npm_config_offline: "true", ...env },
  });
  return { status, output: stdout + stderr };
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run: string; readonly env: Record<string, string> }[];
  };
}

function runAction(directory: string, inputs: Readonly<Record<string, string>>): ReturnType<typeof shell> {
  const action = parse(readFileSync("action.yml", "utf8")) as Action;
  const given: Record<string, string> = { package: packed().name };
  for (const [name, { default: value }] of Object.entries(action.inputs))
    given[name] ??= inputs[name] ?? value;
  const [step] = action.runs.steps;
  assert.ok(step !== undefined);
  const env: Record<string, string> = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: directory };
  for (const [name, value] of Object.entries(step.env))
    env[name] = value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => given[input] ?? "?");
  return shell("bash", step.run, directory, env);
}

test("the GitHub Action shows problems beside the lines", (context) => {
  const directory = broken(context);
  const { status, output } = runAction(directory, {});
  assert.equal(status, 1, output);
  assert.match(output, /^::error .*file=pjsip\.conf,line=33/m);
});

test("the GitHub Action takes paths and flags, one in a line, and writes SARIF", (context) => {
  const directory = broken(context);
  const { status, output } = runAction(directory, {
    paths: "pjsip.conf\n",
    arguments: "--exit-zero\n--rule=pjsip=off",
    "sarif-file": "report of today.sarif",
  });
  assert.equal(status, 0, output);
  assert.match(output, /^::error/m);
  assert.match(output, /^pjsip\.conf:\d+:\d+: error: /m);
  assert.doesNotMatch(output, /unknown-option/);
  const plain = runAction(directory, { arguments: "--format=concise", "sarif-file": "second.sarif" });
  assert.equal(plain.status, 1, plain.output);
  assert.doesNotMatch(plain.output, /^::/m);
  assert.ok(existsSync(join(directory, "second.sarif")));
  assert.equal(JSON.parse(readFileSync(join(directory, "report of today.sarif"), "utf8")).version, "2.1.0");
});

test("the GitHub Action passes where nothing is wrong", (context) => {
  assert.equal(runAction(directoryWith(context, clean), {}).status, 0);
});

test("the GitLab component writes a code quality report", (context) => {
  const directory = broken(context);
  const [head, body] = parseAllDocuments(readFileSync("templates/lint.yml", "utf8")).map(
    (document) => document.toJS() as unknown,
  );
  const { inputs } = (head as { spec: { inputs: Record<string, { default: string }> } }).spec;
  const job = (body as Record<string, { before_script: string[]; script: string[] }>)["asterisk-analyzer"];
  assert.ok(job !== undefined);
  const filled = (lines: readonly string[], given: Readonly<Record<string, string>> = {}): string =>
    lines.join("\n").replace(/\$\[\[ inputs\.(\w+) \]\]/g, (_, name: string) => {
      const value = name === "package" ? packed().name : (given[name] ?? inputs[name]?.default);
      assert.ok(value !== undefined, name);
      return value;
    });
  const before = (given: Readonly<Record<string, string>>): string =>
    shell("sh", `apk() { echo apk "$@"; }\n${filled(job.before_script, given)}`, directory, {}).output;
  assert.equal(before({}), "");
  assert.equal(before({ arguments: "--profile strict --changed origin/main" }), "apk add --no-cache git\n");
  const env = { GITLAB_CI: "true", CI_PROJECT_DIR: directory };
  const { status, output } = shell("sh", filled(job.script), directory, env);
  assert.equal(status, 1, output);
  assert.match(output, /Checked 2 files/);
  const report = JSON.parse(readFileSync(join(directory, "gl-code-quality-report.json"), "utf8"));
  assert.equal(report[0].location.path, "pjsip.conf");
});

test("the container file installs what it starts", (context) => {
  const directory = broken(context);
  const text = readFileSync("Containerfile", "utf8");
  const of = (word: string): string => new RegExp(`^${word} (.*)$`, "m").exec(text)?.[1] ?? "";
  const prefix = join(directory, "prefix");
  mkdirSync(prefix);
  const env = {
    PACKAGE: packed().path,
    npm_config_prefix: prefix,
    PATH: `${prefix}/bin:${process.env["PATH"]}`,
  };
  const installed = shell("sh", of("RUN(?= npm)"), directory, env);
  assert.equal(installed.status, 0, installed.output);
  assert.match(of("ARG"), /^PACKAGE=asterisk-analyzer@/);
  const words = [...(JSON.parse(of("ENTRYPOINT")) as string[]), ...(JSON.parse(of("CMD")) as string[])];
  const started = shell("sh", words.join(" "), directory, env);
  assert.equal(started.status, 1, started.output);
  assert.match(started.output, /pjsip\/unknown-option/);
});

test("what is published names the version of the package", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  for (const file of ["action.yml", "templates/lint.yml", "Containerfile"])
    assert.match(
      readFileSync(file, "utf8"),
      new RegExp(`asterisk-analyzer@${version.replaceAll(".", "\\.")}\\b`),
    );
});

test("the hooks of pre-commit take the files of Asterisk", () => {
  const hooks = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as { files: string }[];
  const names = knownFiles
    .map(({ name }) => name)
    .filter((name) => speaksForAsterisk(name) && name !== "asterisk.conf")
    .map((name) => name.replace(/\.conf$/, ""));
  const ending = templateEndings.source.replace(/\$$/, "");
  // asterisk-proxy.conf is a file of some other program.
  const expected = `(^|/)(asterisk|(${names.join("|")})([._-][^/]*)?)\\.conf(${ending})?$`;
  for (const { files } of hooks) {
    const written = files.replace(/^\(\?x\)/, "").replace(/\s/g, "");
    assert.equal(written, expected);
    const pattern = new RegExp(written);
    for (const name of [
      "pjsip.conf",
      "etc/pjsip_trunks.conf",
      "extensions.conf.j2",
      "a/extensions-office.conf",
      "musiconhold.conf",
      "cdr_adaptive_odbc.conf",
      "asterisk.conf.envsubst",
    ])
      assert.match(name, pattern);
    for (const name of [
      "nginx.conf",
      "httpd/httpd.conf",
      "http.conf",
      "sites/asterisk-proxy.conf",
      "pjsip.conf.bak",
      "pjsip.c",
    ])
      assert.doesNotMatch(name, pattern);
  }
});

test("the hook runs in the real pre-commit", { timeout: 300_000 }, (context) => {
  if (spawnSync("pre-commit", ["--version"]).status !== 0) {
    context.skip("pre-commit is not installed");
    return;
  }
  if (!existsSync(".git")) {
    context.skip("this is no checkout of git, which pre-commit clones");
    return;
  }
  const directory = broken(context);
  const env = {
    PRE_COMMIT_HOME: join(directory, ".cache"),
    npm_config_offline: "",
    npm_config_prefer_offline: "true",
    GIT_AUTHOR_NAME: "a",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_COMMITTER_NAME: "a",
    GIT_COMMITTER_EMAIL: "a@example.com",
  };
  const prepared = shell("sh", "git init -q . && git add . && git commit -qm first", directory, env);
  assert.equal(prepared.status, 0, prepared.output);
  const { status, output } = shell(
    "sh",
    `pre-commit try-repo "${resolve(".")}" asterisk-analyzer --all-files`,
    directory,
    env,
  );
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(output)) {
    context.skip("pre-commit installs from the registry, which cannot be reached");
    return;
  }
  assert.equal(status, 1, output);
  assert.match(output, /pjsip\.conf:33:1: error: .*\[pjsip\/unknown-option\]/);
});
