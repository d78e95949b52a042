// Patterns of paths in settings: what they mean, and that none takes long.

import assert from "node:assert/strict";
import test from "node:test";
import { pathMatcher } from "../server/src/core/settings-file/path-patterns.ts";

test("patterns of paths", () => {
  const cases: readonly (readonly [patterns: string[], path: string, meant: boolean])[] = [
    [["*.conf"], "a/b/pjsip.conf", true],
    [["pjsip.conf"], "a/pjsip.conf", true],
    [["old"], "a/old/b/pjsip.conf", true],
    [["old/"], "old/pjsip.conf", true],
    [["./old/**"], "old/a/pjsip.conf", true],
    [["/old"], "a/old/pjsip.conf", false],
    [["/old"], "old/pjsip.conf", true],
    [["a/*.conf"], "a/b/pjsip.conf", false],
    [["a/**/*.conf"], "a/b/c/pjsip.conf", true],
    [["**/b"], "a/b/pjsip.conf", true],
    [["*"], ".hidden/pjsip.conf", true],
    [["{a,b}/*.conf"], "b/pjsip.conf", true],
    [["*.conf", "!pjsip.conf"], "a/pjsip.conf", false],
    [["*.conf", "!pjsip.conf"], "a/sip.conf", true],
    [["!pjsip.conf", "*.conf"], "pjsip.conf", true],
    [["old"], "older/pjsip.conf", false],
    [["[", "old"], "old/x", true],
    [["a".repeat(70_000)], "a", false],
    [["*a*a*a*a*a*a*a*b"], `${"a".repeat(5000)}/c`, false],
    [["**/a/**/a/**/a/**/a/**/b"], "a/".repeat(2000), false],
    [["{a,b}".repeat(40)], "a", false],
    [["a/**"], "a/b/c", true],
    [["a/**/c"], "a/c", true],
    [["a/**/c"], "a/b/b/c/d", true],
    [["pjsip_[ab]?.conf"], "x/pjsip_a1.conf", true],
    [["", "/", "!", "**"], "", false],
  ];
  for (const [patterns, path, meant] of cases)
    assert.equal(pathMatcher(patterns)(path), meant, `${patterns.join(" ").slice(0, 80)} on ${path}`);
});
