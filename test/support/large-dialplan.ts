// Dialplans as large sites generate them: many tenants of one shape, and tables of numbers. Nothing in them is wrong.

/** Lines of one tenant, about. */
export const tenantLines = 100;

/** Tenants with phones, hints, voicemail, a menu, a queue and graded routes, and the subroutines that they share. */
export function largeDialplan(tenants: number): string {
  const parts = [
    "[general]\nstatic=yes\nwriteprotect=yes\n\n[globals]\nTRUNK=PJSIP/itsp\nTIMEOUT=25\n\n",
    subroutines,
  ];
  for (let index = 0; index < tenants; index++) parts.push(tenant(index));
  return parts.join("");
}

const subroutines = `[sub-dial]
exten => s,1,NoOp(\${ARG1} calls \${ARG2})
 same => n,Set(CHANNEL(hangup_handler_push)=sub-log,s,1)
 same => n,ExecIf($["\${CALLERID(num)}" = ""]?Set(CALLERID(num)=anonymous))
 same => n,Dial(PJSIP/\${ARG2},\${TIMEOUT},tTb(sub-header^s^1(\${ARG1})))
 same => n,GotoIf($["\${DIALSTATUS}" = "BUSY"]?busy)
 same => n,VoiceMail(\${ARG2}@\${ARG1},u)
 same => n,Return()
 same => n(busy),VoiceMail(\${ARG2}@\${ARG1},b)
 same => n,Return()

[sub-header]
exten => s,1,Set(PJSIP_HEADER(add,X-Tenant)=\${ARG1})
 same => n,Return()

[sub-log]
exten => s,1,Log(NOTICE,\${CHANNEL} ended with \${HANGUPCAUSE})
 same => n,Return()

`;

function tenant(index: number): string {
  const name = `tenant${index}`;
  const lines: string[] = [`[${name}-phones]`, `include => ${name}-services`, `include => ${name}-routes`];
  for (let phone = 0; phone < 20; phone++) {
    const number = 200 + phone;
    lines.push(
      `exten => ${number},hint,PJSIP/${name}-${number}`,
      `exten => ${number},1,Gosub(sub-dial,s,1(${name},${name}-${number}))`,
      " same => n,Hangup()",
    );
  }
  lines.push(
    "",
    `[${name}-services]`,
    `include => ${name}-night,18:00-07:59,mon-fri,*,*`,
    "exten => 500,1,Answer()",
    ` same => n,Set(QUEUE_PRIO=$[\${LEN(\${CALLERID(num)})} > 4 ? 5 :: 0])`,
    ` same => n,Queue(${name},t,,,120)`,
    " same => n,Playback(vm-nobodyavail)",
    " same => n,Hangup()",
    "exten => *97,1,VoiceMailMain(${CALLERID(num)}@default)",
    " same => n,Hangup()",
    "",
    `[${name}-night]`,
    "exten => 500,1,Playback(vm-nobodyavail)",
    " same => n,Hangup()",
    "",
    `[${name}-menu]`,
    "exten => s,1,Answer()",
    " same => n(again),Background(welcome)",
    " same => n,WaitExten(5)",
    `exten => 1,1,Goto(${name}-services,500,1)`,
    `exten => 2,1,Goto(${name}-phones,200,1)`,
    "exten => i,1,Playback(pbx-invalid)",
    " same => n,Goto(s,again)",
    "exten => t,1,Hangup()",
    "",
    `[${name}-routes]`,
    "exten => 112,1,Dial(${TRUNK}/sip:112@198.51.100.1)",
    " same => n,Hangup()",
    "exten => _0[1-9]X.,1,Set(CALLERID(num)=49301000)",
    ` same => n,Dial(PJSIP/\${EXTEN:1}@itsp,60,T)`,
    ` same => n,GotoIf($["\${DIALSTATUS}" = "CONGESTION" | "\${DIALSTATUS}" = "CHANUNAVAIL"]?second)`,
    " same => n,Hangup()",
    ` same => n(second),Dial(PJSIP/\${EXTEN:1}@backup,60,T)`,
    " same => n,Hangup()",
    "exten => _00X.,1,Authenticate(1234)",
    ` same => n,Dial(PJSIP/\${EXTEN}@itsp,60,T)`,
    " same => n,Hangup()",
    "",
  );
  return `${lines.join("\n")}\n`;
}

/** 5,000 of every 25,000 lines are Gotos into one context that holds the numbers. */
export function numberTable(lines: number): string {
  const parts = ["[numbers]\n"];
  const numbers = Math.floor((lines * 4) / 5);
  for (let index = 0; index < numbers; index++) parts.push(`exten => ${4_930_000_000 + index},1,Hangup()\n`);
  parts.push("\n[incoming]\n");
  for (let index = 0; index < lines - numbers; index++)
    parts.push(`exten => ${100_000 + index},1,Goto(numbers,${4_930_000_000 + index},1)\n`);
  return parts.join("");
}
