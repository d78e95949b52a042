// Bundles the command line, the language server and the extension, the latter two also for browsers (dist/), and with --tests the tests and the bench (out/test/, or $TEST_OUT).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  mainFields: ["module", "main"],
  loader: { ".md": "text" },
  logLevel: "warning",
  // Fields are there once the constructor fills them; to define them beforehand as well is work for each object.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
};
// Bundled CommonJS packages (commander, picocolors) still call require for node's own modules.
const requireShim =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

// The engine reads a table faster as JSON than as program text, and only when it runs.
const tablesAsText = {
  name: "tables-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tables[\\/].*\.json$/ }, ({ path }) => {
      const table = JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(table)});` };
    });
  },
};

// The pages of the rules lie beside the bundles, once for all of them: half a megabyte that few runs need.
const pagesBeside = {
  name: "pages-beside",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]core[\\/]rules[\\/]pages\.ts$/ }, ({ path }) => {
      const ids = [...readFileSync(path, "utf8").matchAll(/ from "\.\/(.+)\.md"/g)].map(([, id]) => id);
      const pages = ids.map((id) => [id, readFileSync(join(dirname(path), `${id}.md`), "utf8")]);
      writeFileSync("dist/pages.json", JSON.stringify(pages));
      // Only chunks have them, which lie one folder deeper.
      const contents = `import { readFileSync } from "node:fs";
        export const pages = new Map(JSON.parse(readFileSync(new URL("../pages.json", import.meta.url), "utf8")));`;
      return { contents };
    });
  },
};

// commander loads what starts other programs, for commands that are programs of their own. Ours are not.
const withoutPrograms = {
  name: "without-programs",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/require\('node:child_process'\)/, "undefined"),
    }));
  },
};

const bundles = [];
rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");

// Only the command line reads YAML. A package that does nothing by itself is left out where nobody uses it.
const withoutUnusedYaml = {
  name: "without-unused-yaml",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^yaml$/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === "seen") return undefined;
      return { ...(await resolve(path, { kind, resolveDir, pluginData: "seen" })), sideEffects: false };
    });
  },
};

const product = {
  ...common,
  metafile: true,
  outdir: "dist",
  minify: true,
  plugins: [withoutUnusedYaml, tablesAsText, pagesBeside, withoutPrograms],
};

// The command line and the language server have the engine in common, on disk and in the package.
bundles.push(
  await build({
    ...product,
    entryPoints: { cli: "server/src/cli/main.ts", server: "server/src/node/server-main.ts" },
    chunkNames: "shared/[name]-[hash]",
    splitting: true,
    banner: { js: requireShim },
  }),
);
writeFileSync("dist/cli.js", `#!/usr/bin/env node\n${readFileSync("dist/cli.js", "utf8")}`);
// A process that VS Code starts looks here for the kind of these modules; the manifest of the extension names none.
writeFileSync("dist/package.json", '{ "type": "module" }\n');

// What VS Code loads itself. CommonJS: only newer versions of it take anything else, and a browser none.
bundles.push(
  await build({
    ...product,
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    entryPoints: { extension: "client/src/node.ts" },
    external: ["vscode"],
  }),
);
const browser = {
  ...product,
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
};
bundles.push(
  await build({
    ...browser,
    format: "cjs",
    entryPoints: { "browser/extension": "client/src/browser.ts" },
    external: ["vscode"],
  }),
  await build({
    ...browser,
    format: "iife",
    entryPoints: { "browser/server": "server/src/browser/server-main.ts" },
  }),
);

// The packages in the bundles ask for their licences to travel with them.
const packages = new Set(
  bundles.flatMap(({ metafile }) =>
    Object.keys(metafile.inputs).flatMap((path) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  ),
);
const licences = [...packages].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? "" : readFileSync(`${folder}/${file}`, "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", licences.join(`\n${"-".repeat(80)}\n\n`));

if (process.argv.includes("--tests")) {
  const outdir = process.env.TEST_OUT ?? "out/test";
  rmSync(outdir, { recursive: true, force: true });
  const tests = readdirSync("test").filter((name) => name.endsWith(".ts"));
  await build({
    ...common,
    entryPoints: tests.map((name) => `test/${name}`),
    outdir,
    splitting: true,
    sourcemap: "inline",
    banner: { js: requireShim },
  });
}
