// Dialplan texts: what they become, what cannot be told, what is wrong with them whatever the variables hold; and
// that no text is too strange.

import assert from "node:assert/strict";
import test from "node:test";
import {
  checkExpression,
  givenVariables,
  isTrueCondition,
  parseText,
  substitute,
} from "../server/src/core/api.ts";
import { run } from "./support/command-line.ts";

const variables = new Map([
  ["X", "abcdef"],
  ["L", "a,b,c"],
  ["E", ""],
  ["U", "grüße"],
]);

function becomes(text: string): string | undefined {
  return substitute(text, givenVariables(variables, new Set(["SECRET"]))).value;
}

const values: Readonly<Record<string, string>> = {
  // Substitution and substrings.
  "a${X}b": "aabcdefb",
  "${X:2}": "cdef",
  "${X:2:2}": "cd",
  "${X:-3:-1}": "de",
  "${X:0:0}": "",
  "${X: 1 : 2}": "bcdef",
  "${LEN(abc):0:1}": "3",
  "${LEN(${U})}": "7",
  "${U:0:2}": "gr",
  "\\${X}": "\\abcdef",
  "$X $$ $": "$X $$ $",
  "${${E}X}": "abcdef",
  // Expressions.
  "$[1 + 2 * 3]": "7",
  "$[1/3]": "0.333333333333333333",
  "$[0.1 + 0.2]": "0.3",
  "$[1000000000000000000 * 10]": "1e+19",
  "$[9007199254740993 + 0]": "9007199254740993",
  "$[1 / 100000]": "1e-05",
  "$[-0]": "-0",
  "$[007]": "007",
  "$[007 | 1]": "7",
  '$["a" = a]': "0",
  "$[5 = 5.0]": "1",
  "$[!0.5]": "1",
  "$[1 ? a :: 1 ? b :: c]": "b",
  '$[abc =~ "(b)(c)"]': "b",
  '$["aab" =~ "a|ab|aab"]': "3",
  '$[xaay =~ "(a*)"]': "",
  '$[abab =~ "((ab)*)"]': "abab",
  '$[aab : "a*(a|ab)(b*)"]': "a",
  "$[POW(2,0.5)]": "1.41421356237309505",
  "$[EXP(1)]": "2.71828182845904524",
  "$[LOG10(1000)]": "3",
  "$[SIN(1)]": "0.841470984807896507",
  "$[ATAN2(1,-1)]": "2.35619449019234493",
  "$[ACOS(-1)]": "3.14159265358979324",
  "$[SQRT(2)]": "1.41421356237309505",
  "$[REMAINDER(5,3)]": "-1",
  "$[RINT(2.5) + ROUND(2.5)]": "5",
  "$[ROUND(abc)]": "0",
  "$[LEN(abc) + 1]": "4",
  // Functions.
  "${CUT(L,\\,,2-)}": "b,c",
  "${CUT(L,\\,,-2)}": "a,b",
  "${FIELDQTY(L,\\,)}": "3",
  "${FIELDNUM(L,\\,,C)}": "3",
  "${LISTFILTER(L,\\,,b)}": "a,c",
  "${FILTER(0-9a-c,x1b2)}": "1b2",
  "${REPLACE(X,bd,_)}": "a_c_ef",
  "${STRREPLACE(X,cd,--)}": "ab--ef",
  "${IF($[${LEN(${E})} = 0]? yes : no )}": "yes",
  "${IF(0.5?a:b)}": "b",
  "${MATH(7/2)}": "3.500000",
  "${MATH(7/2,int)}": "3",
  "${MATH(255+0,hex)}": "ff",
  "${MATH(2>=2)}": "TRUE",
  '${REGEX("^a.*f$" ${X})}': "1",
  '${QUOTE(a"b\\c)}': '"a\\"b\\\\c"',
  "${URIENCODE(a b/ü)}": "a%20b%2F%C3%BC",
  "${URIDECODE(%C3%BC)}": "ü",
  "${BASE64_ENCODE(hello)}": "aGVsbG8=",
  "${BASE64_DECODE(aGVsbG8=)}": "hello",
  "${SPRINTF(%05d %s %.2f,42,x,1.005)}": "00042 x 1.00",
  "${SORT(a:3,b:1,c:2)}": "b,c,a",
  "${EVAL(${X}\\${X})}": "abcdef\\abcdef",
  "${TOUPPER(${U})}": "GRüßE",
};

