// What random templates of each root file are made of: lines right and wrong, and what an engine may fill in.

import type { Pool } from "./random-template.ts";

export const pjsip: Pool = {
  headers: [
    ...["[6001]", "[6002]", "[?]", "[trunk]", "[udp]", "[base](!)", "[6001](base)", "[6003](?)", "[6001](+)"],
    ...["[tls]", "[x?]", "[acl]", "[global]"],
  ],
  lines: [
    ...["type=endpoint", "type=endpoint", "type=endpoint", "type=aor", "type=auth", "type=transport"],
    ...[
      "type=identify",
      "type=registration",
      "type=?",
      "typ=endpoint",
      "Type=aor",
      "type=acl",
      "type=global",
    ],
    ...["allow=alaw", "allow=pcmu", "allow=?", "allow=alaw,?", "disallow=all", "allow = !all,ulaw"],
    ...["auth=6001", "auth=?", "aors=6001", "aors=6002", "aors=?", "outbound_auth=trunk", "transport=udp"],
    ...["transport=?", "transport=tls", "context=internal", "context=?", "context=nowhere", "webrtc=yes"],
    ...["webrtc=?", "direct_media=ja", "rtp_symmetric=?", "max_contacts=many", "max_contacts=1"],
    ...["max_contacts=?", "password=secret", "password=?", "username=6001", "auth_type=?", "auth_type=md5"],
    ...["contact=sip:192.0.2.1", "contact=sip:?", "contact=phone", "match=192.0.2.1", "match=?"],
    ...["endpoint=6001", "endpoint=?", "endpoint=trunk", "server_uri=sip:?", "server_uri=sip:example.com"],
    ...["client_uri=sip:6001@example.com", "bind=0.0.0.0", "bind=?", "protocol=udp", "protocol=tls"],
    ...["protocol=?", "?=yes", "colour=red", "#include ?", "#include other.conf", "#tryinclude ?.conf"],
    ...["no equals here", "; a comment ?", "mailboxes=100@default", "acl=acl", "acl=?", "permit=10.0.0.0/8"],
    ...["deny=0.0.0.0/0", "media_encryption=dtls", "dtls_cert_file=?", "cert_file=/etc/x.pem", "timers=yes"],
    ...["timers_min_se=10", "timers_sess_expires=?", "identify_by=ip", "rewrite_contact=yes", "set_var=A=?"],
    ...[
      "external_media_address=192.0.2.9",
      "local_net=10.0.0.0/8",
      "from_user=?",
      "allow+=,alaw",
      "allow+=,?",
    ],
  ],
  values: [
    ...["alaw", "ulaw,alaw", "6001", "6002", "trunk", "udp", "tls", "yes", "no", "endpoint", "aor", "auth"],
    ...["transport", "internal", "10", "192.0.2.7", "sip:a@example.com", "other.conf", "base", "", "md5"],
  ],
  texts: [
    ...["", "allow=alaw", "[6001]\ntype=aor\nmax_contacts=1", "[udp]\ntype=transport\nbind=0.0.0.0"],
    ...["type=endpoint", "type=aor", "[nowhere]", "auth=6001\naors=6001"],
  ],
};

export const dialplan: Pool = {
  headers: [
    "[internal]",
    "[nowhere]",
    "[?]",
    "[sub]",
    "[globals]",
    "[general]",
    "[internal](+)",
    "[tpl](!)",
    "[a](tpl)",
  ],
  lines: [
    ...["exten => 100,1,Dial(PJSIP/6001)", "exten => 100,1,Dial(PJSIP/?)", "exten => ?,1,Answer()"],
    ...["same => n,Hangup()", "same => n,Goto(sub,s,1)", "same => n,Goto(?,s,1)", "same => n,Gosub(sub,s,1)"],
    ...["same => n,Goto(internal,100,1)", "same => n,Goto(100,1)", "same => n,Goto(start)", "same => n,?"],
    ...[
      "same => n(start),NoOp(?)",
      "exten => s,1,Return()",
      "exten => s,n,Playback(?)",
      "exten => s,?,NoOp()",
    ],
    ...[
      "include => sub",
      "include => ?",
      "include => nowhere",
      "exten => _X.,1,NoSuchApp(1)",
      "exten => h,1,NoOp()",
    ],
    ...[
      "exten => 100,hint,PJSIP/6001",
      "exten => 101,hint,PJSIP/?",
      "same => n,Set(A=?)",
      "same => n,Set(B=$[1 +])",
    ],
    ...[
      "TRUNK=PJSIP/trunk",
      "TRUNK=?",
      "same => n,Dial(${TRUNK}/${EXTEN})",
      "same => n,Macro(x)",
      "switch => ?",
    ],
    ...[
      'same => n,GotoIf($["${A}" = "?"]?start:end)',
      "same => n(end),Return()",
      "exten => _[1-?]X,1,Answer()",
    ],
    ...[
      "same => n,Read(x,?",
      "same => n,VoiceMail(100@default)",
      "same => n,Queue(support)",
      "same => n,Queue(?)",
    ],
    ...["autofallthrough=?", "autofallthrough=maybe", "exten => 100,1", "ignorepat => ?", "colour => red"],
    ...[
      "same => n,While($[1])",
      "same => n,EndWhile()",
      "same => n,Wait(?)",
      "same => n,Wait()",
      "same => ?,Hangup()",
    ],
    ...[
      "same => n,ExecIf($[${X}]?Goto(nowhere,1,1))",
      "exten => ?,1,Hangupp()",
      "exten => ?,1,Macro(x)",
      "exten => 6,1,Macro(x,?)",
      "same => n,SIPAddHeader(?)",
      "exten => 200,5,NoOp()",
      "exten => 200,1,NoOp()",
      "#include ?",
    ],
  ],
  values: [
    ...[
      "100",
      "6001",
      "s",
      "internal",
      "nowhere",
      "sub",
      "1",
      "n",
      "Answer()",
      "Return()",
      "Hangup()",
      "6002",
    ],
    ...["5", "hint", "yes", "beep", "support", "", "_X.", "start", "(x)", "other.conf"],
  ],
  texts: [
    ...[
      "",
      "exten => s,1,NoOp()",
      "exten => 100,1,Answer()",
      "same => n(start),NoOp()",
      "[sub]\nexten => s,1,Return()",
    ],
    ...["[nowhere]\nexten => s,1,NoOp()", "include => sub"],
  ],
};

const voicemail: Pool = {
  headers: ["[general]", "[default]", "[?]", "[support]"],
  lines: ["100 => 1234,A", "? => 1234,A", "101 => ?", "attach=yes", "member => PJSIP/6001"],
  values: ["100", "default", "1"],
  texts: ["100 => 1,B", "", "[default]\n100 => 2,C"],
};

export const roots: readonly (readonly [root: string, pool: Pool])[] = [
  ["pjsip.conf", pjsip],
  ["extensions.conf", dialplan],
  ["voicemail.conf", voicemail],
  ["queues.conf", voicemail],
];
