// Large documents of several languages for language servers, and one line in the middle of each that edits spoil
// and mend in turns, so that what a server says shows which text it looked at.

import type { Position, Range } from "vscode-languageserver/node";
import { largeDialplan, tenantLines } from "./large-dialplan.ts";

export interface LargeDocument {
  readonly file: string;
  readonly languageId: string;
  readonly text: string;
  /** Files beside it. */
  readonly others: Readonly<Record<string, string>>;
  /** The piece that edits replace. */
  readonly spoiled: Range;
  /** What they replace it with: always something else, wrong for odd numbers. */
  readonly value: (edit: number) => string;
  /** Where names are completed, and where a name is explained. */
  readonly complete: Position;
  readonly hover: Position;
}

/** Each number of lines, about. */
export function dialplanDocument(lines: number): LargeDocument {
  const tenants = Math.round(lines / tenantLines);
  const text = largeDialplan(tenants);
  const tenant = `tenant${tenants >> 1}`;
  const values = (edit: number): string => `${tenant}-${edit % 2 === 1 ? "nobody" : ""}${200 + (edit % 20)}`;
  const others = { "pjsip.conf": phones(tenants) };
  const at = text.indexOf(`exten => 205,hint,PJSIP/${tenant}-205`);
  const call = text.indexOf("Gosub(", at);
  return {
    ...documentOf("extensions.conf", "asterisk-dialplan", text, others, values),
    spoiled: rangeOf(text, text.indexOf(`${tenant}-205`, at), `${tenant}-205`.length),
    complete: positionOf(text, call + 3),
    hover: positionOf(text, call + 2),
  };
}

/** An endpoint and an aor for each phone and each trunk that a dialplan of tenants calls. */
function phones(tenants: number): string {
  const parts = [
    "[phone](!)\ntype=endpoint\ndisallow=all\nallow=alaw\n\n[contact](!)\ntype=aor\nmax_contacts=1\n\n",
    trunk("itsp", "198.51.100.1"),
    trunk("backup", "198.51.100.2"),
  ];
  for (let tenant = 0; tenant < tenants; tenant++) {
    for (let phone = 200; phone < 220; phone++) {
      const name = `tenant${tenant}-${phone}`;
      parts.push(`[${name}](phone)\ncontext=tenant${tenant}-phones\naors=${name}\n[${name}](contact)\n`);
    }
  }
  return parts.join("");
}

function trunk(name: string, address: string): string {
  const endpoint = `[${name}]\ntype=endpoint\ncontext=tenant0-services\nallow=!all,alaw\naors=${name}\n`;
  const aor = `[${name}]\ntype=aor\ncontact=sip:${address}:5060\n`;
  return `${endpoint}\n${aor}\n[${name}]\ntype=identify\nendpoint=${name}\nmatch=${address}\n\n`;
}

const fields = { image: "string", port: "integer", restart: "string", memory: "integer", user: "string" };

/** For the services in YAML and in JSON. */
const schema: string = JSON.stringify({
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  properties: {
    services: {
      type: "object",
      additionalProperties: {
        type: "object",
        description: "One service",
        additionalProperties: false,
        required: ["image"],
        properties: {
          ...Object.fromEntries(
            Object.entries(fields).map(([name, type]) => [name, { type, description: `The ${name}` }]),
          ),
          restart: { enum: ["always", "no", "on-failure"], description: "When it starts again" },
          environment: { type: "array", items: { type: "string" }, description: "Variables" },
        },
      },
    },
  },
});

export function yamlDocument(lines: number): LargeDocument {
  const services = Math.round(lines / 10);
  const text = `services:\n${numbered(services, yamlService)}`;
  return serviceDocument("services.yaml", "yaml", text, services >> 1, "    restart: always", 6);
}

