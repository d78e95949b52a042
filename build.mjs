// Bundles the command line, the extension and its language server (dist/), and with --tests also the tests and the bench (out/test/, or $TEST_OUT).
import { readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  loader: { ".md": "text" },
  logLevel: "warning",
};
// Bundled CommonJS packages (commander, picocolors) still call require for node's own modules.
const requireShim =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

await build({
  ...common,
  entryPoints: { cli: "server/src/cli/main.ts" },
  outdir: "dist",
  banner: { js: `#!/usr/bin/env node\n${requireShim}` },
  minifySyntax: true,
});

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
await build({
  ...common,
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  entryPoints: { extension: "client/src/node.ts", server: "server/src/node/server-main.ts" },
  outdir: "dist",
  minify: true,
  mainFields: ["module", "main"],
  external: ["vscode"],
  plugins: [withoutUnusedYaml],
});

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
