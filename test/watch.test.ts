// `lint --watch` as a process: it runs again for what matters, not for what does not, and ends when it is told to.

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { bundle, directoryWith, run } from "./support/command-line.ts";

const clean = "[6001]\ntype = aor\nmax_contacts = 1\n";
const broken = "[6001]\ntype = aor\nmax_contacts 1\n";

/** Nothing on this machine takes longer, in milliseconds. */
const patience = 20_000;
/** Long enough for a run to begin that should not. */
const silence = 600;

class Watching {
  readonly #child: ChildProcess;
  readonly ended: Promise<number | string | null>;
  output = "";
  errors = "";

  constructor(context: TestContext, directory: string, words: readonly string[]) {
    const env = { ...process.env, NO_COLOR: "1" };
    this.#child = spawn(process.execPath, [bundle, "lint", "--watch", ...words], { cwd: directory, env });
    this.#child.stdout?.on("data", (chunk) => {
      this.output += String(chunk);
    });
    this.#child.stderr?.on("data", (chunk) => {
      this.errors += String(chunk);
    });
    this.ended = new Promise((end) => this.#child.on("exit", (code, signal) => end(code ?? signal)));
    context.after(() => this.#child.kill("SIGKILL"));
  }

  get runs(): number {
    return this.errors.split("Ctrl-C ends").length - 1;
  }

  async run(count: number): Promise<void> {
    const start = performance.now();
    while (this.runs < count) {
      assert.ok(
        performance.now() - start < patience,
        `run ${count} does not come: ${this.errors}${this.output}`,
      );
      await new Promise((go) => setTimeout(go, 20));
    }
  }

  async says(text: RegExp): Promise<void> {
    const start = performance.now();
    while (!text.test(this.output)) {
      assert.ok(performance.now() - start < patience, `${text} is not said: ${this.errors}${this.output}`);
      await new Promise((go) => setTimeout(go, 20));
    }
  }

  async staysAt(count: number): Promise<void> {
    await new Promise((go) => setTimeout(go, silence));
    assert.equal(this.runs, count, this.output);
  }

  /** Until nothing comes any more. */
  async settles(): Promise<void> {
    for (let before = -1; before !== this.runs; ) {
      before = this.runs;
      await new Promise((go) => setTimeout(go, silence));
    }
  }

  /** What was printed since the last call. */
  take(): string {
    const { output } = this;
    this.output = "";
    return output;
  }

  interrupt(): void {
    this.#child.kill("SIGINT");
  }
}

test("a change of what was read or looked for makes it run again", async (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": "#include parts/*.conf\n#tryinclude later/a.conf\n",
    "parts/a.conf": clean,
    "readme.txt": "not read",
  });
  const write = (path: string, text: string): void => writeFileSync(join(directory, path), text);
  const watching = new Watching(context, directory, ["."]);
  await watching.run(1);
  assert.match(watching.take(), /no problems/);
  write("parts/a.conf", broken);
  await watching.run(2);
  assert.match(watching.take(), /parts\/a\.conf:3:1: error/);
  // As many editors write: another file takes the place of the old one.
  write("parts/.a.conf.swp", clean);
  await watching.staysAt(2);
  renameSync(join(directory, "parts/.a.conf.swp"), join(directory, "parts/a.conf"));
  await watching.run(3);
  assert.match(watching.take(), /no problems/);
  write("parts/b.conf", broken.replace("6001", "6002"));
  await watching.run(4);
  assert.match(watching.take(), /parts\/b\.conf:3:1: error/);
  rmSync(join(directory, "parts/b.conf"));
  await watching.run(5);
  mkdirSync(join(directory, "later"));
  write("later/a.conf", broken.replace("6001", "6003"));
  await watching.run(6);
  await watching.settles();
  assert.match(watching.take(), /later\/a\.conf:3:1: error/);
  watching.interrupt();
  assert.equal(await watching.ended, 130);
});

