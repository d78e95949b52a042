// What other files define that a dialplan can name, and where that cannot be known.

import assert from "node:assert/strict";
import test from "node:test";
import { defaultSettings, memoryFiles, openInstallation, parseVersion } from "../server/src/core/api.ts";
import { Suggestions } from "../server/src/core/rules/suggestions.ts";
import type { Elsewhere } from "../server/src/core/workspace/elsewhere/elsewhere.ts";
import type { NameSet } from "../server/src/core/workspace/elsewhere/name-set.ts";

type Texts = Readonly<Record<string, string>>;

function elsewhere(texts: Texts, version = "23"): Elsewhere {
  const settings = { ...defaultSettings, version: parseVersion(version) ?? defaultSettings.version };
  return openInstallation(memoryFiles(texts), settings).elsewhere();
}

function names(set: NameSet | undefined): readonly string[] | undefined {
  return set && [...set.definitions()].map(({ name }) => name);
}

/** The text at the place of a definition. */
function written(set: NameSet | undefined, name: string): string | undefined {
  const place = set?.get(name)?.place;
  return place?.file.lines.text.slice(place.span.start, place.span.end);
}

test("mailboxes by context, with aliases, never with their passwords", () => {
  const voicemail = elsewhere({
    "voicemail.conf":
      "[general]\naliasescontext=other-names\n[zonemessages]\neast=America/New_York\n[default]\n100 => 4242,Anna\n[Sales]\n200 = -77,Bella\n[other-names]\n9@devices => 100@default\n8 => 100@default\n",
  }).voicemail();
  assert.ok(voicemail !== undefined);
  assert.deepEqual(names(voicemail.mailboxes), ["100@default", "200@Sales", "9@devices", "8@default"]);
  assert.deepEqual(names(voicemail.contexts), ["default", "Sales"]);
  const found = (text: string): string | undefined => voicemail.find(text)?.name;
  assert.equal(found("100"), "100@default");
  assert.equal(found("200@sales"), "200@Sales");
  assert.equal(found("200"), undefined);
  assert.equal(found("8"), "8@default");
  assert.equal(written(voicemail.mailboxes, "100@default"), "100");
  assert.ok(!JSON.stringify([...voicemail.mailboxes.definitions()].map(({ name }) => name)).includes("4242"));
});

test("searchcontexts looks for a mailbox everywhere", () => {
  const text = "[general]\nsearchcontexts=yes\n[sales]\n200 => 77,Bella\n";
  assert.equal(elsewhere({ "voicemail.conf": text }).voicemail()?.find("200")?.name, "200@sales");
});

test("mailboxes of users.conf count up to Asterisk 22", () => {
  const texts = { "voicemail.conf": "[default]\n", "users.conf": "[300]\nhasvoicemail=yes\n[301]\n" };
  assert.deepEqual(names(elsewhere(texts, "22").voicemail()?.mailboxes), ["300@default"]);
  assert.deepEqual(names(elsewhere(texts, "23").voicemail()?.mailboxes), []);
});

test("where a name may be that we cannot see nothing is known", () => {
  const queues = "[sales]\n";
  const known = (texts: Texts): boolean => elsewhere(texts).queues() !== undefined;
  assert.ok(known({ "queues.conf": queues }));
  assert.ok(!known({}));
  assert.ok(!known({ "queues.conf": `${queues}#exec /bin/more\n` }));
  assert.ok(
    !known({ "queues.conf": queues, "modules.conf": "[modules]\nautoload=yes\nnoload=app_queue.so\n" }),
  );
  for (const line of ["queues => odbc,a", "queue_members => odbc,a", "queues.conf => odbc,a"])
    assert.ok(!known({ "queues.conf": queues, "extconfig.conf": `[settings]\n${line}\n` }), line);
  assert.ok(known({ "queues.conf": queues, "extconfig.conf": "[settings]\nvoicemail => odbc,a\n" }));
  assert.equal(elsewhere({ "queuerules.conf": "[general]\nrealtime_rules=yes\n" }).queueRules(), undefined);
});

