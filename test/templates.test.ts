// Templates are read before they are rendered: what is said of them has to be true of whatever they become.

import assert from "node:assert/strict";
import test from "node:test";
import {
  checkInstallation,
  defaultSettings,
  type Files,
  memoryFiles,
  mendFiles,
  openInstallation,
  rootFiles,
  type Settings,
} from "../server/src/core/api.ts";
import { formattedFile } from "../server/src/core/editor-api.ts";
import { shown } from "../server/src/core/syntax/template/marks.ts";
import { readTemplate } from "../server/src/core/syntax/template/template.ts";
import { checkTexts, lineOf } from "./support/check-texts.ts";
import { mulberry32, pick } from "./support/random.ts";
import { engines, randomModel, written } from "./support/random-template.ts";
import { dialplan, pjsip } from "./support/template-pools.ts";

/** What is said of files, as `line rule` in their order. */
function said(texts: Readonly<Record<string, string>>, settings: Settings = defaultSettings): string[] {
  return checkTexts(texts, settings).map(
    ({ file, rule, span }) => `${file}:${lineOf(texts[file] ?? "", span.start) + 1} ${rule}`,
  );
}

/** Templates of which nothing is to be said, by what they show. */
const fine: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a value that is filled in": {
    "pjsip.conf.j2":
      "[a]\ntype=endpoint\nallow={{ codecs | join(',') }}\nauth={{ user }}\naors={{ user }}\ncontext={{ c }}\n",
    "extensions.conf": "[internal]\nexten => 1,1,Dial(PJSIP/a)\n",
  },
  "brackets, semicolons and equals signs in a value": {
    "pjsip.conf.j2":
      '[{{ m.split(".")[0] | lower }}]\ntype=auth\nusername={{ a[";="] }}\npassword={{ b["]"] }}\n',
  },
  "a name that is filled in may be the one that is referred to": {
    "pjsip.conf.j2":
      "[{{ name }}]\ntype=auth\nusername=a\npassword={{ p }}\n[a]\ntype=endpoint\nauth=a\naors=a\nallow=alaw\n",
  },
  "branches give one option each": {
    "pjsip.conf.j2":
      "[udp]\ntype=transport\n{% if a %}\nbind=0.0.0.0\n{% elif b %}\nbind=192.0.2.1\n{% else %}\nbind={{ c }}\n{% endif %}\nprotocol=udp\n",
  },
  "an object that only one branch has": {
    "pjsip.conf.erb":
      "<% if @tls -%>\n[tls]\ntype=transport\nprotocol=tls\nbind=0.0.0.0\ncert_file=/etc/asterisk/a.pem\npriv_key_file=/etc/asterisk/a.key\n<% end -%>\n[a]\ntype=endpoint\ntransport=tls\nallow=alaw\naors=a\nauth=a\n[a]\ntype=aor\ncontact=sip:192.0.2.1\n[a]\ntype=auth\nusername=a\npassword=!Quite-l0ng-and-odd\n",
  },
  "a loop in ERB": {
    "pjsip.conf.erb":
      "<% @phones.each do |phone| %>\n[<%= phone %>]\ntype=endpoint\naors=<%= phone %>\nauth=<%= phone %>\n<%# a comment; %>\n<% end %>\n",
  },
  "Go, with text trimmed": {
    "pjsip.conf.gotmpl":
      "{{- $secret := .secret -}}\n{{ range $index, $person := .persons }}\n[{{ $index }}]\ntype=auth\nusername={{ $index }}\npassword={{ $secret }}\n{{- if .realm }}\nrealm={{ .realm }}\n{{- end }}\n{{ end }}\n",
  },
  "Go, by its contents": {
    "pjsip.conf.tmpl": "[a]\ntype=aor\n{{ if .many }}\nmax_contacts={{ .many }}\n{{ end }}\n",
  },
  envsubst: {
    "pjsip.conf.template":
      "[t]\ntype=registration\nserver_uri=sip:${SIP_SERVER}\nclient_uri=sip:$SIP_USER@${SIP_SERVER}\n[${NAME}]\ntype=auth\nusername=${U}\npassword=${P}\n",
  },
  autoconf: {
    "pjsip.conf.in":
      "[tls]\ntype=transport\nprotocol=tls\nbind=@BIND@\ncert_file=@sysconfdir@/a.pem\npriv_key_file=@sysconfdir@/a.key\n",
  },
  "a line that may be any": {
    "pjsip.conf.j2": "[a]\n{{ endpoint_options }}\naors=a\n{% include 'more.j2' %}\ncolour=red\n",
    "extensions.conf.j2": "[a]\n{{ first }}\nsame => n,Hangup()\n",
  },
  "comments and statements in several lines": {
    "extensions.conf.j2":
      "{#\n[broken\n#}\n[a]\n{% set numbers = [\n  1,\n  2,\n] %}\nexten => 1,1,Answer()\n",
  },
  "text that is left as it is": {
    "extensions.conf.j2": "[a]\n{% raw %}\nexten => 1,1,NoOp({{ x }})\n{% endraw %}\n",
  },
  "a dial string made in a loop": {
    "extensions.conf.j2":
      "[a]\nexten => 1,1,Dial({% for p in phones %}PJSIP/{{ p }}{% if not loop.last %}&{% endif %}{% endfor %},30)\nexten => 2,1,Dial(\n{%- for p in phones -%}\nPJSIP/{{ p }}\n{%- endfor -%}\n)\n",
  },
  "an extension that is filled in": {
    "extensions.conf.j2":
      "[a]\nexten => {{ number }},1,Answer()\nsame => n,Goto(b,${EXTEN},1)\nsame => n,Goto(b,77,1)\n[b]\nexten => {{ number }},1,Answer()\n",
  },
  "a context that is filled in": {
    "extensions.conf.j2": "[{{ c }}]\nexten => 1,1,Goto(other,1,1)\ninclude => another\n",
  },
  "a priority that is filled in": {
    "extensions.conf.tpl": "[a]\nexten => 1,{{ p }},Answer()\nsame => n,Hangup()\n",
  },
  "a variable of the machine in a dialplan": {
    "extensions.conf.template":
      "[${TENANT}]\nexten => ${MAIN_NUMBER},1,Dial(${TRUNK_NAME}/${EXTEN})\nsame => n,Hangup()\n",
  },
  "a file that is rendered is included": {
    "pjsip.conf":
      '#include "secrets.conf"\n#include "pjsip.d/*.conf"\n[a]\ntype=auth\nusername=a\npassword=!Quite-l0ng-and-odd\n[b](c)\ntype=aor\n',
    "secrets.conf.j2": "[c](!)\nmax_contacts={{ n }}\n",
    "pjsip.d/x.conf.erb": "[d]\ntype=aor\ncontact=sip:<%= host %>\n",
  },
  "a file whose name is filled in is included": {
    "pjsip.conf.j2": '#include "{{ name }}.conf"\n[a]\ntype=endpoint\naors=a\nauth=a\nallow=alaw\n',
  },
  "mailboxes and queues that are filled in": {
    "voicemail.conf.j2": "[default]\n{{ box }} => 1234,A\n",
    "queues.conf.j2": "[{{ queue }}]\nmember => PJSIP/{{ phone }}\n",
    "extensions.conf": "[a]\nexten => 1,1,VoiceMail(100@default)\nsame => n,Queue(support)\n",
  },
};

