// A template in an editor: every question about every place in it is answered, and never with text that is none.

import assert from "node:assert/strict";
import test from "node:test";
import { LspSession } from "./support/lsp-session.ts";

const pjsip = `{% for phone in phones %}
[{{ phone.name }}]
type = endpoint
aors = {{ phone.name }}
auth={{ phone.name }}
allow = {{ codecs | join(",") }}
{% endfor %}
[trunk]
type = endpoint
aors = trunk
allow = pcmu
[trunk]
type = aor
contact = sip:{{ host }}:5060
`;
const dialplan = `[<%= @context %>]
exten => <%= @number %>,1,Dial(PJSIP/<%= @number %>)
same => n,Goto(<%= @context %>,s,1)
same => n,Dial(PJSIP/trunk)
`;

const questions = [
  ...["hover", "completion", "definition", "references", "documentHighlight", "prepareRename"],
  ...["signatureHelp", "implementation", "typeDefinition", "prepareCallHierarchy"],
];

test("every place of a template can be asked about", async (context) => {
  const session = await LspSession.start(context, {
    "pjsip.conf.j2": pjsip,
    "extensions.conf.erb": dialplan,
  });
  for (const path of ["pjsip.conf.j2", "extensions.conf.erb"]) {
    session.open(path);
    const textDocument = { uri: session.uri(path) };
    const text = session.text(path);
    const range = { start: session.positionAt(path, 0), end: session.positionAt(path, text.length) };
    const answers: unknown[] = [
      await session.request("textDocument/documentSymbol", { textDocument }),
      await session.request("textDocument/foldingRange", { textDocument }),
      await session.request("textDocument/codeLens", { textDocument }),
      await session.request("textDocument/inlayHint", { textDocument, range }),
      await session.request("textDocument/documentLink", { textDocument }),
      await session.request("workspace/symbol", { query: "" }),
      await session.request("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } }),
    ];
    for (let offset = 0; offset < text.length; offset += 3) {
      const position = session.positionAt(path, offset);
      for (const question of questions) {
        const asked = session.request(`textDocument/${question}`, {
          textDocument,
          position,
          context: { includeDeclaration: true },
        });
        // A name that cannot be renamed is refused with a reason.
        answers.push(await asked.catch(({ message }) => message));
      }
    }
    assert.doesNotMatch(JSON.stringify(answers), /[\uE100-\uE17F]/);
    assert.ok(
      answers.some((answer) => JSON.stringify(answer)?.includes("phone") || path !== "pjsip.conf.j2"),
    );
  }
  assert.deepEqual(session.log, []);
});

test("a template has its problems, and formatting leaves its tags alone", async (context) => {
  const session = await LspSession.start(context, {
    "pjsip.conf.j2": pjsip,
    "extensions.conf.erb": dialplan,
  });
  session.open("pjsip.conf.j2");
  assert.deepEqual(await session.problems("pjsip.conf.j2"), ["11:9-13 error codec/unknown-codec"]);
  const edits = await session.request("textDocument/formatting", {
    textDocument: { uri: session.uri("pjsip.conf.j2") },
    options: { tabSize: 2, insertSpaces: true },
  });
  const lines = pjsip.split("\n");
  for (const { range } of edits) assert.doesNotMatch(lines[range.start.line] ?? "", /\{[{%]/);
  session.change("pjsip.conf.j2", "pcmu", "ulaw");
  assert.deepEqual(await session.problems("pjsip.conf.j2"), []);
  session.change("pjsip.conf.j2", "{% endfor %}", "");
  assert.deepEqual(await session.problems("pjsip.conf.j2"), [
    "1:1-26 information placeholder/broken-template",
  ]);
});
