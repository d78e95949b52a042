// What stands inside a step of the dialplan, told by examples.

import assert from "node:assert/strict";
import test from "node:test";
import { type Call, readCall } from "../server/src/core/dialplan/step/call.ts";
import { readDialStrings } from "../server/src/core/dialplan/step/dial-string.ts";
import { endsHere } from "../server/src/core/dialplan/step/flow.ts";
import { readHint } from "../server/src/core/dialplan/step/hint.ts";
import { jumpsOf } from "../server/src/core/dialplan/step/jumps.ts";
import {
  couldBe,
  cutKnown,
  type KnownText,
  knownText,
  type Resolve,
  splitKnown,
  trimKnown,
} from "../server/src/core/dialplan/step/known-text.ts";
import { readPriority } from "../server/src/core/dialplan/step/location.ts";
import { readOptions } from "../server/src/core/dialplan/step/option-letters.ts";
import { namesIn } from "../server/src/core/dialplan/step/references.ts";
import { constantText, parseText } from "../server/src/core/dialplan/substitution/text.ts";
import { catalog, step } from "./support/steps.ts";

const globals: Readonly<Record<string, string>> = { TRUNK: "PJSIP/itsp", RING: "PJSIP/a&Local/5@inside" };
const resolve: Resolve = (source, { parts: [part] }) =>
  part?.kind === "variable" && part.substring === undefined
    ? globals[constantText(source, part.name) ?? ""]
    : undefined;

test("arguments are split at commas that nothing protects", () => {
  assert.deepEqual(values("Nobody(a,b)"), ["a", "b"]);
  assert.deepEqual(values('Nobody(a(1,2),[b,c],"d,e",f\\,g)'), ["a(1,2)", "[b,c]", "d,e", "f,g"]);
  assert.deepEqual(values("Nobody( a , b )"), [" a ", " b "], "blanks stay");
  assert.deepEqual(values("Nobody(a,)"), ["a", ""], "a comma at the end opens one more");
  assert.deepEqual(values("Nobody()"), []);
  assert.deepEqual(values("Nobody((a,b)"), ["(a,b"], "what is not closed protects to the end");
});

test("surplus commas stay in the last argument, which keeps its quotes", () => {
  assert.deepEqual(values('VoiceMail("1"&2,u,x,"y")'), ["1&2", 'u,x,"y"']);
  assert.deepEqual(values("NoOp(a,b,c)"), ["a,b,c"]);
  assert.deepEqual(
    values("Macro(m,1,2,3)"),
    ["m", "1", "2", "3"],
    "where the last one repeats there is no end",
  );
});

test("a substitution is one block that may yield commas", () => {
  const read = call("Nobody(a,${IF(1?x,y:z)},b)");
  assert.deepEqual(shown(read), ["a", "${IF(1?x,y:z)}", "b"]);
  assert.equal(read.certain, 1);
  assert.equal(call('Nobody(a,"${X}",b)').certain, 3, "in quotes it cannot");
  assert.equal(read.arguments[1]?.value, undefined);
});

test("some applications have their own separator", () => {
  assert.deepEqual(values("Set(A=1,B=2)"), ["A", "1,B=2"]);
  assert.deepEqual(values("GotoIf($[1=1]?a:b)"), [undefined, "a:b"]);
  assert.deepEqual(values("Goto((a,b),1)"), ["(a", "b)", "1"], "Goto knows no protection");
});

test("a location leaves out what stands first", () => {
  const kinds = (text: string) => call(text).arguments.map(({ spec }) => spec?.kind);
  assert.deepEqual(kinds("Goto(1)"), ["dialplan-priority"]);
  assert.deepEqual(kinds("Goto(s,1)"), ["dialplan-extension", "dialplan-priority"]);
  assert.deepEqual(kinds("ChannelRedirect(x,s,1)"), [
    "channel-name",
    "dialplan-extension",
    "dialplan-priority",
  ]);
});

test("calls within calls have their own arguments", () => {
  const read = call("ExecIf($[${A}]?Playback(a&b,skip):Set(X=f(1:2)))");
  assert.deepEqual(
    read.inner.map((inner) => [inner.call.application.text, ...shown(inner.call)]),
    [
      ["Playback", "a&b", "skip"],
      ["Set", "X", "f(1:2)"],
    ],
  );
  assert.deepEqual(
    call("ExecIf(1,NoOp,x)").inner.map(({ call: { data } }) => data.end - data.start),
    [1],
  );
  assert.equal(call("RetryDial(x,1,2,PJSIP/a&PJSIP/b,30,tT)").inner[0]?.call.arguments.length, 3);
  assert.equal(call("Originate(Local/1@a,app,Playback,beep)").inner[0]?.call.name, "playback");
});

