// What is in a .vsix: exactly what the extension needs, and not more than it may weigh.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";

const maximumBytes = 1.5e6;

/** Every file, or every kind of file; each pattern has to be met. */
const wanted = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package\.json$/,
  /^extension\/readme\.md$/,
  /^extension\/changelog\.md$/,
  /^extension\/LICENSE\.txt$/,
  /^extension\/dist\/THIRD-PARTY-LICENSES\.txt$/,
  // The extension and its server, on a desktop and in a browser.
  /^extension\/dist\/extension\.cjs$/,
  /^extension\/dist\/server\.js$/,
  /^extension\/dist\/browser\/extension\.js$/,
  /^extension\/dist\/browser\/server\.js$/,
  /^extension\/dist\/pages\.json$/,
  // The command line, for tasks; it shares the engine with the server.
  /^extension\/dist\/cli\.js$/,
  /^extension\/dist\/package\.json$/,
  /^extension\/dist\/shared\/[\w-]+-[A-Z0-9]{8}\.js$/,
  /^extension\/client\/language-configuration\.json$/,
  /^extension\/client\/images\/icon\.png$/,
  /^extension\/client\/images\/walkthrough\/[\w-]+\.webp$/,
  /^extension\/server\/schemas\/[\w-]+\.schema\.json$/,
  /^extension\/snippets\/[\w-]+\.json$/,
  /^extension\/syntaxes\/[\w-]+\.tmLanguage\.json$/,
];

export function checkPackage(vsix) {
  const names = entries(readFileSync(vsix));
  assert.deepEqual(
    names.filter((name) => !wanted.some((pattern) => pattern.test(name))),
    [],
    "unneeded",
  );
  assert.deepEqual(
    wanted.filter((pattern) => !names.some((name) => pattern.test(name))),
    [],
    "missing",
  );
  const { size } = statSync(vsix);
  assert.ok(size <= maximumBytes, `the package has ${size} bytes, more than ${maximumBytes}`);
  return `${names.length} files, ${(size / 1e6).toFixed(2)} MB`;
}

/** The names in the table at the end of an archive. */
function entries(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const names = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    names.push(bytes.toString("utf8", at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names.filter((name) => !name.endsWith("/"));
}
