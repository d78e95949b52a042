// Each snippet with the values that stand in it, alone and with all others, is a configuration without any problem.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";
import {
  checkInstallation,
  defaultSettings,
  LineIndex,
  memoryFiles,
  openInstallation,
  parseVersion,
  rootFiles,
  series,
} from "../server/src/core/api.ts";
import { problemsOf } from "./support/installation.ts";
import { installationOf, type Texts } from "./support/snippet-installation.ts";
import { expandSnippet, readSnippets, type Snippet, tabStops } from "./support/snippets.ts";

const snippets = readSnippets();
const expanded = new Map(snippets.map((snippet) => [snippet, expand(snippet)]));

for (const [snippet, text] of expanded) {
  test(`${snippet.file}: ${snippet.title}`, () => {
    assertClean(installationOf([[snippet, text]], named));
  });
}

/** Two ways to listen on the same port: an installation has one of them. */
const listeners = ["UDP transport", "Transport behind NAT"];

for (const listener of listeners) {
  const together = [...expanded].filter(([{ title }]) => title === listener || !listeners.includes(title));

  test(`all snippets together, with ${listener}`, () => {
    assertClean(installationOf(together, named));
  });

  test(`the snippets of each file together, with ${listener}`, () => {
    for (const file of new Set(snippets.map((snippet) => snippet.file)))
      assertClean(
        installationOf(
          together.filter(([snippet]) => snippet.file === file),
          named,
        ),
      );
  });
}

/** Trunks over UDP need a transport for it, which is added to those of other protocols only. */
test("each transport with each trunk", () => {
  const transports = [...expanded].filter(([, text]) => /^type = transport$/m.test(text));
  const trunks = [...expanded].filter(([{ prefix }]) => prefix.some((word) => /\btrunk\b/.test(word)));
  assert.ok(transports.length >= 5 && trunks.length >= 8);
  for (const transport of transports)
    for (const trunk of trunks) {
      const texts = installationOf([transport, trunk], named);
      assertClean(texts);
      assert.equal(texts["pjsip.conf"]?.match(/^protocol = udp$/gm)?.length, 1, transport[0].title);
    }
});

test("the word transport and the name of a protocol give that protocol", () => {
  const protocols = {
    transport: "udp",
    "transport-udp": "udp",
    "transport-tcp": "tcp",
    "transport-tls": "tls",
  };
  for (const [word, protocol] of Object.entries(protocols)) {
    const found = [...expanded].find(([{ prefix }]) => prefix.includes(word));
    assert.match(found?.[1] ?? "", new RegExp(`^protocol = ${protocol}$`, "m"), word);
  }
});

test("every snippet is found by a prefix of its own, and is described", () => {
  const languages = new Map<string, string>();
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
    contributes: { snippets: { language: string; path: string }[] };
  };
  for (const { language, path } of contributes.snippets)
    languages.set(path.replace("./snippets/", "").replace(".json", ""), language);
  const seen = new Set<string>();
  for (const { file, title, prefix, description } of snippets) {
    const language = languages.get(file);
    assert.ok(language !== undefined, `${file} is not in package.json`);
    for (const word of prefix) {
      assert.match(word, /^[a-z0-9][a-z0-9-]*$/, title);
      assert.ok(!seen.has(`${language} ${word}`), `${word} is taken twice`);
      seen.add(`${language} ${word}`);
    }
    assert.match(description, /^[A-Z0-9*].{20,}[^.]$/, title);
  }
});

test("a forwarded call leaves through the outbound context, and where that fails the phone rings", () => {
  const lines = named("Call forwarding").split("\n");
  const dial = lines.findIndex((line) => line.includes("Dial(Local/${target}@outbound,"));
  assert.ok(dial > 0);
  assert.deepEqual(
    lines.slice(dial + 1).filter((line) => line !== "" && !line.startsWith(";")),
    [" same => n(done),Return()"],
  );
});

test("no endpoint is known by a header that anybody may send from anywhere", () => {
  const known = [...expanded].filter(([, text]) => /^match_header = /m.test(text));
  assert.ok(known.length > 0);
  for (const [{ title }, text] of known) {
    for (const line of ["deny = 0.0.0.0/0", "deny = ::/0"]) assert.ok(text.includes(`\n${line}\n`), title);
    assert.match(text, /^permit = (?!0\.0\.0\.0)\d/m, title);
  }
});

