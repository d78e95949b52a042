// Installs the VS Code of package.json beside this file into .vscode-test/, once for each lockfile, and finds Chromium.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const folder = join(import.meta.dirname, "../../.vscode-test/code-server");
const stamp = join(folder, "installed-lockfile.json");
const lockfile = join(import.meta.dirname, "package-lock.json");

/** The playwright module, the server's main module and the browser. */
export function installed() {
  const wanted = readFileSync(lockfile, "utf8");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) install(wanted);
  return {
    playwright: createRequire(join(folder, "package.json"))("playwright-core"),
    serverMain: join(folder, "node_modules/code-server/lib/vscode/out/server-main.js"),
    browser: findBrowser(),
  };
}

function install(wanted) {
  console.log("Installing a VS Code for the tests (300 MB, once) ...");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    copyFileSync(join(import.meta.dirname, name), join(folder, name));
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--loglevel=error"];
  npm(["ci", ...flags], folder);
  // Its own dependencies come with a lockfile of their own.
  npm(["ci", "--omit=dev", ...flags], join(folder, "node_modules/code-server/lib/vscode"));
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
