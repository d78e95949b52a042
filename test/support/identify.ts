// Small configurations and the questions which endpoint a request is taken for.

import assert from "node:assert/strict";
import {
  type Answer,
  defaultSettings,
  headerLine,
  type Installation,
  identifyRequest,
  memoryFiles,
  openInstallation,
  type SipRequest,
  sipRequest,
} from "../../server/src/core/api.ts";

export type Texts = Readonly<Record<string, string>>;

export interface Asked {
  readonly from?: string;
  readonly headers?: readonly string[];
  readonly uri?: string;
}

export function open(texts: Texts | string): Installation {
  return openInstallation(
    memoryFiles(typeof texts === "string" ? { "pjsip.conf": texts } : texts),
    defaultSettings,
  );
}

export function ask(
  texts: Texts | string,
  source: string,
  { from, headers = [], uri }: Asked = {},
): { readonly request: SipRequest; readonly answer: Answer } {
  const request = sipRequest({
    source,
    from,
    headers: headers.flatMap((text) => headerLine(text) ?? []),
    requestUri: uri,
  });
  if ("error" in request) assert.fail(request.error);
  return { request, answer: identifyRequest(open(texts).identification(), request) };
}

/** The endpoint that a request is taken for and the kind of identifier, "none" where there is none. */
export function taken(texts: Texts | string, source: string, asked: Asked = {}): string {
  const { match } = ask(texts, source, asked).answer;
  return match === undefined ? "none" : `${match.endpoint} by ${match.kind}`;
}

export const endpoint = (name: string, more = ""): string =>
  `[${name}]\ntype=endpoint\nallow=!all,alaw\n${more}`;
export const identify = (name: string, to: string, ...lines: string[]): string =>
  `[${name}]\ntype=identify\nendpoint=${to}\n${lines.map((line) => `${line}\n`).join("")}`;

export function registration(more: string): string {
  const head = "[udp]\ntype=transport\nbind=0.0.0.0\n";
  return `${head}${endpoint("a")}[r]\ntype=registration\nserver_uri=sip:sip.example.net\nclient_uri=sip:u@sip.example.net\n${more}`;
}