test("texts become what Asterisk makes of them", () => {
  for (const [text, value] of Object.entries(values)) assert.equal(becomes(text), value, text);
});

test("conditions go by the number at the beginning", () => {
  const truths = ["1", "-1", "foo", '"0"', "01", "1.5"].map(isTrueCondition);
  assert.deepEqual(new Set(truths), new Set([true]));
  assert.deepEqual(["", "0", "0.5", " 0", "00x"].map(isTrueCondition), [false, false, false, false, false]);
});

test("what is not known is told with its reason, once", () => {
  const found = substitute(
    "${LEN(${SECRET})}${CHANNEL(peerip)}${EXTEN:1}",
    givenVariables(variables, new Set(["SECRET"])),
  );
  assert.equal(found.value, undefined);
  assert.deepEqual(
    found.unknown.map(({ what, start, end }) => [what, start, end]),
    [
      ["SECRET", 6, 15],
      ["CHANNEL()", 17, 35],
      ["EXTEN", 35, 45],
    ],
  );
  assert.deepEqual(
    substitute("${NONE}${X}", givenVariables(variables)).unset.map(({ name }) => name),
    ["NONE"],
  );
});

test("messages carry the place that they are about", () => {
  const logged = (text: string): readonly unknown[] =>
    substitute(text, givenVariables(variables)).messages.map((each) => [
      each.text,
      text.slice(each.start, each.end),
    ]);
  assert.deepEqual(logged("x$[2 * a]"), [["non-numeric argument", "2 * a"]]);
  assert.deepEqual(logged("${LENGTH(x)}"), [["Function LENGTH not registered", "${LENGTH(x)}"]]);
  assert.deepEqual(logged("a${X"), [["Error in extension logic (missing '}')", "${X"]]);
  assert.deepEqual(logged("$[1 / ${E}0]"), [["division by zero", "$[1 / ${E}0]"]]);
  const deep = `${"${".repeat(16)}X${"}".repeat(16)}`;
  assert.match(substitute(deep, givenVariables(variables)).messages[0]?.text ?? "", /recursion depth \(15\)/);
  assert.deepEqual(logged(`${"${".repeat(15)}X${"}".repeat(15)}`), []);
});

interface Check {
  readonly faults: readonly string[];
  readonly empty: readonly string[];
}

function checked(expression: string): Check {
  const part = parseText(expression).parts[0];
  if (part?.kind !== "expression") assert.fail(expression);
  const { faults, emptyOperands } = checkExpression(expression, part.body);
  return {
    faults: faults.map(
      ({ message, start, end }) => `${expression.slice(start, end)}@${start}: ${message ?? "?"}`,
    ),
    empty: emptyOperands.map(({ start, end }) => expression.slice(start, end)),
  };
}

test("syntax errors are told where they are certain", () => {
  const certain: Readonly<Record<string, string>> = {
    "$[1 ? b]": "@7: syntax error, unexpected $end",
    "$[1 ? b : ${X}]": "",
    "$[${X} = ]": "@9: ?",
    "$[(${X} = 1]": "@11: ?",
    "$[${X} = 1)]": ")@10: ?",
    "$[a b ${X}]": "b@4: syntax error, unexpected '<token>', expecting $end",
    '$["${X}" = "1" | ]': "@17: ?",
    '$["${X}" == "a" b]': "b@16: ?",
    "$[= ${X}]": "=@2: syntax error, unexpected '=', expecting $end",
    "$[${X} ? a]": "@10: ?",
    "$[LEN(${X}) * * 2]": "*@14: ?",
  };
  for (const [text, fault] of Object.entries(certain))
    assert.deepEqual(checked(text).faults, fault === "" ? [] : [fault], text);
});