test("queues ignore case, and know what they meant", () => {
  const queues = elsewhere({ "queues.conf": "[general]\n[Sales](!)\n[Support]\n[700]\n" }).queues();
  assert.deepEqual(names(queues), ["Support", "700"]);
  assert.ok(queues?.has("support"));
  const suggestions = new Suggestions(queues?.names() ?? []);
  assert.equal(suggestions.closest("suport"), "Support");
  assert.equal(suggestions.closest("701"), undefined);
  assert.equal(written(queues, "SUPPORT"), "Support");
});

test("members of queues, once for all queues that inherit them", () => {
  const text =
    '[base](!)\nmember => PJSIP/1\n[a](base)\n[b](base)\nmember => Local/2@in/n, 0, Anna, PJSIP/2\nmember => "odd"\n';
  const members = elsewhere({ "queues.conf": text }).queueMembers();
  assert.deepEqual(
    members.map(({ queues, device, stateDevice }) => [queues, device.text, stateDevice?.text]),
    [
      [["a", "b"], "PJSIP/1", undefined],
      [["b"], "Local/2@in/n", "PJSIP/2"],
    ],
  );
});

test("profiles of conferences by their type; the default ones are always there", () => {
  const profiles = elsewhere({
    "confbridge.conf": "[general]\n[boss]\ntype=user\n[big]\ntype=Bridge\n[keys]\ntype=menu\n",
  }).conferenceProfiles();
  assert.deepEqual(names(profiles?.user), ["boss", "default_user"]);
  assert.deepEqual(names(profiles?.bridge), ["big", "default_bridge"]);
  assert.deepEqual(names(profiles?.menu), ["keys", "default_menu"]);
});

test("parking lots and what they add to the dialplan", () => {
  const text = "[general]\n[upstairs]\nparkext=800\nparkpos=801-810\ncontext=parked-up\nparkinghints=yes\n";
  const found = elsewhere({ "res_parking.conf": text });
  assert.deepEqual(names(found.parkingLots()), ["upstairs", "default"]);
  const [lot, standard] = found.lots();
  assert.deepEqual(
    [lot?.context, lot?.extension, lot?.spaces, lot?.hints],
    ["parked-up", "800", { first: 801, last: 810 }, true],
  );
  assert.deepEqual([standard?.context, standard?.extension], ["parkedcalls", undefined]);
  const dynamic = { "res_parking.conf": "[general]\nparkeddynamic=yes\n" };
  assert.equal(elsewhere(dynamic).parkingLots(), undefined);
});

test("names of the smaller files", () => {
  const found = elsewhere({
    "musiconhold.conf": "[general]\n[Jazz]\nmode=files\n",
    "agents.conf": "[general]\n[agents]\n[1001]\n",
    "followme.conf": "[general]\n[anna]\n",
    "features.conf":
      "[featuremap]\nblindxfer=#1\n[applicationmap]\nshout=#9,peer,Playback,hi\n[group]\nshout=#8\n",
    "sla.conf": "[line1]\ntype=trunk\n[desk]\ntype=station\ntrunk=line1,ringdelay=5\n",
    "meetme.conf": "[rooms]\nconf => 600,1234\n",
    "minivm.conf": "[template-x]\n[anna@example.com]\n",
    "iax.conf": "[general]\n[branch]\ntype=friend\n[caller]\ntype=user\n",
  });
  assert.ok(found.musicClasses()?.has("jazz") && found.musicClasses()?.has("default"));
  assert.deepEqual(names(found.agents()), ["1001"]);
  assert.deepEqual(names(found.followMeProfiles()), ["anna"]);
  assert.deepEqual(names(found.dynamicFeatures()), ["shout", "group"]);
  assert.deepEqual(names(found.sharedLines()?.lines), ["desk_line1"]);
  assert.deepEqual(names(found.meetMeRooms()), ["600"]);
  assert.deepEqual(names(found.minivmAccounts()), ["anna@example.com"]);
  assert.deepEqual(names(found.iaxPeers()), ["branch"]);
});