test("options are letters with arguments", () => {
  const read = call('Dial(PJSIP/a,30,tL(1000:"2")Uz(a(b)c))');
  assert.deepEqual(options(read, 2), ["t", 'L(1000:"2")', "U", "z?(a(b)c)"]);
  assert.deepEqual(options(call("Dial(a,,m(cls)g${X}t)"), 2), ["m(cls)", "g", "t~"]);
  assert.deepEqual(options(call("Dial(a,,tm(cls)"), 2), ["t", "m!(cls"], "the last parenthesis closes Dial");
});

test("priorities are numbers, labels, or count from here", () => {
  assert.deepEqual(readPriority(" 1 "), { relative: undefined, number: 1, label: undefined });
  assert.deepEqual(readPriority("+2"), { relative: "+", number: 2, label: undefined });
  assert.deepEqual(readPriority("1abc"), { relative: undefined, number: undefined, label: "1abc" });
  assert.deepEqual(readPriority(" start"), { relative: undefined, number: undefined, label: " start" });
});

test("jumps say where they go: . is where the call is, ? what only a call tells", () => {
  assert.deepEqual(jumps("Goto(main,s,1)"), ["goto main s 1"]);
  assert.deepEqual(jumps("Goto(main,s)"), ["goto . main s"], "two parts are extension and label");
  assert.deepEqual(jumps("Goto(b, 1,1)"), ["goto b ' 1' 1"], "blanks count");
  assert.deepEqual(jumps("Goto(${X},1)"), ["goto . ? 1 assumed"]);
  assert.deepEqual(jumps("GotoIf(${A}?yes:no,1)"), ["goto . . yes conditional", "goto . no 1 conditional"]);
  assert.deepEqual(jumps("GotoIf(${A}?:no)"), ["goto . . no conditional"]);
  assert.deepEqual(jumps("Gosub(sub,s,1(a,b))"), ["gosub sub s 1 returns"]);
  assert.deepEqual(jumps("GosubIf(1?a,1(x:y):b,1)"), [
    "gosub . a 1 conditional returns",
    "gosub . b 1 conditional returns",
  ]);
  assert.deepEqual(jumps("ExecIf(1?Goto(a,b,1))"), ["goto a b 1 conditional"]);
  assert.deepEqual(jumps("Macro(std,1)"), ["macro macro-std s 1 returns"]);
  assert.deepEqual(jumps("ChannelRedirect(${C},a,b,1)"), ["goto a b 1 elsewhere"]);
});

test("options, dial strings and variables jump too", () => {
  assert.deepEqual(jumps("Dial(PJSIP/a,,b(pre^s^1(x^y))G(a^b^1)U(scr^1))"), [
    "gosub pre s 1 conditional elsewhere returns",
    "goto a b 1 conditional",
    "gosub scr s 1 conditional elsewhere returns",
  ]);
  assert.deepEqual(jumps("Dial(Local/${EXTEN}@out/n&Local/9)"), [
    "goto out ? 1 elsewhere assumed",
    "goto default 9 1 elsewhere",
  ]);
  assert.deepEqual(jumps("Dial(${RING})"), ["goto inside 5 1 elsewhere"]);
  assert.deepEqual(jumps("Queue(q,,,,,,after)"), ["gosub after s 1 conditional elsewhere returns"]);
  assert.deepEqual(jumps("VoiceMail(1@a,ud(exit))"), ["context exit conditional"]);
  assert.deepEqual(jumps("Background(hello)"), ["context . conditional"]);
  assert.deepEqual(jumps("Background(hello,,,ivr)"), ["context ivr conditional"]);
  assert.deepEqual(jumps("DISA(no-password)"), ["context disa conditional"]);
  assert.deepEqual(jumps("Originate(Local/1@a,exten,b,5,2)"), [
    "goto a 1 1 elsewhere",
    "goto b 5 2 elsewhere",
  ]);
  assert.deepEqual(jumps("Originate(Local/1@a,exten,b,5,2,30)")[1], "goto b 5 1 elsewhere");
  assert.deepEqual(jumps("Set(CHANNEL(hangup_handler_push)=bye,s,1(x))"), [
    "gosub bye s 1 conditional returns",
  ]);
  assert.deepEqual(jumps("Set(__TRANSFER_CONTEXT=out)"), ["context out conditional"]);
  assert.deepEqual(jumps("MSet(A=1,FORWARD_CONTEXT=out)"), ["context out conditional"]);
  assert.deepEqual(jumps("Set(GOSUB_RESULT=GOTO:a^b^1)"), ["goto a b 1 conditional"]);
  assert.deepEqual(jumps("NoOp(${EVAL_EXTEN(a,b,1)})"), ["gosub a b 1 conditional returns"]);
});

