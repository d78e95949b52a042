#!/usr/bin/env node
// Stands in for the executable of a desktop VS Code: takes the same arguments for tests, but runs them in the
// headless workbench. $VSCODE_VERSION says which one; $RESULT_FILE is the proof that tests ran.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { startWorkbench } from "./workbench.mjs";

const deadline = 180_000;
const testsFailed = "tests failed, see above";
const { VSCODE_VERSION: version, RESULT_FILE: proof } = process.env;

const words = process.argv.slice(2);
const folder = resolve(words.find((word) => !word.startsWith("-")) ?? ".");
let finish;
const finished = new Promise((done) => {
  finish = done;
});
const onLog = (type, texts) => (console[type] ?? console.log)(...texts);
const workbench = await startWorkbench({ version, onLog, ended: finish });
const timer = setTimeout(() => finish(`no result within ${deadline / 1000} s`), deadline);
for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => finish(name));
let page;
try {
  const payload = words.flatMap((word) => {
    const [, name, path] = /^--(extension(?:Development|Tests)Path)=(.+)$/s.exec(word) ?? [];
    return name === undefined ? [] : [[name, workbench.uri(resolve(path))]];
  });
  workbench
    .open(folder, payload, (code) => finish(code === 0 ? undefined : testsFailed))
    .then(
      (opened) => {
        page = opened;
      },
      (error) => finish(String(error)),
    );
  const why = (await finished) ?? withoutProof();
  if (why !== undefined) console.error(why);
  if (why !== undefined && why !== testsFailed) await explain();
  process.exitCode = why === undefined ? 0 : 1;
} finally {
  clearTimeout(timer);
  await workbench.close();
}
process.exit();

/** A killed extension host ends like a green one: only the counts that the suite wrote are proof. */
function withoutProof() {
  if (proof === undefined) return undefined;
  const { passes = 0, failures = 1 } = existsSync(proof) ? JSON.parse(readFileSync(proof, "utf8")) : {};
  return passes > 0 && failures === 0 ? undefined : "the suite left no proof that its tests passed";
}

async function explain() {
  const picture = join(resolve(import.meta.dirname, "../../out"), "vscode-failure.png");
  await page?.screenshot({ path: picture }).then(
    () => console.error(`screenshot: ${picture}`),
    () => {},
  );
  console.error(workbench.serverLog().split("\n").slice(-30).join("\n"));
}