test("functions of func_odbc.conf", () => {
  const found = elsewhere({ "func_odbc.conf": "[general]\n[SQL]\n[LOOKUP]\nprefix=CRM\n" });
  assert.deepEqual(names(found.odbcFunctions()), ["ODBC_SQL", "CRM_LOOKUP"]);
  assert.ok(found.mayBeOdbcFunction("CRM_LOOKUP") && !found.mayBeOdbcFunction("ODBC_OTHER"));
  assert.ok(elsewhere({}).mayBeOdbcFunction("ODBC_OTHER") && !elsewhere({}).mayBeOdbcFunction("CRM_LOOKUP"));
  const hidden = elsewhere({ "func_odbc.conf": "#exec /bin/more\n[SQL]\n" });
  assert.ok(hidden.mayBeOdbcFunction("CRM_LOOKUP") && !hidden.mayBeOdbcFunction("LEN"));
});

test("where other files enter the dialplan", () => {
  const { points, complete } = elsewhere({
    "voicemail.conf": "[general]\ndialout=out\n[default]\n1 => 1,A,,,review=yes|exitcontext= leave\n",
    "queues.conf": "[a]\ncontext=digits\nmembergosub=sub,1,2\n",
    "res_parking.conf": "[default]\ncomebackcontext=back\n",
    "iax.conf": "[u]\ntype=user\ncontext=first\ncontext=second\n",
    "chan_dahdi.conf": "[channels]\ncontext=none\ncontext=lines\nchannel=1\n[x]\ndahdichan=2\ncontext=own\n",
    "followme.conf": "[anna]\ncontext=numbers\nnumber=1\n",
    "features.conf": '[applicationmap]\na => *1,self,Gosub,"code,s,1"\nb => *2,self,Gosub(other,s,1)\n',
    "confbridge.conf": "[m]\ntype=menu\n1=playback(x),dialplan_exec(menu,1,1)\n",
    "xmpp.conf": "[me]\ncontext=chat\n",
  }).entryPoints();
  assert.ok(complete);
  assert.deepEqual(
    points.map(({ context, kind, certain }) => `${context} ${kind}${certain ? "" : "?"}`),
    [
      ...["first call", "second call?", "none call?", "lines call", "own call", "chat call?"],
      ...["out mailbox-dialout", "leave mailbox-exit", "digits queue-exit", "sub queue-subroutine"],
      ...["back parking-timeout?", "numbers follow-me", "code feature-subroutine"],
      ...["other feature-subroutine", "menu conference-menu", "default default"],
    ],
  );
  for (const { context, written: place } of points)
    if (place !== undefined)
      assert.equal(place.option.value.slice(place.item.start, place.item.end), context);
  assert.ok(!elsewhere({ "sip.conf": "#exec x\n" }).entryPoints().complete);
});

test("contexts that modules make are no unknown ones", () => {
  const files = memoryFiles({
    "extensions.conf": "[internal]\n",
    "sla.conf": "[desk]\ntype=station\nautocontext=stations\n",
    "confbridge.conf": "[big]\ntype=bridge\nregcontext=rooms\n",
    "iax.conf": "[general]\nregcontext=one&two\n",
  });
  const contexts = openInstallation(files, defaultSettings).contexts();
  assert.deepEqual([...(contexts ?? [])].sort(), [
    ...["internal", "one", "park-dial", "parkedcalls", "rooms", "stations", "two"],
  ]);
});

test("scripts and sounds are known only where the installation holds them", () => {
  const found = elsewhere({
    "asterisk.conf": "[directories]\nastdatadir => /etc/asterisk/data\n",
    "data/agi-bin/hello.py": "",
    "data/sounds/en/hello.gsm": "",
    "data/sounds/custom/bye.wav": "",
  });
  assert.equal(found.scriptExists("hello.py"), true);
  assert.equal(found.scriptExists("other.py"), false);
  assert.equal(found.scriptExists("agi://192.0.2.1/x"), undefined);
  assert.equal(found.scriptExists("/usr/bin/x"), undefined);
  assert.equal(found.soundExists("hello", "en"), true);
  assert.equal(found.soundExists("custom/bye", "en"), true);
  assert.equal(found.soundExists("hell", "en"), false);
  assert.equal(found.soundExists("hello", "de"), undefined);
  assert.equal(elsewhere({}).scriptExists("hello.py"), undefined);
  assert.equal(elsewhere({}).soundExists("hello", "en"), undefined);
});