for (const [name, texts] of Object.entries(fine))
  test(`nothing is said of a template: ${name}`, () => assert.deepEqual(said(texts), []));

test("a mistake that no rendering mends is told", () => {
  const texts = {
    "pjsip.conf.j2":
      "[a]\ntype=endpoint\nallow=pcmu\ncontext={{ c }}\ndirect_media=ja\n{% if x %}\nallow=pcma\n{% endif %}\naors=a\n[a]\ntype=aor\n",
    "extensions.conf.erb":
      "[a]\nexten => 1,1,NoSuchApp()\nsame => n,Playback(<%= @sound %>)\nsame => n,Goto(nowhere,1,1)\n",
  };
  assert.deepEqual(
    said(texts).filter((text) => !text.includes("nothing-allowed")),
    [
      "extensions.conf.erb:2 application/unknown-application",
      "extensions.conf.erb:4 jump/unknown-context",
      "pjsip.conf.j2:3 codec/unknown-codec",
      "pjsip.conf.j2:5 pjsip/not-a-boolean",
      "pjsip.conf.j2:6 placeholder/depends-on-rendering",
    ],
  );
});

test("messages show characters beyond the first plane of Unicode", () => {
  const [problem] = checkTexts({ "extensions.conf": "[a]\nexten => 1,1,Dial(SIP/😀)\n" }).filter(({ rule }) =>
    rule.startsWith("chan-sip/"),
  );
  assert.match(problem?.message ?? "", /SIP\/😀/);
});

