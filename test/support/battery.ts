// Small dialplans: what is valid although other tools reject it, and what is really wrong.

export interface ValidCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface DefectCase extends ValidCase {
  /** The line of extensions.conf that the problem is about. */
  readonly line: number;
  /** The rule that has to tell of it, or the group where any rule of it may; not asked for before it is there. */
  readonly rule: string;
}

function dialplan(text: string): Readonly<Record<string, string>> {
  return { "extensions.conf": text };
}

/** One extension that is called by its number; `steps` follow on Answer(). */
function steps(...lines: readonly string[]): Readonly<Record<string, string>> {
  return dialplan(
    [
      "[default]",
      "exten => 100,1,Answer()",
      ...lines.map((line) => ` same => ${line}`),
      " same => n,Hangup()",
    ]
      .join("\n")
      .concat("\n"),
  );
}

export const validCases: readonly ValidCase[] = [
  {
    name: "a block comment over several lines",
    files: dialplan(
      "[default]\n;-- exten => 100,1,Nonsense(\nstill a comment\n--;\nexten => 100,1,Answer()\n same => n,Hangup()\n",
    ),
  },
  {
    name: "a block comment within a line",
    files: steps("n,NoOp(one ;-- not here --; two)"),
  },
  {
    name: "a template and a context that inherits from it",
    files: dialplan(
      "[base](!)\nexten => 100,1,Answer()\n same => n,Hangup()\n[default](base)\nexten => 101,1,Answer()\n same => n,Hangup()\n",
    ),
  },
  {
    name: "two templates, one of them made of the other",
    files: dialplan(
      "[a](!)\nexten => 100,1,Hangup()\n[b](!,a)\nexten => 101,1,Hangup()\n[default](b)\nexten => 102,1,Hangup()\n",
    ),
  },
  {
    name: "an addition with (+) that goes on with same",
    files: dialplan(
      "[default]\nexten => 100,1,Answer()\n[other]\nexten => 5,1,Hangup()\n[default](+)\n same => n,Goto(other,5,1)\n",
    ),
  },
  {
    name: "a context in two sections",
    files: dialplan(
      "[default]\nexten => 100,1,Hangup()\n[other]\ninclude => default\n[default]\nexten => 101,1,Goto(other,100,1)\n",
    ),
  },
  {
    name: "an include with a wildcard",
    files: {
      "extensions.conf": "#include extensions.d/*.conf\n[default]\ninclude => one\ninclude => two\n",
      "extensions.d/1.conf": "[one]\nexten => 101,1,Hangup()\n",
      "extensions.d/2.conf": "[two]\nexten => 102,1,Hangup()\n",
    },
  },
  {
    name: "#include in quotes and in angle brackets",
    files: {
      "extensions.conf": '#include "a.inc"\n#include <b.inc>\n[default]\ninclude => a\ninclude => b\n',
      "a.inc": "[a]\nexten => 1,1,Hangup()\n",
      "b.inc": "[b]\nexten => 2,1,Hangup()\n",
    },
  },
  {
    name: "#tryinclude of a file that is not there",
    files: dialplan("#tryinclude extensions_local.conf\n[default]\nexten => 100,1,Hangup()\n"),
  },
  {
    name: "blanks after commas",
    files: dialplan("[default]\nexten => 100, 1, Answer()\n same => n, Hangup()\n"),
  },
  {
    name: "blanks within a number",
    files: dialplan("[default]\nexten => 1 0 0,1,Answer()\n same => n,Hangup()\n"),
  },
  {
    name: "n+9 and an offset before a label",
    files: dialplan(
      "[default]\nexten => 100,1,Answer()\n same => n,Goto(far)\n same => n+9(far),Playback(beep)\n same => n,Hangup()\n",
    ),
  },
  {
    name: "the priority s, which repeats that of another extension",
    files: dialplan(
      "[default]\nexten => 100,1,Hangup()\nexten => 101,s,Hangup()\nexten => 102,same,Hangup()\n",
    ),
  },
  {
    name: "the priority next",
    files: dialplan("[default]\nexten => 100,1,Answer()\n same => next,Hangup()\n"),
  },
  {
    name: "a hint in front of a numbered priority",
    files: dialplan(
      "[default]\nexten => 100,hint,Custom:door\nexten => 100,1,Answer()\n same => n,Hangup()\n",
    ),
  },
  {
    name: "a hint with several devices",
    files: dialplan("[default]\nexten => 100,hint,Custom:door&Custom:gate\nexten => 100,1,Hangup()\n"),
  },
  {
    name: "switches",
    files: dialplan(
      "[default]\nexten => 100,1,Hangup()\nlswitch => Loopback/9${EXTEN}@other\neswitch => Realtime/${CONTEXT}@extensions\n[other]\nexten => _9XXX,1,Hangup()\n",
    ),
  },
  {
    name: "ignorepat",
    files: dialplan("[default]\nignorepat => 9\nignorepat => _8X\nexten => _9XXX,1,Hangup()\n"),
  },
  {
    name: "autohints",
    files: dialplan("[default]\nautohints = yes\nexten => 100,1,Hangup()\n"),
  },
  {
    name: "If, ElseIf, Else and EndIf",
    files: steps(
      'n,If($["${CALLERID(num)}" = "200"])',
      "n,Playback(hello)",
      'n,ElseIf($["${CALLERID(num)}" = "201"])',
      "n,Playback(beep)",
      "n,Else()",
      "n,Playback(vm-goodbye)",
      "n,EndIf()",
    ),
  },
  {
    name: "While and EndWhile",
    files: steps(
      "n,Set(i=1)",
      "n,While($[${i} < 5])",
      "n,SayNumber(${i})",
      "n,Set(i=$[${i} + 1])",
      "n,EndWhile()",
    ),
  },
  {
    name: "lines with = in the place of =>",
    files: dialplan(
      "[default]\nexten = 100,1,Answer()\nsame = n,Hangup()\ninclude = other\n[other]\nexten = 5,1,Hangup()\n",
    ),
  },
  {
    name: "a caller-id match, and one for callers without number",
    files: dialplan(
      "[default]\nexten => 100/_5XX,1,Playback(hello)\n same => n,Hangup()\nexten => 100/,1,Hangup()\nexten => 100,1,Answer()\n same => n,Hangup()\n",
    ),
  },
  {
    name: "an include at certain times",
    files: dialplan(
      "[default]\ninclude => open,9:00-17:00,mon-fri,*,*\ninclude => closed\n[open]\nexten => 100,1,Answer()\n same => n,Hangup()\n[closed]\nexten => 100,1,Hangup()\n",
    ),
  },
  {
    name: "a semicolon with a backslash",
    files: steps("n,Set(parts=a\\;b)", "n,NoOp(${parts})"),
  },
  {
    name: "names of applications in another case, and without parentheses",
    files: dialplan("[default]\nexten => 100,1,ANSWER\n same => n,noop\n same => n,hangup()\n"),
  },
  {
    name: "a set with a comma-free range, and star and hash keys",
    files: dialplan(
      "[default]\nexten => _[*#]9[0-35-7]X,1,Hangup()\nexten => _*8.,1,Hangup()\nexten => #,1,Hangup()\n",
    ),
  },
  {
    name: "dashes in numbers",
    files: dialplan("[default]\nexten => 555-1234,1,Hangup()\nexten => _1-NXX-NXX-XXXX,1,Hangup()\n"),
  },
  {
    name: "words as extensions, and a letter as a set in a pattern",
    files: dialplan(
      "[default]\nexten => alice,1,Hangup()\nexten => _fa[x]-.,1,Hangup()\nexten => s-NOANSWER,1,Hangup()\n",
    ),
  },
  {
    name: "a global variable as the name of an extension",
    files: dialplan("[globals]\nDESK = 100\n[default]\nexten => ${DESK},1,Answer()\n same => n,Hangup()\n"),
  },
  {
    name: "globals that build on each other",
    files: dialplan(
      "[globals]\nBASE = 100\nNEXT = $[${BASE} + 1]\n[default]\nexten => ${BASE},1,SayNumber(${NEXT})\n same => n,Hangup()\n",
    ),
  },
  {
    name: "the options of [general] in another case",
    files: dialplan("[General]\nStatic = Yes\nAutoFallThrough = on\n[default]\nexten => 100,1,Hangup()\n"),
  },
  {
    name: "the special extensions h, i and t",
    files: dialplan(
      "[default]\nexten => s,1,Answer()\n same => n,WaitExten(5)\nexten => i,1,Hangup()\nexten => t,1,Hangup()\nexten => h,1,NoOp(bye)\n",
    ),
  },
  {
    name: "a subroutine with arguments",
    files: dialplan(
      "[default]\nexten => 100,1,Gosub(greet,s,1(hello))\n same => n,Hangup()\n[greet]\nexten => s,1,Playback(${ARG1})\n same => n,Return()\n",
    ),
  },
  {
    name: "a priority that a pattern supplies to a number",
    files: dialplan(
      "[default]\nexten => 100,1,Playback(hello)\nexten => _1XX,1,Answer()\nexten => _1XX,2,Hangup()\n",
    ),
  },
];

