// Bundles the command line, the extension and its language server (dist/), and with --tests also the tests and the bench (out/test/, or $TEST_OUT).
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
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

bundles.push(
  await build({
    ...common,
    metafile: true,
    entryPoints: { cli: "server/src/cli/main.ts" },
    outdir: "dist",
    chunkNames: "cli/[name]-[hash]",
    splitting: true,
    banner: { js: `#!/usr/bin/env node\n${requireShim}` },
    minify: true,
    plugins: [tablesAsText, withoutPrograms],
  }),
);

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

// What VS Code loads. CommonJS: only newer versions of it take anything else.
bundles.push(
  await build({
    ...common,
    metafile: true,
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    entryPoints: { extension: "client/src/node.ts", server: "server/src/node/server-main.ts" },
    outdir: "dist",
    minify: true,
    mainFields: ["module", "main"],
    external: ["vscode"],
    plugins: [withoutUnusedYaml, tablesAsText],
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
