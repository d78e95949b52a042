// `lint --format sarif`: valid by the official schema, and its places and fixes mean what ours do.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import draft4 from "ajv-draft-04";
import formats from "ajv-formats";
import { applyEdits, type Checked, LineIndex, sarifReport } from "../server/src/core/api.ts";
import {
  checkedOf,
  everyExample,
  oddFailure,
  oddInstallation,
  reportOf,
  sarifOptions,
} from "./support/lint-reports.ts";
import { sharedFolder } from "./support/shared.ts";

const schema = join(sharedFolder ?? "", "schemas/sarif-schema-2.1.0.json");
const skip =
  sharedFolder !== undefined && existsSync(schema)
    ? false
    : "the folder ../shared with the schema is not here";

/** As much of SARIF as is looked at here. */
interface Log {
  readonly runs: readonly [
    {
      readonly results: readonly Result[];
      readonly artifacts: readonly { readonly location: Location }[];
      readonly tool: { readonly driver: { readonly rules: readonly Descriptor[] } };
      readonly invocations: readonly {
        readonly executionSuccessful: boolean;
        readonly toolExecutionNotifications: readonly {
          readonly message: { readonly text: string };
          readonly locations: readonly { readonly physicalLocation: Physical }[];
        }[];
      }[];
    },
  ];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: Physical }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: Location;
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}

