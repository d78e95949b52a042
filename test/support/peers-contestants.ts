// The language servers that are compared: ours, and widely used ones for other configuration languages from the
// npm registry. Those are installed into a temporary folder and are never dependencies.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  dialplanDocument,
  dockerDocument,
  jsonDocument,
  type LargeDocument,
  yamlDocument,
} from "./peers-documents.ts";

export interface Contestant {
  readonly name: string;
  /** The program and what it is told. */
  readonly command: readonly string[];
  readonly document: (lines: number) => LargeDocument;
  /** What the client says about a section of its settings, for a document in a folder. */
  readonly settings: (section: string, folder: string) => unknown;
  readonly initializationOptions?: object;
}

interface Peer extends Omit<Contestant, "command"> {
  readonly package: string;
  readonly version: string;
  readonly program: string;
}

const peers: readonly Peer[] = [
  {
    name: "yaml",
    package: "yaml-language-server",
    version: "1.25.0",
    program: "bin/yaml-language-server",
    document: yamlDocument,
    settings: (section, folder) =>
      section === "yaml"
        ? {
            validate: true,
            hover: true,
            completion: true,
            schemaStore: { enable: false },
            schemas: { [schemaOf(folder)]: "*.yaml" },
          }
        : {},
  },
  {
    name: "json",
    package: "vscode-langservers-extracted",
    version: "4.10.0",
    program: "bin/vscode-json-language-server",
    document: jsonDocument,
    settings: (section, folder) =>
      section === "json"
        ? { validate: { enable: true }, schemas: [{ fileMatch: ["*"], url: schemaOf(folder) }] }
        : {},
    initializationOptions: { provideFormatter: true, handledSchemaProtocols: ["file"] },
  },
  {
    name: "docker",
    package: "dockerfile-language-server-nodejs",
    version: "0.15.0",
    program: "bin/docker-langserver",
    document: dockerDocument,
    settings: () => ({}),
  },
];

export const ours: Contestant = {
  name: "ours",
  command: [resolve("dist/server.js"), "--stdio"],
  document: dialplanDocument,
  settings: () => ({}),
};

export const peerPackages: readonly string[] = peers.map((peer) => `${peer.package}@${peer.version}`);

/** Installs the others below a folder; a sentence saying why where that does not work. */
export function installPeers(folder: string): readonly Contestant[] | string {
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const options = ["--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1"];
  const result = spawnSync("npm", ["install", ...options, ...peerPackages], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (result.error !== undefined) return `npm does not start: ${result.error.message}`;
  if (result.status !== 0) {
    const reasons = result.stderr.split("\n").filter((line) => line.startsWith("npm error"));
    return `npm cannot install them; is there a network?\n${reasons.slice(0, 5).join("\n")}`;
  }
  return peers.map((peer) => ({
    ...peer,
    command: [join(folder, "node_modules", peer.package, peer.program), "--stdio"],
  }));
}

function schemaOf(folder: string): string {
  return pathToFileURL(join(folder, "schema.json")).href;
}
