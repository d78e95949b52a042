// Makes the documentation as a static site (npm run site [-- FOLDER] [--base PATH]): dist-site, or another folder.
// PATH is where the site begins on its host; only the page for addresses that do not exist needs to know it.
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const checkout = resolve(import.meta.dirname, "..");
const { folder: output, base } = readFlags();
process.chdir(checkout);

// Beside a folder that holds a package.json, as the bundle of the command line: it reads the version from there.
const program = join(checkout, "out/site.js");
await build({
  entryPoints: ["site/src/main.ts"],
  outfile: program,
  bundle: true,
  mainFields: ["module", "main"],
  // Bundled CommonJS packages still call require for node's own modules.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  platform: "node",
  target: "node20",
  format: "esm",
  loader: { ".md": "text" },
  logLevel: "warning",
});
const { buildSite } = await import(pathToFileURL(program).href);
const count = await buildSite(output, base).catch(({ message }) => refuse(message));
await build({
  entryPoints: { theme: "site/client/theme.ts", site: "site/client/site.ts", style: "site/styles/site.css" },
  outdir: join(output, "assets"),
  bundle: true,
  minify: true,
  target: ["chrome123", "firefox120", "safari17.5"],
  format: "iife",
  logLevel: "warning",
});
console.log(`${count} pages in ${output}`);

function readFlags() {
  try {
    const options = { base: { type: "string" } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length > 1) refuse("one folder is enough");
    return { folder: resolve(positionals[0] ?? join(checkout, "dist-site")), base: values.base };
  } catch (error) {
    return refuse(error.message);
  }
}

/** Wrong usage, or a folder that is not ours to write to. */
function refuse(why) {
  console.error(why);
  process.exit(2);
}
