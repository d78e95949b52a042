// Nothing is lost when a file is written: the program may be killed in the middle, the disk may be full, the file may be
// read-only, a link, or somebody else's. `KILLS=200` kills more often.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { defaultSettings, memoryFiles, openInstallation } from "../server/src/core/api.ts";
import { refusalText, replaceFile, writeWhole } from "../server/src/node/write-file.ts";
import { directoryWith, run } from "./support/command-line.ts";

const { KILLS } = process.env;
const kills = Number(KILLS ?? 10);
const isRoot = process.getuid?.() === 0;
const old = "[a]\ntype=aor\nmax_contacts = 1\nqualify_frequency = 60\n";
const formatted = "[a]\ntype = aor\nmax_contacts = 1\nqualify_frequency = 60\n";

test(`killed ${kills} times in the middle of many files, each file is the old one or the new one`, async (context) => {
  const names = Array.from({ length: 20 }, (_, index) => `pjsip.d/${index}.conf`);
  const big = `${old}${"; a comment costs nothing to read\n".repeat(3000)}`;
  const directory = directoryWith(context, {
    "pjsip.conf": '#include "pjsip.d/*.conf"\n#include "pjsip.d/*"\n',
    ...Object.fromEntries(names.map((name) => [name, big])),
  });
  const after = formattedText(directory, names[0] ?? "");
  let [torn, between, strays] = [0, 0, 0];
  for (let round = 0; round < kills; round++) {
    for (const name of names) writeFileSync(join(directory, name), big);
    const child = spawn(process.execPath, ["dist/cli.js", "format", directory], { stdio: "ignore" });
    const exited = once(child, "exit");
    const watched = join(directory, names[round % names.length] ?? "");
    while (child.exitCode === null && readFileSync(watched).length === big.length) await breath();
    child.kill("SIGKILL");
    await exited;
    const now = names.map((name) => readFileSync(join(directory, name), "utf8"));
    torn += now.filter((text) => text !== big && text !== after).length;
    if (now.includes(big) && now.includes(after)) between++;
    strays += readsOtherFiles(directory, names);
  }
  context.diagnostic(`${between} of them between two files`);
  assert.equal(torn, 0);
  assert.equal(strays, 0);
  assert.ok(between > 0, "never killed in the middle");
  // What a killed run left behind is in nobody's way.
  assert.equal(run(directory, ["format"]).code, 0);
  assert.equal(readFileSync(join(directory, names[19] ?? ""), "utf8"), after);
});

test("a file system that is full, or a limit, leaves the old file and no other", (context) => {
  const text = old.repeat(2000);
  const directory = directoryWith(context, { "pjsip.conf": text });
  // Blocks of 512 or 1024 bytes, by shell: less than the file has.
  const command = `ulimit -f 40; exec "${process.execPath}" dist/cli.js format "${directory}"`;
  const { status, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  assert.equal(status, 2, stderr);
  assert.match(stderr, /pjsip\.conf: cannot be written \(too big\)/);
  assert.equal(readFileSync(join(directory, "pjsip.conf"), "utf8"), text);
  assert.deepEqual(readdirSync(directory), ["pjsip.conf"]);
});

test("a full disk leaves the old file and no other", (context) => {
  onSmallDisk(context, (directory) => {
    const text = old.repeat(1500);
    writeFileSync(join(directory, "pjsip.conf"), text);
    const { code, errors } = run(directory, ["format"]);
    assert.equal(code, 2);
    assert.match(errors, /pjsip\.conf: cannot be written \(no space left\)/);
    assert.equal(readFileSync(join(directory, "pjsip.conf"), "utf8"), text);
    assert.deepEqual(readdirSync(directory), ["pjsip.conf"]);
  });
});

test("so does a disk that gets full while a file with two names is written in its place", (context) => {
  onSmallDisk(context, (directory) => {
    const page = 4096;
    const [before, after] = ["a".repeat(5 * page), "b".repeat(7 * page)];
    writeFileSync(join(directory, "pjsip.conf"), before);
    linkSync(join(directory, "pjsip.conf"), join(directory, "other"));
    // The new text fits beside the old one, and leaves one page to grow where two are needed.
    const { bavail, bsize } = statfsSync(directory);
    writeFileSync(join(directory, "filler"), "c".repeat(bavail * bsize - 8 * page));
    assert.deepEqual(replaceFile(directory, "pjsip.conf", before, after), { error: "ENOSPC" });
    assert.equal(readFileSync(join(directory, "pjsip.conf"), "utf8"), before);
    assert.deepEqual(readdirSync(directory).sort(), ["filler", "other", "pjsip.conf"]);
    rmSync(join(directory, "filler"));
    assert.equal(replaceFile(directory, "pjsip.conf", before, after), undefined);
    assert.equal(readFileSync(join(directory, "other"), "utf8"), after);
  });
});

test("a file that is read-only is left alone, also by root; so is a directory that is", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": old, "sub/pjsip.conf": old });
  chmodSync(join(directory, "pjsip.conf"), 0o444);
  chmodSync(join(directory, "sub"), 0o555);
  const uid = isRoot ? { uid: 65534 } : {};
  if (isRoot)
    for (const path of ["", "pjsip.conf", "sub", "sub/pjsip.conf"])
      chownSync(join(directory, path), 65534, 65534);
  const { code, errors } = run(directory, ["format"], uid);
  assert.equal(code, 2);
  assert.match(errors, /^asterisk-analyzer: pjsip\.conf: cannot be written \(read-only\)$/m);
  assert.match(errors, /^asterisk-analyzer: sub\/pjsip\.conf: cannot be written \(permission denied\)$/m);
  for (const path of ["pjsip.conf", "sub/pjsip.conf"])
    assert.equal(readFileSync(join(directory, path), "utf8"), old);
  assert.deepEqual(replaceFile(directory, "pjsip.conf", old, formatted), { error: "read-only" });
  assert.deepEqual(readdirSync(join(directory, "sub")), ["pjsip.conf"]);
  chmodSync(join(directory, "sub"), 0o755);
});

