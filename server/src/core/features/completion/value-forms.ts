// How values look that have a form and no list.

import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { Proposal } from "./item.ts";

interface Form {
  readonly label: string;
  readonly snippet: string;
  readonly detail: string;
}

const uriForms: readonly Form[] = [
  { label: "sip:host", snippet: "sip:${1:host}", detail: "address of a server" },
  { label: "sip:host:port", snippet: "sip:${1:host}:${2:5060}", detail: "address with its port" },
];

const userForm: Form = {
  label: "sip:user@host",
  snippet: "sip:${1:user}@${2:host}",
  detail: "address of an account at a server",
};

const privateNetworks: readonly Form[] = ["192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12"].map((label) => ({
  label,
  snippet: label,
  detail: "private network",
}));

const formsByKind: Readonly<Partial<Record<OptionSpec["kind"], readonly Form[]>>> = {
  uri: uriForms,
  uriList: uriForms,
  sockaddr: [
    { label: "0.0.0.0", snippet: "0.0.0.0", detail: "all IPv4 addresses" },
    { label: "0.0.0.0:5060", snippet: "0.0.0.0:${1:5060}", detail: "all IPv4 addresses, one port" },
    { label: "[::]", snippet: "[::]", detail: "all IPv6 addresses" },
  ],
  callerid: [{ label: '"Name" <number>', snippet: '"${1:Name}" <${2:number}>', detail: "name and number" }],
  setVar: [{ label: "name=value", snippet: "${1:name}=${2:value}", detail: "a variable of the channel" }],
  cidrAcl: [
    { label: "0.0.0.0/0", snippet: "0.0.0.0/0", detail: "every IPv4 address" },
    { label: "::/0", snippet: "::/0", detail: "every IPv6 address" },
    ...privateNetworks,
  ],
};

/** Options whose values look otherwise than those of their kind. */
const formsByName: Readonly<Record<string, readonly Form[]>> = {
  client_uri: [userForm, ...uriForms],
  // Where everything is local nothing is translated.
  local_net: privateNetworks,
};

export function forms(target: { add(proposal: Proposal): void }, { kind, name }: OptionSpec): void {
  (formsByName[name] ?? formsByKind[kind] ?? []).forEach(({ label, snippet, detail }, index) => {
    const plain = snippet === label;
    target.add({
      label,
      kind: plain ? "value" : "snippet",
      detail,
      rank: 30 + index,
      ...(plain ? {} : { snippet }),
    });
  });
}