test("known texts keep what is known around a gap", () => {
  const text = known("${TRUNK}/${EXTEN}@x");
  assert.deepEqual(splitKnown(text, "/").map(plain), ["PJSIP", "itsp", "?@x"]);
  assert.equal(plain(cutKnown(text, "@").before), "PJSIP/itsp/?");
  assert.equal(cutKnown(text, "@").assumed, true, "the gap may hold an @ of its own");
  assert.equal(cutKnown(text, "/").assumed, false);
  assert.equal(plain(trimKnown(known("  a ${X} "))), "a ?");
  assert.ok(couldBe(known("a${X}b${Y}c"), "a-b-c"));
  assert.ok(!couldBe(known("a${X}b${Y}c"), "ac"));
  assert.ok(!couldBe(known("ab${X}bc"), "abc"), "beginning and end do not share characters");
});

test("dial strings are read as far as they are known", () => {
  const read = (text: string) =>
    readDialStrings(known(text)).map(({ technology, pjsip, local, resource }) => {
      const parts =
        pjsip !== undefined
          ? [pjsip.user, pjsip.endpoint, pjsip.target]
          : local !== undefined
            ? [local.extension, local.context, local.options]
            : [resource];
      return [technology, ...parts].map((part) => (part === undefined ? "-" : plain(part))).join(" ");
    });
  assert.deepEqual(read("PJSIP/alice & pjsip/bob@itsp/sip:x@y/z &"), [
    "PJSIP - alice -",
    "pjsip bob itsp sip:x@y/z",
  ]);
  assert.deepEqual(read("${TRUNK}/${EXTEN}"), ["PJSIP - itsp ?"]);
  assert.deepEqual(read("PJSIP/${EXTEN}@itsp"), ["PJSIP ? itsp -"]);
  assert.deepEqual(read("Local/${EXTEN}@ctx/n"), ["Local ? ctx n"]);
  assert.deepEqual(read("Local/a/b@ctx/nj"), ["Local a/b ctx nj"], "options stand behind the last slash");
  assert.deepEqual(read("${X}"), ["- -"]);
  assert.deepEqual(read("DAHDI/g1/${X}"), ["DAHDI g1/?"]);
});

test("hints watch devices, blanks and all, and a presence", () => {
  const hint = readHint(step("PJSIP/a & PJSIP/b,CustomPresence:a"));
  assert.deepEqual(hint.devices.map(plain), ["PJSIP/a ", " PJSIP/b"]);
  assert.equal(hint.presence && plain(hint.presence), "CustomPresence:a");
  assert.deepEqual(readHint(step("")).devices, []);
});

test("names of other things are found wherever they stand", () => {
  assert.deepEqual(
    names("Queue(sales,m(jazz),,a&b,,hello.agi)"),
    ["queue sales", "moh-class jazz", "sound-file a", "sound-file b", "agi-command hello.agi"].sort(),
  );
  assert.deepEqual(names("Dial(${TRUNK}/${EXTEN}&PJSIP/x)"), [
    "dialstring PJSIP/itsp/?",
    "dialstring PJSIP/x",
    "pjsip-endpoint itsp",
    "pjsip-endpoint x",
  ]);
  assert.deepEqual(names("NoOp($[${QUEUE_EXISTS(sales)} & 1])"), ["queue sales"]);
  assert.deepEqual(names("ExecIf(1?Queue(sales))"), ["queue sales"]);
});

test("variables are read and written", () => {
  const uses = (text: string) => {
    const { reads, writes, functions: used } = namesIn(call(text), catalog, resolve);
    return [
      ...reads.map(({ name }) => `< ${name}`),
      ...writes.map(
        ({ variable, inherited, function: written }) => `> ${inherited}${written?.name ?? variable}`,
      ),
      ...used.map(({ name, access }) => `${access} ${name}`),
    ];
  };
  assert.deepEqual(uses("Set(__A=${B}$[${C:1} + ${LEN(${D})}])"), ["< B", "< C", "< D", "> __A", "read LEN"]);
  assert.deepEqual(uses("Set(DB(f/${K})=1)"), ["< K", "> DB", "write DB"]);
  assert.deepEqual(uses("MSet(A=1,B=2)"), ["> A", "> B"]);
  assert.deepEqual(uses("Read(PIN,beep)"), ["> PIN"]);
  assert.deepEqual(uses("NoOp(${CUT(LIST,-,1)}${V${N}})"), ["< LIST", "< undefined", "< N", "read CUT"]);
});

test("some calls never go on", () => {
  const ends = (text: string) => endsHere(call(text));
  for (const text of ["Hangup()", "goto(1)", "GotoIf(${A}?a:b)", "Busy(5)", "ExecIf(1?Hangup():Goto(1))"]) {
    assert.ok(ends(text), text);
  }
  for (const text of ["NoOp()", "GotoIf(${A}?a)", "GotoIf(${A}?${B}:c)", "Gosub(1)", "ExecIf(1?Hangup())"]) {
    assert.ok(!ends(text), text);
  }
});

