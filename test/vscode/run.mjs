// Runs suite/ in a real VS Code (npm run test:vscode). By default that is a headless one (workbench.mjs); with
// VSCODE=download, or VSCODE=<path of the Electron binary>, a desktop VS Code.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { startWorkbench } from "./workbench.mjs";

const deadline = 180_000;
const checkout = resolve(import.meta.dirname, "../..");
const suite = join(checkout, "out/vscode");
const folder = mkdtempSync(join(tmpdir(), "asterisk-analyzer-workspace-"));
const proof = join(folder, "result.json");
const workspace = join(folder, "workspace");
const extension = join(folder, "extension");
const environment = { RESULT_FILE: proof };
const testsFailed = "tests failed, see above";
const begun = performance.now();

try {
  await bundleSuite();
  copyPackage();
  cpSync(join(checkout, "examples"), workspace, { recursive: true });
  cpSync(join(import.meta.dirname, "fixtures"), workspace, { recursive: true });
  const why = process.env.VSCODE === undefined ? await headless() : await desktop(process.env.VSCODE);
  const { passes = 0, failures = 1 } = existsSync(proof) ? JSON.parse(readFileSync(proof, "utf8")) : {};
  // A killed extension host ends like a green one: only the counts that the suite wrote are proof.
  const fine = why === undefined && failures === 0 && passes > 0;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    fine ? `${passes} tests passed in VS Code, ${seconds} s` : `FAILED in VS Code: ${why ?? "see above"}`,
  );
  process.exitCode = fine ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Only what the package will hold: a file that is missing there is missing here. */
function copyPackage() {
  const { files } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
  for (const path of ["package.json", ...files])
    cpSync(join(checkout, path), join(extension, path), { recursive: true });
}

async function bundleSuite() {
  const source = join(import.meta.dirname, "suite");
  await build({
    entryPoints: readdirSync(source).map((name) => join(source, name)),
    outdir: suite,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
}

/** Undefined, or why it failed. */
async function headless() {
  let finish;
  const finished = new Promise((done) => {
    finish = done;
  });
  const onLog = (type, words) => (console[type] ?? console.log)(...words);
  const workbench = await startWorkbench({ onLog, environment, ended: finish });
  const timer = setTimeout(() => finish(`no result within ${deadline / 1000} s`), deadline);
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => finish(name));
  let page;
  try {
    const payload = [
      ["extensionDevelopmentPath", workbench.uri(extension)],
      ["extensionTestsPath", workbench.uri(join(suite, "index.cjs"))],
    ];
    workbench
      .open(workspace, payload, (code) => finish(code === 0 ? undefined : testsFailed))
      .then(
        (opened) => {
          page = opened;
        },
        (error) => finish(String(error)),
      );
    const why = await finished;
    if (why !== undefined && why !== testsFailed) {
      const picture = join(suite, "failure.png");
      await page?.screenshot({ path: picture }).then(
        () => console.error(`screenshot: ${picture}`),
        () => {},
      );
      console.error(workbench.serverLog().split("\n").slice(-30).join("\n"));
    }
    return why;
  } finally {
    clearTimeout(timer);
    await workbench.close();
  }
}

/** Undefined, or why it failed. */
async function desktop(where) {
  const { runTests } = await import("@vscode/test-electron");
  try {
    await runTests({
      ...(where === "download" ? { version: "1.100.3" } : { vscodeExecutablePath: where }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(suite, "index.cjs"),
      extensionTestsEnv: environment,
      launchArgs: [workspace, "--disable-extensions"],
    });
    return undefined;
  } catch (error) {
    return String(error);
  }
}