test("expressions that may be right for some values are left alone", () => {
  const possible = [
    "$[]",
    "$[${X}]",
    "$[${X} ${Y} ${Z}]",
    "$[${X} :: b]",
    "$[1 ? ${X}]",
    "$[${X}(1)]",
    "$[${F}(1,2)]",
    "$[ROUND(${X},)]",
    '$["${X}" = "a" & "${Y}" != ""]',
    "$[a ${X} b]",
    "$[a !${X} b]",
    "$[${X}= 1]",
    "$[${X}abc = 1]",
    "$[!${X} & -${Y}]",
    "$[(${X} + 1) * 2 ? ${A} :: ${B}]",
  ];
  for (const text of possible) assert.deepEqual(checked(text).faults, [], text);
});

test("operands that may be empty are told apart", () => {
  assert.deepEqual(checked("$[${X} = 1]").empty, ["${X}"]);
  assert.deepEqual(checked("$[1 = ${X}]").empty, ["${X}"]);
  assert.deepEqual(checked('$["${X}" = 1]').empty, []);
  assert.deepEqual(checked("$[x${X} = x1]").empty, []);
  assert.deepEqual(checked("$[0${X} > 1]").empty, []);
  assert.deepEqual(checked("$[${X} - 1]").empty, []);
  assert.deepEqual(checked("$[${X}]").empty, []);
  assert.deepEqual(checked("$[${X}${Y} > ${Z} + 1]").empty, ["${X}${Y}", "${Z}"]);
});

const { FUZZ = "3000" } = process.env;
const fuzzRounds = Number(FUZZ);

test("no text is too strange", () => {
  const pieces =
    '${|$[|}|]|(|)|{|[|:|?|::|!|-|+|*|/|%|<|=|~~|=~|"|\\|,|&|$|X|1|2.5|LEN|POW|CUT|IF|MATH|SPRINTF|REPLACE|a|%d| |ü|\udc80|\n|\uffff';
  const words = pieces.split("|").concat("|");
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let round = 0; round < fuzzRounds; round++) {
    const text = Array.from({ length: random(24) }, () => words[random(words.length)]).join("");
    substitute(text, givenVariables(variables));
    for (const source of [text, `$[${text}]`, `\${${text}}`, `\${${words[random(words.length)]}(${text})}`]) {
      substitute(source, givenVariables(variables, new Set(["L"])));
      for (const part of parseText(source).parts)
        if (part.kind === "expression") checkExpression(source, part.body);
    }
  }
});

test("long and deep texts take no long time", () => {
  const texts = [
    "${".repeat(50_000),
    `$[${"(".repeat(100_000)}`,
    `$[${"-".repeat(4000)}1]`,
    `$[${"1 ? ".repeat(1000)}1]`,
    `$[${"1+".repeat(2000)}1]`,
    `$[POW(10,4000) * POW(10,900)]`,
    "$[POW(10,POW(10,1000))] $[EXP(POW(10,4000))] $[SIN(POW(10,4900))]",
    `$["${"a".repeat(4000)}" =~ "(a*)*b"]`,
    `$[${"${X} + ".repeat(100_000)}]`,
    `\${FILTER(${"\\x41-".repeat(1000)},b)}`,
  ];
  const before = performance.now();
  for (const text of texts) {
    substitute(text, givenVariables(variables));
    for (const part of parseText(text).parts)
      if (part.kind === "expression") checkExpression(text, part.body);
  }
  assert.ok(performance.now() - before < 4000, `${performance.now() - before} ms`);
});

test("eval: value, unknown pieces, messages with carets", () => {
  const known = run(".", ["eval", "$[${A} + ${B}2]", "--var", "A=1"]);
  assert.equal(known.output, "Value: 3\nTaken as not set: B\n");
  assert.equal(known.code, 0);
  const broken = run(".", ["eval", "x$[1 + ]"]);
  assert.equal(broken.code, 1);
  assert.match(broken.output, /^Value: x0\n/);
  assert.match(broken.output, /\n {4}x\$\[1 \+ \]\n {11}\^\n/);
  const unknown = run(".", ["eval", "${LEN(${A})}", "--unknown", "A", "--format", "json"]);
  assert.equal(unknown.code, 1);
  assert.equal((JSON.parse(unknown.output) as { value: unknown }).value, null);
  assert.equal(run(".", ["eval", "x", "--var", "=1"]).code, 2);
  assert.equal(run(".", ["eval"]).code, 2);
});
