// Which files the extension takes for which language, and what the language configuration does while typing.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { knownFiles } from "../server/src/core/api.ts";
import { globMatches } from "./support/editor-glob.ts";

interface Language {
  readonly id: string;
  readonly filenames: readonly string[];
  readonly filenamePatterns: readonly string[];
  readonly configuration: string;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly files: readonly string[];
  readonly contributes: {
    readonly languages: readonly Language[];
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
  };
};
// Settings files are JSON with comments, which is not a language of ours.
const languages = manifest.contributes.languages.filter(({ id }) => id !== "jsonc");

/** As VS Code does: exact names first, then the longest pattern; case does not count. */
function languageOf(path: string): string | undefined {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf("/") + 1);
  const exact = languages.findLast(({ filenames }) => filenames.includes(name));
  if (exact !== undefined) return exact.id;
  let best: { readonly id: string; readonly length: number } | undefined;
  for (const { id, filenamePatterns } of languages.toReversed()) {
    for (const pattern of filenamePatterns) {
      if (pattern.length <= (best?.length ?? 0)) continue;
      if (globMatches(pattern.toLowerCase(), pattern.includes("/") ? lower : name))
        best = { id, length: pattern.length };
    }
  }
  return best?.id;
}

const expected: Readonly<Record<string, readonly string[]>> = {
  "asterisk-pjsip": [
    "pjsip.conf",
    "/etc/asterisk/pjsip.conf",
    "/etc/asterisk/PJSIP.conf",
    "pjsip_wizard.conf",
    "pjsip_notify.conf",
    "/work/pjsip_trunks.conf",
    "/etc/asterisk/pjsip_trunks.conf",
    "/etc/asterisk/pjsip.endpoint.conf",
    "/etc/asterisk/pjsip-phones.conf",
    "/etc/asterisk/pjsip.d/6001.conf",
    "/work/pbx/pjsip.d/phones/6001.conf",
    "/usr/src/asterisk/configs/samples/pjsip.conf.sample",
    "/work/pjsip_wizard.conf.sample",
    "/roles/pbx/templates/pjsip.conf.j2",
    "/roles/asterisk/templates/pjsip_wizard.conf.j2",
    "/work/pjsip.trunk.conf.template",
    "/modules/asterisk/templates/pjsip.conf.erb",
    "/roles/asterisk/templates/pjsip.d/6001.conf.j2",
  ],
  "asterisk-dialplan": [
    "extensions.conf",
    "/etc/asterisk/extensions.conf",
    "extensions_custom.conf",
    "/etc/asterisk/extensions_override_freepbx.conf",
    "/etc/asterisk/extensions.local.conf",
    "/etc/asterisk/extensions-office.conf",
    "/etc/asterisk/extensions.d/office.conf",
    "/work/extensions.d/night/ivr.conf",
    "/usr/src/asterisk/configs/samples/extensions.conf.sample",
    "/roles/asterisk/templates/extensions.conf.j2",
    "/work/extensions_trunks.conf.template",
    "/work/extensions.conf.erb",
    "/roles/asterisk/templates/extensions.d/ivr.conf.j2",
  ],
  "asterisk-conf": [
    "sip.conf",
    "/srv/pbx/voicemail.conf",
    "queues.conf",
    "modules.conf",
    "res_parking.conf",
    "confbridge.conf",
    "/etc/asterisk/queues_additional.conf",
    "/etc/asterisk/sip/phones.conf",
    "/etc/asterisk/manager.d/admin.conf",
    "/etc/asterisk/alsa.conf",
    "/usr/src/asterisk/configs/samples/amd.conf.sample",
    "/work/voicemail.conf.sample",
    "/work/voicemail.conf.j2",
    "/roles/asterisk/templates/manager.conf.j2",
    "/work/rtp.conf.template",
  ],
};

for (const [id, paths] of Object.entries(expected)) {
  test(`${id} takes its files`, () => {
    assert.deepEqual(
      paths.filter((path) => languageOf(path) !== id).map((path) => `${path}: ${languageOf(path)}`),
      [],
    );
  });
}

test("files of other programs are left alone", () => {
  const others = [
    "/etc/nginx/nginx.conf",
    "nginx.conf",
    "/etc/nginx/conf.d/default.conf",
    "/etc/mysql/my.cnf",
    "/etc/systemd/system.conf",
    "/etc/systemd/system/asterisk.service",
    "/etc/systemd/system/asterisk.service.d/override.conf",
    "/etc/logrotate.d/asterisk",
    "/usr/share/alsa/alsa.conf",
    "/etc/apache2/apache2.conf",
    "/etc/fail2ban/jail.d/asterisk.conf.local",
    "redis.conf",
    "nginx.conf.j2",
    "default.conf.template",
    "postgresql.conf.sample",
    "my-pjsip.conf.txt",
    "extensions.json",
    "/work/notpjsip.conf",
    "/work/asterisk.md",
  ];
  assert.deepEqual(
    others.filter((path) => languageOf(path) !== undefined),
    [],
  );
});

