// Runs suite/ in the VS Code versions of install.mjs, then the packed extension, the browser's and the documentation
// site (npm run test:vscode). With VSCODE=download, or VSCODE=<path of the Electron binary>, suite/ in a desktop VS Code
// instead.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { packExtension, stageExtension } from "../../package.mjs";
import { installed, versions } from "./install.mjs";
import { checkPackage } from "./package-contents.mjs";
import { browseSite } from "./site.mjs";
import { smokeInBrowser, smokeOfPackage } from "./smoke.mjs";

const checkout = resolve(import.meta.dirname, "../..");
const suite = join(checkout, "out/vscode");
const folder = mkdtempSync(join(tmpdir(), "asterisk-analyzer-workspace-"));
const extension = join(folder, "extension");
const { VSCODE, ONLY = "" } = process.env;

try {
  await bundleSuite();
  stageExtension(extension);
  if (VSCODE !== undefined) {
    await timed("suite in a desktop VS Code", () =>
      runSuite(VSCODE === "download" ? { version: versions[0] } : { vscodeExecutablePath: VSCODE }),
    );
  } else {
    for (const version of versions) {
      installed(version);
      await timed(`suite in VS Code ${version}`, () =>
        runSuite({ vscodeExecutablePath: join(import.meta.dirname, "code.mjs") }, version),
      );
    }
    await timed("the packed extension", async () => {
      const vsix = packExtension(extension, folder);
      return `${checkPackage(vsix)}; ${await smokeOfPackage(vsix, freshWorkspace())}`;
    });
    for (const version of versions)
      await timed(`the extension in a browser, VS Code ${version}`, () =>
        smokeInBrowser(extension, freshWorkspace(), version),
      );
    await timed("the documentation site", () => browseSite(join(folder, "site")));
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** One step; $ONLY names a part of the steps. */
async function timed(what, step) {
  if (!what.includes(ONLY)) return;
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  try {
    const result = await step();
    console.log(`ok: ${what}: ${result} (${seconds()})`);
  } catch (error) {
    console.error(`FAILED: ${what}: ${error instanceof Error ? error.stack : error} (${seconds()})`);
    process.exitCode = 1;
  }
}

/** Every run gets its own copy: the tests change it. */
function freshWorkspace() {
  const workspace = join(mkdtempSync(join(folder, "run-")), "workspace");
  mkdirSync(workspace);
  cpSync(join(checkout, "examples"), workspace, { recursive: true });
  cpSync(join(import.meta.dirname, "fixtures"), workspace, { recursive: true });
  return workspace;
}

async function bundleSuite() {
  const source = join(import.meta.dirname, "suite");
  rmSync(suite, { recursive: true, force: true });
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

async function runSuite(where, version = "") {
  const workspace = freshWorkspace();
  const proof = join(workspace, "../result.json");
  await runTests({
    ...where,
    extensionDevelopmentPath: extension,
    extensionTestsPath: join(suite, "index.cjs"),
    extensionTestsEnv: { RESULT_FILE: proof, VSCODE_VERSION: version },
    launchArgs: [workspace, "--disable-extensions"],
  });
  const { passes = 0, failures = 1 } = existsSync(proof) ? JSON.parse(readFileSync(proof, "utf8")) : {};
  if (failures > 0 || passes === 0) throw new Error("the suite left no proof that its tests passed");
  return `${passes} tests passed`;
}