function yamlService(index: number): string {
  const lines = [
    `  service${index}:`,
    `    image: registry.example.net/service:${index}`,
    `    port: ${8000 + (index % 1000)}`,
    "    restart: always",
    "    memory: 512",
    "    user: service",
    "    environment:",
    `      - NAME=service${index}`,
    "      - LEVEL=info",
    "      - ZONE=Europe/Berlin",
  ];
  return `${lines.join("\n")}\n`;
}

export function jsonDocument(lines: number): LargeDocument {
  const services = Math.round(lines / 11);
  const entries = numbered(services, jsonService).slice(0, -2);
  const text = `{\n  "services": {\n${entries}\n  }\n}\n`;
  return serviceDocument("services.json", "json", text, services >> 1, '      "restart": "always"', 9);
}

function jsonService(index: number): string {
  const lines = [
    `    "service${index}": {`,
    `      "image": "registry.example.net/service:${index}",`,
    `      "port": ${8000 + (index % 1000)},`,
    '      "restart": "always",',
    '      "memory": 512,',
    '      "user": "service",',
    '      "environment": [',
    `        "NAME=service${index}",`,
    '        "LEVEL=info"',
    "      ]",
    "    },",
  ];
  return `${lines.join("\n")}\n`;
}

/** What YAML and JSON have in common: a port that is no number is against the schema. */
function serviceDocument(
  file: string,
  languageId: string,
  text: string,
  middle: number,
  restart: string,
  column: number,
): LargeDocument {
  const quote = languageId === "json" ? '"' : "";
  const at = text.indexOf(`${quote}service${middle}${quote}:`);
  const port = text.indexOf(`${8000 + (middle % 1000)}`, text.indexOf("port", at));
  const key = positionOf(text, text.indexOf(restart, at));
  const place = { line: key.line, character: column };
  const values = (edit: number): string => (edit % 2 === 1 ? `${quote}a${edit}${quote}` : `${9000 + edit}`);
  return {
    ...documentOf(file, languageId, text, { "schema.json": schema }, values),
    spoiled: rangeOf(text, port, 4),
    complete: place,
    hover: place,
  };
}

export function dockerDocument(lines: number): LargeDocument {
  const blocks = Math.round(lines / 10);
  const text = `FROM alpine:3.20 AS base\n${numbered(blocks, dockerBlock)}`;
  const port = text.indexOf(`EXPOSE ${8000 + ((blocks >> 1) % 1000)}`, text.indexOf(`part${blocks >> 1} `));
  const values = (edit: number): string => `${edit % 2 === 1 ? "a" : ""}${9000 + edit}`;
  return {
    ...documentOf("Dockerfile", "dockerfile", text, {}, values),
    spoiled: rangeOf(text, port + "EXPOSE ".length, 4),
    complete: positionOf(text, port + 3),
    hover: positionOf(text, port + 3),
  };
}

function dockerBlock(index: number): string {
  const lines = [
    `# part${index} of the machine`,
    `ENV NAME${index}=part${index} LEVEL=info`,
    `WORKDIR /srv/part${index}`,
    `COPY part${index}/ /srv/part${index}/`,
    `RUN apk add --no-cache curl \\`,
    `    && make -C /srv/part${index}`,
    `EXPOSE ${8000 + (index % 1000)}`,
    `LABEL part${index}="yes"`,
    `ARG VERSION${index}=1.0.${index}`,
    `VOLUME /var/part${index}`,
  ];
  return `${lines.join("\n")}\n`;
}

function numbered(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join("");
}

function documentOf(
  file: string,
  languageId: string,
  text: string,
  others: LargeDocument["others"],
  value: LargeDocument["value"],
): Omit<LargeDocument, "spoiled" | "complete" | "hover"> {
  return { file, languageId, text, others, value };
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length - 1, character: offset - before.lastIndexOf("\n") - 1 };
}

function rangeOf(text: string, offset: number, length: number): Range {
  const start = positionOf(text, offset);
  return { start, end: { line: start.line, character: start.character + length } };
}