test("every file that Asterisk opens has a language, by its name alone or in a folder of Asterisk", () => {
  const unnamed = knownFiles.map(({ name }) => name).filter((name) => languageOf(name) === undefined);
  assert.deepEqual(unnamed, ["alsa.conf", "console.conf", "oss.conf"]);
  for (const name of unnamed) assert.equal(languageOf(`/etc/asterisk/${name}`), "asterisk-conf");
  for (const { name } of knownFiles.filter((file) => !unnamed.includes(file.name))) {
    assert.notEqual(languageOf(`${name}.sample`), undefined, name);
    assert.notEqual(languageOf(`${name}.j2`), undefined, name);
  }
});

test("no pattern takes every .conf", () => {
  for (const { filenames, filenamePatterns } of languages)
    for (const pattern of [...filenames, ...filenamePatterns])
      assert.ok(!globMatches(pattern, pattern.includes("/") ? "/a/b/c.conf" : "c.conf"), pattern);
});

test("every language is described, shipped and has defaults", () => {
  for (const { id, configuration } of languages) {
    const path = configuration.replace("./", "");
    assert.ok(existsSync(path));
    assert.ok(manifest.contributes.configurationDefaults[`[${id}]`] !== undefined);
  }
});

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

const configuration = JSON.parse(readFileSync("client/language-configuration.json", "utf8")) as {
  readonly wordPattern: string;
  readonly onEnterRules: readonly EnterRule[];
  readonly indentationRules: {
    readonly increaseIndentPattern: string;
    readonly decreaseIndentPattern: string;
  };
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
};

/** What Enter puts into the new line, "|" being the cursor. */
function afterEnter(line: string): string {
  const [before = "", after = ""] = line.split("|");
  const rule = configuration.onEnterRules.find(
    ({ beforeText, afterText }) =>
      new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
  );
  if (rule === undefined) return "as ever";
  const indent = rule.action.indent === "outdent" ? "" : (/^\s*/.exec(before)?.[0] ?? "");
  return indent + (rule.action.appendText ?? "");
}

test("Enter goes on with the extension", () => {
  const wanted: Readonly<Record<string, string>> = {
    "exten => 100,1,NoOp()|": " same => n,",
    "exten => _X.,1(start),Dial(PJSIP/${EXTEN},20)| ": " same => n,",
    "exten = 100,1,Answer|": " same = n,",
    "exten=>100,n,Answer()|": " same => n,",
    " same => n,Playback(hello,skip)|": " same => n,",
    "\tsame => n(again),Wait(1)|": "\tsame => n,",
    " same = n,Wait(1)|": " same = n,",
    "exten => 100,1,Set(A=b\\;c)|": " same => n,",
    // An extension has ended.
    " same => n,Hangup()|": "",
    " same => n,Return(${RESULT})|": "",
    " same => n,Goto(other,s,1)|": "",
    "exten => 100,1,Hangup|": "",
    // Nothing stands there yet: Enter again ends the extension.
    " same => n,|": "",
    " same => |": "",
    // Nothing may follow a hint.
    "exten => 100,hint,PJSIP/6001|": "",
    // Inside of a line, and in lines of other kinds.
    "exten => 100,1,Dial(|)": "as ever",
    "exten => 100|": "as ever",
    "exten => 100,1|": "as ever",
    "; exten => 100,1,NoOp()|": "as ever",
    "include => office|": "as ever",
    "context = internal|": "as ever",
    "|": "as ever",
  };
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((line) => [line, afterEnter(line)])), wanted);
});

test("names are words", () => {
  const words = "PJSIP/acme-west_1@sip.example.com,${CALLERID(num)}".match(
    new RegExp(configuration.wordPattern, "g"),
  );
  assert.deepEqual(words, ["PJSIP", "acme-west_1@sip.example.com", "CALLERID", "num"]);
});

test("lines that begin something stand at the margin, steps below their extension", () => {
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
  for (const line of ["exten => 100,1,NoOp()", " EXTEN = s,1,NoOp()"])
    assert.match(line, new RegExp(increaseIndentPattern));
  for (const line of [
    "[office]",
    "exten => 1,1,NoOp()",
    "include => office",
    "#include a.conf",
    " lswitch => x",
  ])
    assert.match(line, new RegExp(decreaseIndentPattern));
  for (const line of [" same => n,NoOp()", "context = internal", ""])
    assert.doesNotMatch(line, new RegExp(decreaseIndentPattern));
});

test("block comments and regions fold", () => {
  const { start, end } = configuration.folding.markers;
  for (const line of [";-- old", "  ;--", "; region phones", ";#region"])
    assert.match(line, new RegExp(start));
  for (const line of [";--- heading ---", "; -- no", ";-- one line --;"])
    assert.doesNotMatch(line, new RegExp(start));
  for (const line of ["--;", "old --; ", "; endregion", ";#endregion phones"])
    assert.match(line, new RegExp(end));
});
