// Bundles the command line (dist/), and with --tests also the tests and the bench (out/test/, or $TEST_OUT).
import { readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const common = { bundle: true, platform: "node", target: "node20", format: "esm", logLevel: "warning" };
// Bundled CommonJS packages (commander, picocolors) still call require for node's own modules.
const requireShim =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

await build({
  ...common,
  entryPoints: { cli: "server/src/cli/main.ts" },
  outdir: "dist",
  banner: { js: `#!/usr/bin/env node\n${requireShim}` },
  minifySyntax: true,
  loader: { ".md": "text" },
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
    loader: { ".md": "text" },
  });
}