test("random texts never throw, and all offsets lie in the value", () => {
  const heads = [
    "Dial",
    "Queue",
    "ExecIf",
    "GosubIf",
    "Set",
    "MSet",
    "Goto",
    "Originate",
    "Gosub",
    "RetryDial",
    "x",
  ];
  const tokens = [
    ...'(),&/@^?:=\\"[]{}$ \0',
    "${",
    "$[",
    "${X:",
    "${CUT(",
    "PJSIP/",
    "Local/",
    "Dial(",
    "ExecIf(1?",
    "b(",
    "exten",
    "app",
    "é😀",
    "CHANNEL(",
  ];
  let state = 7;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  for (let round = 0; round < 20_000; round++) {
    let text = `${heads[random(heads.length)]}(`;
    for (let count = random(24); count > 0; count--) text += tokens[random(tokens.length)];
    checkSpans(text);
  }
});

test("long and deep texts take no time", () => {
  const started = performance.now();
  for (const unit of [
    "(",
    "${",
    "${A(",
    "ExecIf(1?",
    "a,",
    "&",
    "\\",
    '"',
    "^",
    "b(",
    "${X}",
    "Dial(Local/",
    "$[",
  ]) {
    for (const head of ["Dial", "ExecIf", "Set", "Gosub", "MSet", "x"])
      checkSpans(`${head}(${unit.repeat(8_000)})`);
  }
  assert.ok(performance.now() - started < 5_000);
});

function checkSpans(value: string): void {
  const read = readCall(step(value), catalog);
  const found = namesIn(read, catalog, resolve);
  const inside = (what: string, { start, end }: { readonly start: number; readonly end: number }) =>
    assert.ok(start >= 0 && start <= end && end <= value.length, `${what} ${start}-${end} in ${value}`);
  for (const argument of read.arguments) {
    inside("argument", argument);
    for (const option of readOptions(value, argument, { options: [] })) {
      inside("option", option);
      if (option.argument !== undefined) inside("argument of an option", option.argument);
    }
  }
  for (const jump of jumpsOf(read, catalog, resolve)) {
    inside("jump", jump);
    for (const part of [jump.context, jump.extension, jump.priority]) {
      if (part !== undefined) inside("part of a jump", part);
    }
  }
  for (const name of found.names) inside("name", name);
  for (const use of [...found.reads, ...found.writes, ...found.functions]) inside("use", use);
  endsHere(read);
  readHint(step(value), resolve);
}

function call(value: string): Call {
  return readCall(step(value), catalog);
}

function values(value: string): (string | undefined)[] {
  return call(value).arguments.map((argument) => argument.value);
}

function shown({ arguments: given }: Call): string[] {
  return given.map(({ raw }) => raw);
}

/** Options as they are written; "?" marks an unknown letter, "~" an uncertain one, "!" one that is not closed. */
function options(read: Call, index: number): string[] {
  const argument = read.arguments[index];
  if (argument === undefined || read.spec === undefined) return [];
  return readOptions(read.source, argument, read.spec).map(
    ({ letter, known: is, certain, fault, argument: inner }) => {
      const marks = `${is ? "" : "?"}${certain ? "" : "~"}${fault === undefined ? "" : "!"}`;
      const text = inner === undefined ? "" : read.source.slice(inner.start, inner.end);
      return `${letter}${marks}${inner === undefined ? "" : fault === undefined ? `(${text})` : `(${text}`}`;
    },
  );
}

function jumps(value: string): string[] {
  return jumpsOf(call(value), catalog, resolve).map((jump) => {
    const part = (place: { readonly value: string | undefined } | undefined) =>
      place === undefined
        ? "."
        : place.value === undefined
          ? "?"
          : /^\s|\s$/.test(place.value)
            ? `'${place.value}'`
            : place.value;
    const places =
      jump.kind === "context"
        ? [part(jump.context)]
        : [jump.context, jump.extension, jump.priority].map(part);
    const words = [jump.kind, ...places];
    for (const word of ["conditional", "elsewhere", "returns", "assumed"] as const)
      if (jump[word]) words.push(word);
    return words.join(" ");
  });
}

function names(value: string): string[] {
  return namesIn(call(value), catalog, resolve)
    .names.map(({ kind, known: text }) => `${kind} ${plain(text)}`)
    .sort();
}

function known(text: string): KnownText {
  return knownText(text, parseText(text), resolve);
}

/** A known text with "?" for its gaps. */
function plain({ pieces }: KnownText): string {
  return pieces.map(({ text }) => text ?? "?").join("");
}