test("lint gives the same reason as format for a file that cannot be written", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": "[a]\ntype = aor\nmax_contact = 1\n" });
  chmodSync(directory, 0o555);
  const uid = isRoot ? { uid: 65534 } : {};
  const { code, errors } = run(directory, ["lint", "--fix", "--unsafe"], uid);
  chmodSync(directory, 0o755);
  assert.equal(code, 2);
  assert.match(errors, /pjsip\.conf: cannot be written \(permission denied\)/);
});

test("a link stays, and what it leads to is replaced", (context) => {
  const directory = directoryWith(context, { "real/a.conf": old });
  symlinkSync("real/a.conf", join(directory, "first"));
  symlinkSync("first", join(directory, "pjsip.conf"));
  assert.equal(replaceFile(directory, "pjsip.conf", old, formatted), undefined);
  assert.equal(readlinkSync(join(directory, "pjsip.conf")), "first");
  assert.ok(lstatSync(join(directory, "first")).isSymbolicLink());
  assert.equal(readFileSync(join(directory, "real/a.conf"), "utf8"), formatted);
});

test("owner, group and mode stay", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": old });
  const path = join(directory, "pjsip.conf");
  if (isRoot) chownSync(path, 1234, 2345);
  chmodSync(path, 0o640);
  const before = statSync(path);
  assert.equal(replaceFile(directory, "pjsip.conf", old, formatted), undefined);
  const { uid, gid, mode, ino } = statSync(path);
  assert.deepEqual([uid, gid, mode], [before.uid, before.gid, before.mode]);
  assert.notEqual(ino, before.ino, "replaced in one step");
});

test("a new file gets the mode that the umask leaves, as a report and as a baseline", (context) => {
  const before = process.umask();
  for (const [mask, mode] of [
    [0o022, 0o644],
    [0o027, 0o640],
    [0o002, 0o664],
  ] as const) {
    const directory = directoryWith(context, { "pjsip.conf": old });
    process.umask(mask);
    try {
      writeWhole(join(directory, "new"), Buffer.from("a"), undefined);
      run(directory, [
        "lint",
        "--output",
        "json:report.json",
        "--baseline",
        "known.json",
        "--update-baseline",
      ]);
    } finally {
      process.umask(before);
    }
    for (const name of ["new", "report.json", "known.json"])
      assert.equal(statSync(join(directory, name)).mode & 0o777, mode, name);
  }
});

test("all names of a file with several hard links get the new text", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": old });
  linkSync(join(directory, "pjsip.conf"), join(directory, "other.conf"));
  for (const [before, after] of [
    [old, `${formatted}\n; longer`],
    [`${formatted}\n; longer`, "[a]\n"],
  ] as const) {
    assert.equal(replaceFile(directory, "pjsip.conf", before, after), undefined);
    for (const name of ["pjsip.conf", "other.conf"])
      assert.equal(readFileSync(join(directory, name), "utf8"), after);
  }
  assert.equal(statSync(join(directory, "pjsip.conf")).nlink, 2);
  assert.equal(readdirSync(directory).length, 2);
});