test("one refusal does not end a registration for good", () => {
  const registering = [...expanded].filter(([, text]) =>
    /^(?:type = registration|sends_registrations = yes)$/m.test(text),
  );
  assert.ok(registering.length >= 4);
  for (const [{ title }, text] of registering) {
    assert.match(text, /^(?:registration\/)?auth_rejection_permanent = no$/m, title);
    for (const kind of ["forbidden", "fatal"])
      assert.match(text, new RegExp(`^(?:registration/)?${kind}_retry_interval = [1-9]\\d*$`, "m"), title);
  }
});

test("what a snippet allows comes with Asterisk", () => {
  for (const [{ title }, text] of expanded)
    for (const [, codecs = ""] of text.matchAll(/^(?:endpoint\/)?allow = !all,(.*)$/gm))
      assert.match(codecs, /^(?:(?:g722|alaw|ulaw)(?:,|$))+$/, title);
});

test("calls over TLS go to a name, as certificates have one", () => {
  const contacts = [...expanded].flatMap(([, text]) => [
    ...text.matchAll(/^contact = sip:(.*):\d+\\;transport=tls$/gm),
  ]);
  assert.ok(contacts.length > 0);
  for (const [line, host = ""] of contacts) assert.match(host, /^[a-z.]+$/, line);
});

test("tab stops count from 1 without gaps, in the order of the text, and the cursor ends behind", () => {
  for (const { title, body } of snippets) {
    const stops = tabStops(body);
    assert.deepEqual(
      stops,
      stops.map((_, index) => index + 1),
      title,
    );
    assert.match(body, /\n\$0$/, title);
  }
});

test("no password that others know gets in unnoticed", () => {
  for (const { title, body } of snippets)
    for (const [, value = ""] of body.matchAll(/^(?:\w+\/)?(?:password|secret) = (.*)$/gm))
      assert.match(value, /^\$\{\d+:(?:\$\{UUID:change-me\}|password-from-provider)\}$/, title);
});

test("an editor that makes no random text leaves a password that is reported", () => {
  for (const snippet of snippets.filter(
    ({ file, body }) => file.startsWith("pjsip-") && body.includes("UUID"),
  )) {
    const text = expandSnippet(snippet.body, () => undefined);
    const found = problemsOf(installationOf([[snippet, text]], named));
    assert.ok(
      found.some(({ rule }) => rule === "placeholder/not-filled-in"),
      snippet.title,
    );
  }
});

test("the expander reads what VS Code reads", () => {
  const variables = (name: string): string | undefined => (name === "UUID" ? "id" : undefined);
  const wanted: Readonly<Record<string, string>> = {
    "a ${1:b} $1": "a b b",
    "$1 ${1:later}": "later later",
    "${1|x\\,y,z|}-$1": "x,y-x,y",
    "${1:a${2:b}c}$2": "abcb",
    "\\${EXTEN} \\$[1 \\\\;": "${EXTEN} $[1 \\;",
    "${1:$UUID} ${NAME:none}": "id none",
    "${1:a\\}b}": "a}b",
    "cost $ {x}": "cost $ {x}",
    end$0: "end",
  };
  for (const [body, text] of Object.entries(wanted)) assert.equal(expandSnippet(body, variables), text, body);
  assert.throws(() => expandSnippet("${1:open", variables));
  assert.throws(() => expandSnippet("$EXTEN", variables));
});

/** As a random UUID, but the same in each run. */
function expand(snippet: Snippet): string {
  let count = 0;
  return expandSnippet(snippet.body, (name) => {
    if (name === "RANDOM") return "583071";
    if (name !== "UUID") return undefined;
    const hex = createHash("sha256").update(`${snippet.title}${count++}`).digest("hex");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
  });
}

function named(title: string): string {
  const found = [...expanded].find(([snippet]) => snippet.title === title);
  assert.ok(found !== undefined, title);
  return found[1];
}

/** For every Asterisk that is supported. */
function assertClean(texts: Texts): void {
  const files = memoryFiles(texts);
  const wrong = series.flatMap((number) => {
    const version = parseVersion(String(number));
    assert.ok(version !== undefined);
    const installation = openInstallation(files, { ...defaultSettings, version });
    return checkInstallation(installation, rootFiles(files)).map(
      ({ rule, file, span, message }) =>
        `${number}: ${file}:${new LineIndex(texts[file] ?? "").position(span.start).line + 1}: ${rule}: ${message}`,
    );
  });
  assert.deepEqual(wrong, []);
}