test("a folder that was made anew is watched again, under a link too", async (context) => {
  const directory = directoryWith(context, {
    "site/pjsip.conf": "#include parts/*.conf\n",
    "site/parts/a.conf": "; nothing\n",
    "elsewhere/b.conf": "; nothing\n",
    // No settings file is looked for above: what others do in folders there would wake the program, too.
    ".git/HEAD": "",
  });
  const at = (path: string): string => join(directory, path);
  symlinkSync("../../elsewhere/b.conf", at("site/parts/b.conf"));
  const watching = new Watching(context, directory, ["site"]);
  await watching.run(1);
  for (const folder of ["site/parts", "site"]) {
    const copy = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true };
    cpSync(at(folder), at("copy"), copy);
    rmSync(at(folder), { recursive: true });
    cpSync(at("copy"), at(folder), copy);
    rmSync(at("copy"), { recursive: true });
    for (const path of ["site/parts/a.conf", "elsewhere/b.conf"]) {
      await watching.settles();
      watching.take();
      writeFileSync(at(path), broken);
      await watching.says(/"max_contacts 1" has no "="/);
      writeFileSync(at(path), "; nothing\n");
      await watching.says(/no problems/);
    }
  }
  watching.interrupt();
  assert.equal(await watching.ended, 130);
});

test("a link in the middle of others is watched, that of a folder too", {
  skip: process.platform === "win32" && "links need rights here",
}, async (context) => {
  const directory = directoryWith(context, {
    "site/extensions.conf": "#include parts/a.conf\n",
    "old/pjsip.conf": clean,
    "new/pjsip.conf": broken,
    "old/parts/a.conf": "[a]\n",
    "new/parts/a.conf": "[a]\noops\n",
    "links/README": "",
    ".git/HEAD": "",
  });
  const at = (path: string): string => join(directory, path);
  symlinkSync("../old/pjsip.conf", at("links/pjsip.conf"));
  symlinkSync("../links/pjsip.conf", at("site/pjsip.conf"));
  symlinkSync("../old", at("links/current"));
  symlinkSync("../links/current/parts", at("site/parts"));
  const watching = new Watching(context, directory, ["site"]);
  await watching.run(1);
  await watching.settles();
  assert.match(watching.take(), /no problems/);
  // As a release is switched: the new link takes the place of the old one.
  const point = (link: string, target: string): void => {
    symlinkSync(target, at("links/.next"));
    renameSync(at("links/.next"), at(link));
  };
  point("links/pjsip.conf", "../new/pjsip.conf");
  await watching.says(/"max_contacts 1" has no "="/);
  await watching.settles();
  point("links/current", "../new");
  await watching.says(/"oops" has no "="/);
  watching.interrupt();
  assert.equal(await watching.ended, 130);
});

test("several writes are one run, and what --fix writes brings one more and no others", async (context) => {
  const directory = directoryWith(context, { "pjsip.conf": "[a]\ntype=endpoint\nallow=ulaw\ncontext=a\n" });
  const watching = new Watching(context, directory, ["--fix", "--output", "json:pjsip.d.json"]);
  await watching.run(1);
  await watching.settles();
  const before = watching.runs;
  for (let time = 0; time < 5; time++)
    writeFileSync(join(directory, "pjsip.conf"), "[a]\ntype=endpoint\nallow=pcmu\ncontext=a\n");
  await watching.run(before + 1);
  await new Promise((go) => setTimeout(go, silence));
  assert.ok(watching.runs <= before + 3, `${watching.runs - before} runs`);
  assert.match(watching.take(), /Mended 1 problem/);
  watching.interrupt();
  assert.equal(await watching.ended, 130);
});

test("a mistake made meanwhile is said, and watching goes on; the first run has to work", async (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": clean,
    "b.json": '{"version": 1, "problems": {}}',
  });
  const watching = new Watching(context, directory, ["--baseline", "b.json"]);
  await watching.run(1);
  writeFileSync(join(directory, "b.json"), "{");
  await watching.run(2);
  assert.match(watching.errors, /b\.json:1: not a baseline/);
  writeFileSync(join(directory, "b.json"), '{"version": 1, "problems": {}}');
  await watching.run(3);
  writeFileSync(join(directory, "asterisk-analyzer.json"), '{ "rules": { "config": "off" } }');
  await watching.run(4);
  watching.interrupt();
  assert.equal(await watching.ended, 130);
  for (const words of [
    ["missing"],
    ["--baseline", "missing.json"],
    ["--update-baseline", "--baseline", "b.json"],
  ])
    assert.equal(run(directory, ["lint", "--watch", ...words]).code, 2, words.join(" "));
});