test("an application is wrong whatever its extension and its arguments are", () => {
  const text = [
    "[internal]",
    "exten => {{ a }},1,Hangupp()",
    "exten => {{ b }},1,Macro(x)",
    "exten => 6,1,Macro(x,{{ z }})",
    " same => n,Hangupp({{ q }})",
    "exten => 7,1,{{ c }}Hangupp()",
    " same => n,Hangupp{{ d }}",
    "{% if e %}",
    "exten => {{ f }},1,Hangupp()",
    "{% endif %}",
  ].join("\n");
  assert.deepEqual(said({ "extensions.conf.j2": text }), [
    "extensions.conf.j2:2 application/unknown-application",
    "extensions.conf.j2:3 leftover/macro",
    "extensions.conf.j2:4 leftover/macro",
    "extensions.conf.j2:5 application/unknown-application",
    "extensions.conf.j2:8 placeholder/depends-on-rendering",
  ]);
});

test("a mistake in what is always there is told, although it stands behind text that may not be", () => {
  const texts = {
    "pjsip.conf.j2": "{% if x %}\n[a]\ntype=aor\n{% endif %}\n[b]\ntype=aor\nmax_contacts=many\n",
  };
  assert.deepEqual(said(texts), ["pjsip.conf.j2:7 pjsip/invalid-number"]);
});

test("tags in a file whose name says nothing are told once, and are no error", () => {
  const texts = { "pjsip.conf": "[a]\ntype=aor\n{% if x %}\ncontact={{ y }}\n{% endif %}\n" };
  assert.deepEqual(
    checkTexts(texts).map(({ rule, severity }) => `${severity} ${rule}`),
    ["warning placeholder/unrendered-template"],
  );
  const variables = {
    "pjsip.conf": "[t]\ntype=registration\nserver_uri=sip:${SIP_SERVER}\nclient_uri=sip:a@${SIP_SERVER}\n",
  };
  assert.deepEqual(
    checkTexts(variables).map(({ rule, severity }) => `${severity} ${rule}`),
    ["warning placeholder/unfilled-variable"],
  );
});

test("a template that is checked on its own is read as what it becomes", () => {
  const path = "extensions_more.conf.j2";
  const files = memoryFiles({ [path]: "[a]\nexten => {{ n }},1,Answer()\nsame => n,NoSuchApp()\n" });
  const problems = checkInstallation(openInstallation(files, defaultSettings), [path]);
  assert.deepEqual(
    problems.map(({ file, rule }) => `${file} ${rule}`),
    [`${path} application/unknown-application`],
  );
});

test("a password that looks a little like a template is a password", () => {
  const texts = { "pjsip.conf": "[a]\ntype=auth\nusername=a\npassword=Not{{so}}easy-9\n" };
  assert.deepEqual(said(texts), []);
});

test("placeholders of the team's own", () => {
  const texts = {
    "pjsip.conf":
      "[a]\ntype=aor\nmax_contacts=@@MAX@@\n[#NAME#]\ntype=auth\nusername=%(user)\npassword=%(pass)\n",
  };
  const placeholders = [
    { open: "@@", close: "@@" },
    { open: "#", close: "#" },
    { open: "%(", close: ")" },
  ];
  const found = checkTexts(texts, { ...defaultSettings, placeholders });
  assert.deepEqual(
    found.filter(({ severity }) => severity === "error"),
    [],
  );
});

