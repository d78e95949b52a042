// Puts together what the extension is made of (stageExtension, also for the tests), and packs it into a .vsix
// (npm run package).
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const checkout = import.meta.dirname;

/** Everything besides the manifest. */
const contents = [
  "dist",
  "client/language-configuration.json",
  "client/images/icon.png",
  "client/images/walkthrough",
  "server/schemas",
  "snippets",
  "syntaxes",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
];

/**
 * The manifest without what only the package of the registry and this checkout need. Without "type", too: an
 * extension host in a browser takes its modules for CommonJS then.
 */
function manifestOfExtension() {
  const manifest = readManifest();
  const { type, bin, files, scripts, devDependencies, types, exports, private: hidden, ...kept } = manifest;
  return { ...kept, engines: { vscode: kept.engines.vscode }, files: contents };
}

export function readManifest() {
  return JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
}

/** Fills a new folder with the extension, as it is installed. */
export function stageExtension(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // What programs import, and the one command that an editor's tasks have no use for: it brings all of YAML.
  const isWanted = (path) => !/dist[\\/](index\.(js|d\.ts)|shared[\\/]test-command-\w+\.js)$/.test(path);
  for (const path of contents)
    cpSync(join(checkout, path), join(folder, path), { recursive: true, filter: isWanted });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifestOfExtension(), null, 2)}\n`);
}

/** Packs what stageExtension made; answers the path of the .vsix. */
export function packExtension(staged, folder = checkout) {
  const { name, version } = readManifest();
  const path = join(folder, `${name}-${version}.vsix`);
  const words = ["package", "--no-dependencies", "--skip-license", "--out", path];
  execFileSync("npx", ["--yes", "@vscode/vsce@3.9.2", ...words], {
    cwd: staged,
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return path;
}

if (process.argv[1] === import.meta.filename) {
  const staged = join(checkout, "out/extension");
  stageExtension(staged);
  console.log(packExtension(staged));
}
