// asterisk-analyzer.json: what its text means, which of several sources wins, and which file counts where.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import {
  type CheckSettings,
  type ChosenSettings,
  checkInstallation,
  combineSettings,
  type FileContent,
  findSettings,
  formatVersion,
  memoryFiles,
  openInstallation,
  type Problem,
  readSettings,
  type SettingsLayer,
  settingsKeys,
  settingsTemplate,
  versionHint,
} from "../server/src/core/api.ts";

/** "2:3 message", as it is shown. */
function faults(text: string): string[] {
  return readSettings(text).faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

test("every key is read", () => {
  const { chosen, faults: wrong } = readSettings(`{
    // a comment
    "$schema": "https://example.com/settings.json",
    "extends": "../base.json",
    "version": "20.9.0", /* another */
    "profile": "strict",
    "rules": { "codec": "off", "codec/unknown-codec": "hint", },
    "overrides": [{ "files": ["tenants/**"], "rules": { "dialplan": "error" } }],
    "ignore": ["old"],
    "providers": { "carrier": ["198.51.100.0/24"] },
    "knownModules": ["chan_tenant.so"],
    "knownApplications": ["Konference"],
    "knownFunctions": ["TENANT"],
    "astetcdir": "/opt/asterisk/etc/",
    "placeholders": [{ "open": "<<", "close": ">>" }],
    "suppressions": "with-reason",
    "format": { "equals": "spaced", "blankLines": 1 },
  }`);
  assert.deepEqual(wrong, []);
  assert.deepEqual(Object.keys(chosen).sort(), [...settingsKeys].sort());
  assert.deepEqual(chosen.version, { major: 20, minor: 9, patch: 0 });
  assert.deepEqual(
    [...(chosen.rules ?? [])],
    [
      ["codec", "off"],
      ["codec/unknown-codec", "hint"],
    ],
  );
  assert.equal(chosen.astetcdir, "/opt/asterisk/etc");
  assert.deepEqual(chosen.placeholders, [{ open: "<<", close: ">>" }]);
  assert.deepEqual(chosen.extends, ["../base.json"]);
  assert.deepEqual(chosen.format, { equals: "spaced", blankLines: 1 });
});

test("unknown keys and wrong values are told with their place, and with what was meant", () => {
  const cases: readonly (readonly [text: string, ...expected: readonly string[]])[] = [
    ['{\n  "verison": "20"\n}', '2:3 there is no setting "verison"; did you mean "version"?'],
    ['{"asteriskVersion": "20"}', '1:2 there is no setting "asteriskVersion"; did you mean "version"?'],
    [
      '{"constructor": 1, "__proto__": 2}',
      '1:2 there is no setting "constructor"',
      '1:20 there is no setting "__proto__"',
    ],
    ['{"format": {"blankLines": 0}}', '1:27 "blankLines" has to be a number from 1 on'],
    ['{"version": 20}', '1:13 "version" stands in quotes: "20"'],
    ['{"version": "17"}', '1:13 "version" has to be one of 18, 20, 21, 22, 23, or a release of these'],
    [
      '{"profile": "stict"}',
      '1:13 "profile" has to be one of minimal, recommended, strict; did you mean "strict"?',
    ],
    ['{"profile": ["strict"]}', '1:13 "profile" has to be one of minimal, recommended, strict'],
    [
      '{"rules": {"codec/unknwn-codec": "off"}}',
      '1:12 there is no rule "codec/unknwn-codec"; did you mean "codec/unknown-codec"? ("asterisk-analyzer rules" lists all)',
    ],
    [
      '{"rules": {"codec": "warn"}}',
      '1:21 "codec" has to be one of off, error, warning, hint; did you mean "warning"?',
    ],
    ['{"rules": ["codec"]}', '1:11 "rules" has to be an object in braces'],
    ['{"ignore": "old"}', '1:12 "ignore" has to be a list in square brackets'],
    [
      '{"ignore": ["old", 3, ""]}',
      '1:20 an item of "ignore" has to be a text in quotes',
      '1:23 an item of "ignore" is empty',
    ],
    [
      '{"overrides": [{"files": ["*"], "rule": {}}]}',
      '1:33 there is no setting "rule"; did you mean "rules"?',
      '1:16 an item of "overrides" needs "rules"',
    ],
    ['{"providers": {"x": ["1.2.3"]}}', '1:22 "1.2.3" of "x" is neither an address nor a network'],
    ['{"astetcdir": "etc"}', '1:15 "astetcdir" has to begin with "/", as in asterisk.conf'],
    ['{"placeholders": [{"open": "<<"}]}', '1:19 an item of "placeholders" needs "close"'],
    ['{"suppressions": true}', '1:18 "suppressions" has to be one of allow, with-reason, forbid'],
    ['{"ignore": [], "ignore": []}', '1:16 "ignore" is there twice'],
    ["[]", "1:1 the document has to be an object in braces"],
    ["", "1:1 the file is empty; {} says nothing"],
    ['{"version": "20"', "1:17 the file ends too early"],
    ['{"version" "20"}', "1:12 a colon is missing here"],
    ["{version: 1}", "1:2 this is no JSON: texts stand in double quotes"],
    ['{"ignore": ["a" "b"]}', "1:17 a comma is missing before this"],
  ];
  for (const [text, ...expected] of cases) assert.deepEqual(faults(text), expected, text);
});

test("what is right beside a mistake still counts", () => {
  const { chosen } = readSettings('{"verison": "20", "profile": "minimal", "ignore": [1, "old"]}');
  assert.deepEqual(chosen, { profile: "minimal", ignore: ["old"] });
});

test("no text is too odd to be read", () => {
  assert.deepEqual(faults("\uFEFF{}"), []);
  for (const odd of ["[".repeat(200_000), '{"a":'.repeat(50_000), '{"rules":'.repeat(101)])
    assert.match(faults(odd)[0] ?? "", /nested too deeply/);
  for (const odd of ["\0", '{"a\udc80": 1}', '"', "/*", "nul", "{,}", "}".repeat(1000), '{"a":"\\u12"}'])
    assert.ok(faults(odd).length > 0, JSON.stringify(odd));
});

const base = "/srv/pbx";

function layer(chosen: string | ChosenSettings, folder?: string): SettingsLayer {
  const read = typeof chosen === "string" ? readSettings(chosen).chosen : chosen;
  return { chosen: read, origin: "a source", ...(folder === undefined ? {} : { folder }) };
}

function problem(rule: string, file = "pjsip.conf", effect: Problem["effect"] = "object-rejected"): Problem {
  const severity = effect === "redundant" || effect === "not-checked" ? "hint" : "error";
  const nothing = { log: [], runtimeLog: [], related: [], fixes: [] };
  return { rule, effect, severity, file, span: { start: 0, end: 1 }, message: "x", ...nothing };
}

function shown({ levels }: CheckSettings, ...problems: Problem[]): string[] {
  return levels.apply(problems).map(({ rule, file, severity }) => `${file} ${rule} ${severity}`);
}

test("the strongest source wins, name by name", () => {
  const { settings, levels } = combineSettings(
    [
      layer('{"version": "20", "rules": {"codec/unknown-codec": "warning"}, "knownFunctions": ["A"]}'),
      layer(
        '{"version": "18", "astetcdir": "/opt/etc", "rules": {"codec": "off", "pjsip": "hint"}, "knownFunctions": ["B"], "providers": {"x": ["1.2.3.4"]}}',
        base,
      ),
      layer('{"rules": {"pjsip": "off"}, "providers": {"x": ["4.3.2.1"], "y": ["5.6.7.8"]}}', base),
    ],
    `${base}/etc`,
  );
  assert.match(formatVersion(settings.version), /^20\./);
  assert.equal(settings.directory, "/opt/etc");
  assert.deepEqual(settings.knownFunctions, ["A", "B"]);
  assert.deepEqual(
    [...(settings.providers ?? [])],
    [
      ["x", ["1.2.3.4"]],
      ["y", ["5.6.7.8"]],
    ],
  );
  const apply = levels.apply([
    problem("codec/unknown-codec"),
    problem("codec/empty-item"),
    problem("pjsip/unknown-option"),
    problem("tls/no-key"),
  ]);
  assert.deepEqual(
    apply.map(({ rule, severity }) => `${rule} ${severity}`),
    ["codec/unknown-codec warning", "pjsip/unknown-option hint", "tls/no-key error"],
  );
  const running = levels.rules.map(({ id }) => id);
  assert.ok(running.includes("codec/unknown-codec") && !running.includes("codec/empty-item"));
});

test("overrides are about files, from the folder of their source; a later one wins", () => {
  const text = `{
    "rules": {"codec": "hint"},
    "overrides": [
      {"files": ["etc/tenants/**"], "rules": {"codec": "off"}},
      {"files": ["etc/tenants/b.conf"], "rules": {"codec": "warning"}}
    ]
  }`;
  const files = ["pjsip.conf", "tenants/a.conf", "tenants/b.conf"].map((file) =>
    problem("codec/unknown-codec", file),
  );
  assert.deepEqual(shown(combineSettings([layer(text, base)], `${base}/etc`), ...files), [
    "pjsip.conf codec/unknown-codec hint",
    "tenants/b.conf codec/unknown-codec warning",
  ]);
  const other = combineSettings([layer(text, base)], `${base}/lab`);
  assert.equal(shown(other, ...files).length, 3, "the same names in another folder");
});

test("the command line wins over overrides of the file", () => {
  const file = layer('{"overrides": [{"files": ["*.conf"], "rules": {"codec/unknown-codec": "off"}}]}', base);
  const both = combineSettings([layer('{"rules": {"codec": "error"}}'), file], base);
  assert.deepEqual(shown(both, problem("codec/unknown-codec")), ["pjsip.conf codec/unknown-codec error"]);
});

test("ignored files are not reported", () => {
  const { isIgnored, ...rest } = combineSettings(
    [layer('{"ignore": ["old", "*.bak.conf"]}', base)],
    `${base}/etc`,
  );
  assert.ok(isIgnored("old/pjsip.conf") && isIgnored("x.bak.conf") && !isIgnored("pjsip.conf"));
  const left = shown(
    { isIgnored, ...rest },
    problem("codec/unknown-codec", "x.bak.conf"),
    problem("tls/no-key"),
  );
  assert.deepEqual(left, ["pjsip.conf tls/no-key error"]);
});

test("modules that are known to load are not missed", () => {
  const files = memoryFiles({
    "modules.conf": "[modules]\nautoload=no\nload=pbx_config.so\nload=app_dial.so\n",
    "extensions.conf": "[in]\nexten => s,1,Answer()\n same => n,Queue(sales)\n same => n,Hangup()\n",
  });
  const missed = (text: string): string[] => {
    const { settings } = combineSettings([layer(text)], base);
    return checkInstallation(openInstallation(files, settings), ["extensions.conf"]).map(({ rule }) => rule);
  };
  assert.ok(missed("{}").includes("application/module-not-loaded"));
  assert.ok(!missed('{"knownModules": ["app_queue.so"]}').includes("application/module-not-loaded"));
});

test("profiles: minimal is what is lost, strict makes hints warnings", () => {
  const found = [
    problem("codec/unknown-codec"),
    problem("codec/duplicate-codec", "pjsip.conf", "redundant"),
    problem("config/unread-include", "pjsip.conf", "not-checked"),
  ];
  const of = (profile: string): string[] =>
    shown(combineSettings([layer(`{"profile": "${profile}"}`)], base), ...found).map((line) =>
      line.slice(11),
    );
  assert.deepEqual(of("minimal"), ["codec/unknown-codec error"]);
  assert.deepEqual(of("recommended"), [
    "codec/unknown-codec error",
    "codec/duplicate-codec hint",
    "config/unread-include hint",
  ]);
  assert.deepEqual(of("strict"), [
    "codec/unknown-codec error",
    "codec/duplicate-codec warning",
    "config/unread-include hint",
  ]);
  const named = combineSettings([layer('{"profile": "minimal", "rules": {"codec": "hint"}}')], base);
  assert.deepEqual(shown(named, ...found).length, 2, "who names a group wants it");
});

/** Files by their whole path. */
function disk(files: Readonly<Record<string, string>>): (folder: string, name: string) => FileContent {
  return (folder, name) => {
    const place = `${folder}/${name}`;
    const text = files[place];
    if (text !== undefined) return { path: name, text };
    return Object.keys(files).some((path) => path.startsWith(`${place}/`)) ? "directory" : "absent";
  };
}

const upwards = ["/srv/pbx/etc", "/srv/pbx", "/srv", "/"];

test("the nearest file counts, none above a repository", () => {
  const outer = { "/srv/asterisk-analyzer.json": "{}" };
  assert.deepEqual(findSettings(upwards, disk(outer)).places, ["/srv/asterisk-analyzer.json"]);
  const nearer = { ...outer, "/srv/pbx/asterisk-analyzer.json": "{}" };
  assert.deepEqual(findSettings(upwards, disk(nearer)).places, ["/srv/pbx/asterisk-analyzer.json"]);
  assert.deepEqual(findSettings(upwards, disk({ ...outer, "/srv/pbx/.git/config": "" })).places, []);
  assert.deepEqual(findSettings(upwards, disk({ ...outer, "/srv/pbx/.git": "gitdir: x" })).places, []);
  const inRepository = { ...nearer, "/srv/pbx/.git/config": "" };
  assert.equal(findSettings(upwards, disk(inRepository)).places.length, 1);
  assert.equal(findSettings(upwards, () => "unknown").unknown, true);
});

test("a file extends others, the later one over the earlier, and never itself", () => {
  const {
    layers,
    faults: wrong,
    places,
  } = findSettings(
    upwards,
    disk({
      "/srv/pbx/etc/asterisk-analyzer.json": '{"extends": ["../a.json", "./b.json"], "profile": "strict"}',
      "/srv/pbx/a.json": '{"version": "18", "profile": "minimal", "astetcdir": "/a"}',
      "/srv/pbx/etc/b.json": '{"version": "20"}',
    }),
  );
  assert.deepEqual(wrong, []);
  assert.deepEqual(places, ["/srv/pbx/etc/asterisk-analyzer.json", "/srv/pbx/etc/b.json", "/srv/pbx/a.json"]);
  assert.deepEqual(
    layers.map(({ folder }) => folder),
    ["/srv/pbx/etc", "/srv/pbx/etc", "/srv/pbx"],
  );
  const { settings } = combineSettings(layers, "/srv/pbx/etc");
  assert.equal(settings.version.major, 20);
  assert.equal(settings.directory, "/a");
  const circle = findSettings(
    ["/x"],
    disk({
      "/x/asterisk-analyzer.json": '{\n "extends": "b.json" }',
      "/x/b.json": '{"extends": "asterisk-analyzer.json"}',
    }),
  );
  assert.deepEqual(
    circle.faults.map(({ place, line, column, message }) => `${place}:${line}:${column} ${message}`),
    ['/x/b.json:1:13 "asterisk-analyzer.json" leads back to where it comes from'],
  );
  const missing = findSettings(["/x"], disk({ "/x/asterisk-analyzer.json": '{\n "extends": "b.json" }' }));
  assert.deepEqual(
    missing.faults.map(({ line, column, message }) => `${line}:${column} ${message}`),
    ['2:13 "b.json" does not exist'],
  );
  const names = Array.from({ length: 30 }, (_, index) => `"f${index % 3}.json"`).join(",");
  const many = (text: string): Record<string, string> =>
    Object.fromEntries(["asterisk-analyzer", "f0", "f1", "f2"].map((name) => [`/x/${name}.json`, text]));
  assert.ok(findSettings(["/x"], disk(many(`{"extends": [${names}]}`))).layers.length <= 20, "crosswise");
});

test("what init writes is read without a fault, and says which Asterisk it is for", () => {
  for (const known of [undefined, { version: "20.9.0", evidence: "Dockerfile" }]) {
    const { chosen, faults: wrong } = readSettings(settingsTemplate("strict", known));
    assert.deepEqual(wrong, []);
    assert.equal(chosen.profile, "strict");
    assert.equal(chosen.version?.major, known === undefined ? 23 : 20);
  }
  const cases: readonly (readonly [text: string, version: string | undefined])[] = [
    ["FROM andrius/asterisk:20.9.0-debian", "20.9.0"],
    ["ARG ASTERISK_VERSION=22", "22"],
    ["; Asterisk 18 configuration", "18"],
    ["image: asterisk:latest", undefined],
    ["FROM asterisk:13", undefined],
    ["asterisk-23.4.1.tar.gz", "23.4.1"],
    ["port 5060", undefined],
  ];
  for (const [text, version] of cases) assert.equal(versionHint(text), version, text);
});

test("the schema takes what is read, and nothing else", () => {
  const schema = JSON.parse(readFileSync("server/schemas/settings.schema.json", "utf8"));
  for (const key of ["version", "astetcdir"]) {
    assert.match("", new RegExp(schema.properties[key].pattern));
    assert.deepEqual(readSettings(JSON.stringify({ [key]: "" })), { chosen: {}, faults: [], extended: [] });
  }
  for (const key of ["profile", "suppressions"])
    for (const word of schema.properties[key].enum)
      assert.deepEqual(faults(JSON.stringify({ [key]: word })), [], `${key} ${word}`);
  for (const word of schema.properties.rules.additionalProperties.enum)
    assert.deepEqual(faults(JSON.stringify({ rules: { codec: word } })), []);
  for (const name of schema.properties.rules.propertyNames.enum)
    assert.deepEqual(faults(JSON.stringify({ rules: { [name]: "off" } })), []);
  const words: readonly string[] = Object.values(schema.properties).map(
    (property) => (property as { markdownDescription?: string }).markdownDescription ?? "",
  );
  assert.ok(
    words.every((text) => text !== ""),
    "every key is described",
  );
  for (const example of words.flatMap((text) => [...text.matchAll(/for example `([[{].*?[\]}])`/g)]))
    JSON.parse(example[1] ?? "");
});