export const defectCases: readonly DefectCase[] = [
  {
    name: "a missing included context",
    files: dialplan("[default]\ninclude => nowhere\n"),
    line: 2,
    rule: "dialplan/missing-include",
  },
  {
    name: "a context that nothing leads to",
    files: {
      "extensions.conf": "[default]\nexten => 100,1,Hangup()\n[orphan]\nexten => 100,1,Hangup()\n",
      "manager.conf": "[general]\nenabled = no\n",
      "pjsip.conf":
        "[100]\ntype = endpoint\ncontext = default\nallow = ulaw\naors = 100\n[100]\ntype = aor\nmax_contacts = 1\n",
    },
    line: 3,
    rule: "flow/unentered-context",
  },
  {
    name: "an option that Dial does not have",
    files: steps("n,Dial(Local/100@default,20,1)"),
    line: 3,
    rule: "application/unknown-option",
  },
  {
    name: "an expression with a syntax error",
    files: steps("n,Set(x=$[1 + ])", "n,NoOp(${x})"),
    line: 3,
    rule: "expression",
  },
  {
    name: "a variable that nothing sets",
    files: steps("n,Set(greeting=hello)", "n,Playback(${greting})"),
    line: 4,
    rule: "variable",
  },
  {
    name: "the pattern _.",
    files: dialplan("[default]\nexten => _.,1,Hangup()\n"),
    line: 2,
    rule: "dialplan/discouraged-pattern",
  },
  {
    name: 'a "!" in the middle of a pattern',
    files: dialplan("[default]\nexten => _9!5,1,Hangup()\n"),
    line: 2,
    rule: "pattern/text-after-wildcard",
  },
  {
    name: "a step behind Hangup()",
    files: steps("n,Hangup()", "n,Playback(hello)"),
    line: 4,
    rule: "flow/unreachable-step",
  },
  {
    name: "Macro, which is gone",
    files: steps("n,Macro(dial,100)"),
    line: 3,
    rule: "leftover/macro",
  },
  { name: "Dial(SIP/...)", files: steps("n,Dial(SIP/100)"), line: 3, rule: "chan-sip/sip-device" },
  {
    name: "a pattern that another one hides",
    files: dialplan("[default]\nexten => _1XX!,1,Hangup()\nexten => _1XX,1,Hangup()\n"),
    line: 3,
    rule: "pattern/shadowed-extension",
  },
  {
    name: "contexts that include each other",
    files: dialplan("[default]\ninclude => other\n[other]\ninclude => default\n"),
    line: 4,
    rule: "flow/include-cycle",
  },
  {
    name: "a context that includes itself",
    files: dialplan("[default]\ninclude => default\nexten => 1,1,Hangup()\n"),
    line: 2,
    rule: "flow/include-cycle",
  },
  { name: "a jump to a label that is not there", files: steps("n,Goto(nowhere)"), line: 3, rule: "jump" },
  {
    name: "a jump to a context that is not there",
    files: steps("n,Goto(nowhere,s,1)"),
    line: 3,
    rule: "jump",
  },
  {
    name: "a misspelt application",
    files: steps("n,Playbak(hello)"),
    line: 3,
    rule: "application/unknown-application",
  },
  { name: "a While without its end", files: steps("n,While(1)"), line: 3, rule: "flow" },
  { name: "a function in the wrong case", files: steps("n,NoOp(${len(abc)})"), line: 3, rule: "function" },
  {
    name: "a priority that is there twice",
    files: dialplan("[default]\nexten => 100,1,Answer()\nexten => 100,1,Hangup()\n"),
    line: 3,
    rule: "dialplan/duplicate-priority",
  },
  {
    name: "n behind a hint",
    files: dialplan("[default]\nexten => 100,hint,Custom:a\nexten => 100,n,Hangup()\n"),
    line: 3,
    rule: "dialplan/lost-after-hint",
  },
  {
    name: "a name that begins with the number of another",
    files: dialplan("[default]\nexten => 100,1,Answer()\nexten => 200,n,Hangup()\n"),
    line: 3,
    rule: "dialplan/continued-numbering",
  },
  {
    name: "a pattern without its underscore",
    files: dialplan("[default]\nexten => NXXXXXX,1,Hangup()\n"),
    line: 2,
    rule: "pattern/missing-underscore",
  },
  {
    name: "a word in a pattern",
    files: dialplan("[default]\nexten => _fax,1,Hangup()\n"),
    line: 2,
    rule: "pattern/letter-wildcard",
  },
  {
    name: "a range from high to low",
    files: dialplan("[default]\nexten => _[9-2]XX,1,Hangup()\n"),
    line: 2,
    rule: "pattern/reversed-range",
  },
  {
    name: "a name that swallows its line",
    files: dialplan("[default]\nexten => _[12,1,Hangup()\n"),
    line: 2,
    rule: "dialplan/invalid-priority",
  },
  {
    name: "an exten line in [globals]",
    files: dialplan("[globals]\nexten => 100,1,Hangup()\n"),
    line: 2,
    rule: "dialplan/outside-context",
  },
  {
    name: "a misspelt option of [general]",
    files: dialplan("[general]\nautofalthrough = no\n[default]\nexten => 1,1,Hangup()\n"),
    line: 2,
    rule: "dialplan/unknown-general-option",
  },
  {
    name: "a global that is used before it is set",
    files: dialplan("[globals]\nA = ${B}\nB = 1\n[default]\nexten => 1,1,NoOp(${A})\n same => n,Hangup()\n"),
    line: 2,
    rule: "dialplan/empty-global",
  },
  {
    name: "a switch with the number dialled",
    files: dialplan("[default]\nswitch => Loopback/${EXTEN}@other\n[other]\nexten => 1,1,Hangup()\n"),
    line: 2,
    rule: "dialplan/empty-in-switch",
  },
  {
    name: "a section behind whose header a bracket is missing",
    files: dialplan("[default\nexten => 1,1,Hangup()\n"),
    line: 1,
    rule: "config/unclosed-header",
  },
];