interface Location {
  readonly uri: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Physical {
  readonly artifactLocation: Location;
  readonly region: Region;
}

interface Descriptor {
  readonly id: string;
  readonly helpUri: string;
  readonly help: { readonly text: string; readonly markdown: string };
  readonly fullDescription: { readonly text: string };
  readonly defaultConfiguration: { readonly level: string };
}

function sarif(all: readonly Checked[], failures = [] as Parameters<typeof reportOf>[2]): Log {
  return JSON.parse(reportOf(sarifReport(sarifOptions), all, failures)) as Log;
}

test("valid by the official schema: nothing, every example, odd names", { skip }, () => {
  const ajv = new draft4({ strict: false, allErrors: false });
  formats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")) as object);
  const logs = [
    sarif([]),
    sarif([checkedOf({ "pjsip.conf": "" })]),
    sarif(everyExample()),
    sarif([oddInstallation()], [oddFailure]),
  ];
  for (const log of logs) assert.ok(validate(log), JSON.stringify(validate.errors));
  assert.ok((logs[2]?.runs[0].results.length ?? 0) > 500);
});

test("indexes lead to rules and files, rules have help and a page", () => {
  const { results, artifacts, tool } = sarif(everyExample()).runs[0];
  for (const { ruleId, ruleIndex, locations } of results) {
    assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    for (const { physicalLocation } of locations) {
      const { index = -1, ...location } = physicalLocation.artifactLocation;
      assert.deepEqual(artifacts[index]?.location, location);
    }
  }
  for (const { id, helpUri, help, fullDescription } of tool.driver.rules) {
    assert.ok(helpUri.endsWith(`/rules/${id}/`), helpUri);
    assert.match(help.markdown, /## Bad/);
    assert.doesNotMatch(help.markdown, /\]\((?!https:)[^)]*\.md/);
    assert.ok(help.text.length > 50 && !help.text.includes("```"), help.text);
    assert.match(fullDescription.text, /^[^\n`]{20,}$/);
  }
});

test("a rule tells its usual level, a result its own", () => {
  const { results, tool } = sarif([
    checkedOf({ "pjsip.conf": "[a]\ntype=endpoint\nallow=!all,ulaw,ulaw\nauth\n" }),
  ]).runs[0];
  assert.deepEqual(
    results.map(({ ruleId, level }) => `${level} ${ruleId}`),
    ["note codec/duplicate-codec", "error config/no-equals"],
  );
  assert.deepEqual(
    tool.driver.rules.map(({ defaultConfiguration }) => defaultConfiguration.level),
    ["note", "error"],
  );
});

test("fixes, applied by what the log says, are our fixes", () => {
  let applied = 0;
  for (const checked of everyExample()) {
    const { results } = sarif([checked]).runs[0];
    for (const [index, result] of results.entries()) {
      const problem = checked.problems[index];
      if (result.fixes?.length !== problem?.fixes.length) continue;
      for (const [place, fix] of (result.fixes ?? []).entries()) {
        for (const { artifactLocation, replacements } of fix.artifactChanges) {
          const path = decodeURIComponent(artifactLocation.uri).slice(checked.installation.length + 1);
          const text = checked.text(path) ?? "";
          const ours = problem?.fixes[place]?.edits.filter(({ file }) => file === path) ?? [];
          const theirs = replacements.map(({ deletedRegion, insertedContent }) => ({
            span: spanOf(text, deletedRegion),
            text: insertedContent.text,
          }));
          assert.equal(applyEdits(text, theirs), applyEdits(text, ours));
          applied++;
        }
      }
    }
  }
  assert.ok(applied > 300, `only ${applied}`);
});

test("a fix whose text would hold a password is left to --fix", () => {
  const checked = checkedOf({ "pjsip.conf": "[a]\ntype=auth\nusername=a\npasword=hunter2secret\n" });
  assert.ok(!JSON.stringify(sarif([checked])).includes("hunter2"));
  assert.ok(!JSON.stringify(sarif([checked])).includes('"text":"***'));
});

test("names of files are encoded, and those outside the checkout are absolute", () => {
  const uris = sarif([oddInstallation()]).runs[0].artifacts.map(({ location }) => location.uri);
  for (const uri of [
    "odd/a%20b%2520%2Cc%3Ad.conf",
    "odd/line%0Abreak.conf",
    "odd/byte%FF.conf",
    "odd/%5D%5D%3E%26%3C%22%27.conf",
    "odd/%C3%BC%F0%9F%98%80%23%3F.conf",
  ])
    assert.ok(uris.includes(uri), `${uri} is not in ${uris.join(" ")}`);
  const outside = sarif([checkedOf({ "pjsip.conf": "[a]\ntype\n" }, "../else where")]).runs[0].artifacts[0];
  assert.deepEqual(outside?.location, { uri: "file:///work/else%20where/pjsip.conf" });
});

test("what could not be read is told, and the run was no success", () => {
  const failure = { path: "../x/pjsip.conf", reason: "permission denied" };
  const [invocation] = sarif([], [failure]).runs[0].invocations;
  assert.equal(invocation?.executionSuccessful, false);
  const [told] = invocation?.toolExecutionNotifications ?? [];
  assert.equal(told?.message.text, "../x/pjsip.conf: permission denied");
  assert.equal(told?.locations[0]?.physicalLocation.artifactLocation.uri, "file:///work/x/pjsip.conf");
  assert.equal(sarif([]).runs[0].invocations[0]?.executionSuccessful, true);
});

test("fingerprints tell all results apart and outlive moved lines", () => {
  const names = (all: readonly Checked[]): string[] =>
    sarif(all).runs[0].results.map(
      ({ partialFingerprints }) => partialFingerprints["asteriskAnalyzer/v1"] ?? "",
    );
  const all = names(everyExample());
  assert.equal(new Set(all).size, all.length);
  const text = "[a]\ntype=endpoint\nallow=ulaww\nallow=ulaww\n";
  assert.deepEqual(
    names([checkedOf({ "pjsip.conf": `; new\n${text}` })]),
    names([checkedOf({ "pjsip.conf": text })]),
  );
});

function spanOf(
  text: string,
  { startLine, startColumn, endLine, endColumn }: Region,
): { start: number; end: number } {
  const index = new LineIndex(text);
  return {
    start: index.lineStart(startLine) + startColumn - 1,
    end: index.lineStart(endLine) + endColumn - 1,
  };
}