test("messages and fixes show a template as it was typed, and no fix touches it", () => {
  const texts = {
    "pjsip.conf.j2": "[{{ n }}]\ntype=Endpoint\nallow = pcmu\n{% if a %}allow=x{% endif %}\n",
  };
  const text = JSON.stringify(checkTexts(texts));
  assert.doesNotMatch(text, /[\uE100-\uE17F]/);
});

test("every offset of a template stays where it was", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = mulberry32(seed);
    const text = written(randomModel(random, pick(random, [pjsip, dialplan])), pick(random, engines)).join(
      "\n",
    );
    for (const path of [
      "pjsip.conf.j2",
      "pjsip.conf.erb",
      "extensions.conf.gotmpl",
      "a.conf.tpl",
      "pjsip.conf",
    ]) {
      const template = readTemplate(
        { path, text },
        { marks: [], variables: "placeholders", isVariable: () => false },
      );
      if (template === undefined) continue;
      assert.equal(template.text.length, text.length);
      const visible = shown(template.text);
      for (let at = 0; at < text.length; at++)
        assert.ok(visible[at] === text[at] || visible[at] === " ", `seed ${seed}, ${path}: offset ${at}`);
    }
  }
});

test("formatting leaves lines with tags alone", () => {
  const text = "[a]\ntype = endpoint\n{%if a=b%}\ncontext=   {{ x }}\nallow=alaw\n{%endif%}\naors = a\n";
  assert.equal(formattedFile("pjsip.conf.j2", text), text.replace("allow=alaw", "allow = alaw"));
});

test("a large file without tags is given back as it is, and a large template takes no time", () => {
  const plain = "[a]\ntype=endpoint\nallow=alaw ; ${NOT} {one}\n".repeat(50_000);
  assert.equal(
    readTemplate(
      { path: "queues.conf", text: plain },
      { marks: [], variables: "asterisk", isVariable: () => false },
    ),
    undefined,
  );
  const started = process.cpuUsage().user;
  for (const text of [
    "{{ a",
    "{% if x %}",
    "{{ x }}",
    "<% if x %>",
    "{{- x -}}\n",
    "{{ 'x }}",
    "{# ",
    "{% raw %}",
    "x {{- y",
    "-}}\n",
  ]) {
    const long = text.repeat(10_000);
    readTemplate(
      { path: "pjsip.conf.j2", text: long },
      { marks: [], variables: "placeholders", isVariable: () => false },
    );
    readTemplate(
      { path: "pjsip.conf.erb", text: long },
      { marks: [], variables: "placeholders", isVariable: () => false },
    );
    readTemplate(
      { path: "pjsip.conf.tmpl", text: long },
      { marks: [], variables: "placeholders", isVariable: () => false },
    );
  }
  assert.ok(process.cpuUsage().user - started < 8_000_000, "reading templates grows faster than they do");
});

test("fixes mend what is beside tags, and never a tag or what stands in a block", () => {
  const text =
    "{% set a = 1 %}\n[a]\ntype = Endpoint\nallow = alaw,alaw\naors = a\nauth = {{ a }}\ncontext = {{ c }}\n{% if x %}\n[b]\ntype = Aor\n{% endif %}\n[a]\ntype=aor\ncontact=sip:{{ host }}\n";
  const path = "pjsip.conf.j2";
  const check = (files: Files) =>
    checkInstallation(openInstallation(files, defaultSettings), rootFiles(files));
  const { files } = mendFiles({
    files: memoryFiles({ [path]: text }),
    check,
    allows: () => true,
    mayChange: () => true,
  });
  const content = files.read(path);
  assert.equal(
    typeof content === "string" ? content : content.text,
    text.replace("Endpoint", "endpoint").replace("alaw,alaw", "alaw"),
  );
});