test("a file of somebody else whose owner we cannot give away keeps it", {
  skip: !isRoot && "needs root",
}, (context) => {
  const directory = directoryWith(context, { "pjsip.conf": old });
  const path = join(directory, "pjsip.conf");
  chmodSync(directory, 0o777);
  chmodSync(path, 0o666);
  assert.equal(run(directory, ["format"], { uid: 65534 }).code, 0);
  assert.equal(readFileSync(path, "utf8"), formatted);
  const { uid, mode } = statSync(path);
  assert.deepEqual([uid, mode & 0o777], [0, 0o666]);
});

test("a file that is mounted at its place is written where it is", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": "", "source/pjsip.conf": old });
  const path = join(directory, "pjsip.conf");
  const { status } = spawnSync("mount", ["--bind", join(directory, "source/pjsip.conf"), path]);
  if (status !== 0) {
    context.skip("nothing can be mounted here");
    return;
  }
  try {
    assert.equal(replaceFile(directory, "pjsip.conf", old, formatted), undefined);
  } finally {
    spawnSync("umount", [path]);
  }
  assert.equal(readFileSync(join(directory, "source/pjsip.conf"), "utf8"), formatted);
  assert.deepEqual(readdirSync(directory).sort(), ["pjsip.conf", "source"]);
});

test("what was changed meanwhile, and what lies outside, is left alone", (context) => {
  const outside = directoryWith(context, { "a.conf": old });
  const directory = directoryWith(context, { "pjsip.conf": old });
  symlinkSync(join(outside, "a.conf"), join(directory, "sip.conf"));
  const refusals = [
    replaceFile(directory, "pjsip.conf", `${old}\n`, formatted),
    replaceFile(directory, "sip.conf", old, formatted),
    replaceFile(directory, "nowhere.conf", old, formatted),
  ];
  assert.deepEqual(refusals, ["changed-meanwhile", "outside", { error: "ENOENT" }]);
  assert.equal(refusalText(refusals[0] ?? "outside"), "was changed meanwhile, left as it is");
  assert.equal(readFileSync(join(outside, "a.conf"), "utf8"), old);
});

test("names that are long, or no UTF-8, are written as well", (context) => {
  const long = `${"n".repeat(250)}.conf`;
  const directory = directoryWith(context, { [long]: old });
  assert.equal(replaceFile(directory, long, old, formatted), undefined);
  const odd = Buffer.concat([Buffer.from(`${directory}/m`), Buffer.from([0xfc]), Buffer.from(".conf")]);
  writeFileSync(odd, old);
  assert.equal(replaceFile(directory, "m\udcfc.conf", old, formatted), undefined);
  assert.equal(readFileSync(odd, "utf8"), formatted);
});

/** The text of a file as the command formats it; the file is as before. */
function formattedText(directory: string, name: string): string {
  const path = join(directory, name);
  const before = readFileSync(path);
  assert.equal(run(directory, ["format", path]).code, 0);
  const after = readFileSync(path, "utf8");
  writeFileSync(path, before);
  assert.notEqual(after, before.toString());
  return after;
}

/** How many files besides the known ones a load of the directory reads. */
function readsOtherFiles(directory: string, names: readonly string[]): number {
  const sources = new Map(
    ["", "pjsip.d/"].flatMap((folder) =>
      readdirSync(join(directory, folder))
        .filter((name) => name !== "pjsip.d")
        .map((name) => [`${folder}${name}`, readFileSync(join(directory, folder, name), "utf8")]),
    ),
  );
  const { files } = openInstallation(memoryFiles(sources), defaultSettings).load("pjsip.conf");
  return files.filter(({ path }) => path !== "pjsip.conf" && !names.includes(path)).length;
}

/** Uses a file system of 128 kB, where one can be mounted. */
function onSmallDisk(context: TestContext, use: (directory: string) => void): void {
  const directory = join(directoryWith(context, { "disk/x": "" }), "disk");
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", directory]);
  if (status !== 0) {
    context.skip("nothing can be mounted here");
    return;
  }
  try {
    use(directory);
  } finally {
    spawnSync("umount", ["-l", directory]);
  }
}

function breath(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
