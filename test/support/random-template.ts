// Templates from a seed, in the language of each engine, and what an engine may make of them: a model that is
// written as a template or rendered with some of its branches and some values.

import { below, pick, type Random } from "./random.ts";

/** A piece of a line: a text, a value that the engine fills in, or one of several texts. */
type Part = string | { readonly value: string } | { readonly oneOf: readonly string[] };

type Node =
  | { readonly kind: "line"; readonly parts: readonly Part[] }
  | { readonly kind: "if"; readonly branches: readonly (readonly Node[])[]; readonly otherwise: boolean }
  | { readonly kind: "for"; readonly body: readonly Node[] };

export type Model = readonly Node[];

export interface Engine {
  readonly ending: string;
  readonly value: (name: string) => string;
  readonly open: (name: string) => string;
  readonly middle: (name: string) => string;
  readonly otherwise: string;
  readonly loop: (name: string) => string;
  readonly end: (kind: "if" | "for") => string;
}

export const engines: readonly Engine[] = [
  {
    ending: "j2",
    value: (name) => `{{ ${name} | default("[x];=") }}`,
    open: (name) => `{% if ${name} %}`,
    middle: (name) => `{% elif ${name} %}`,
    otherwise: "{% else %}",
    loop: (name) => `{% for item in ${name} %}`,
    end: (kind) => `{% end${kind} %}`,
  },
  {
    ending: "erb",
    value: (name) => `<%= @${name} || "[x];=" %>`,
    open: (name) => `<% if @${name} %>`,
    middle: (name) => `<% elsif @${name} %>`,
    otherwise: "<% else %>",
    loop: (name) => `<% @${name}.each do |item| %>`,
    end: () => "<% end %>",
  },
  {
    ending: "gotmpl",
    value: (name) => `{{ .${name} | default "[x];=" }}`,
    open: (name) => `{{ if .${name} }}`,
    middle: (name) => `{{ else if .${name} }}`,
    otherwise: "{{ else }}",
    loop: (name) => `{{ range .${name} }}`,
    end: () => "{{ end }}",
  },
];

/** What lines are made of, and what may be filled in. */
export interface Pool {
  readonly headers: readonly string[];
  /** "?" is filled in by the engine. */
  readonly lines: readonly string[];
  readonly values: readonly string[];
  /** What may stand in place of a whole line. */
  readonly texts: readonly string[];
}

/** A model of some sections. */
export function randomModel(random: Random, pool: Pool): Model {
  const sections = 1 + below(random, 5);
  const nodes: Node[] = [];
  for (let count = 0; count < sections; count++) {
    const section = [line(random, pick(random, pool.headers)), ...body(random, pool, 2)];
    if (random() < 0.2) nodes.push(block(random, pool, section, 1));
    else nodes.push(...section);
  }
  return nodes;
}

function body(random: Random, pool: Pool, depth: number): Node[] {
  const nodes: Node[] = [];
  const length = below(random, 7);
  for (let count = 0; count < length; count++) {
    const chance = random();
    if (depth > 0 && chance < 0.15) nodes.push(block(random, pool, body(random, pool, depth - 1), depth));
    else if (chance < 0.17) nodes.push({ kind: "line", parts: [{ value: "whole" }] });
    else nodes.push(line(random, pick(random, pool.lines)));
  }
  return nodes;
}

function block(random: Random, pool: Pool, first: readonly Node[], depth: number): Node {
  if (random() < 0.3) return { kind: "for", body: first };
  const branches = [first];
  while (random() < 0.4) branches.push(body(random, pool, depth - 1));
  return { kind: "if", branches, otherwise: branches.length > 1 && random() < 0.7 };
}

function line(random: Random, text: string): Node {
  const parts: Part[] = [];
  for (const [index, piece] of text.split("?").entries()) {
    if (index > 0) parts.push({ value: `v${below(random, 3)}` });
    parts.push(piece);
  }
  if (random() < 0.05) parts.push({ oneOf: [",alaw", "", "x"].slice(0, 1 + below(random, 3)) });
  return { kind: "line", parts };
}

/** The lines of the template. */
export function written(model: Model, engine: Engine): string[] {
  return model.flatMap((node) => {
    if (node.kind === "line") return [node.parts.map((part) => writtenPart(part, engine)).join("")];
    if (node.kind === "for") return [engine.loop("list"), ...written(node.body, engine), engine.end("for")];
    const lines = node.branches.flatMap((branch, index) => {
      const isLast = index === node.branches.length - 1 && index > 0;
      const tag =
        index === 0 ? engine.open("a") : isLast && node.otherwise ? engine.otherwise : engine.middle("b");
      return [tag, ...written(branch, engine)];
    });
    return [...lines, engine.end("if")];
  });
}

function writtenPart(part: Part, engine: Engine): string {
  if (typeof part === "string") return part;
  if ("value" in part) return engine.value(part.value);
  const texts = part.oneOf.map(
    (text, index) => `${index === 0 ? engine.open("c") : engine.middle("d")}${text}`,
  );
  return `${texts.join("")}${engine.end("if")}`;
}

/** A line of what is rendered, and the line of the template that it comes from, both from 0. */
export interface Rendered {
  readonly text: string;
  readonly from: number;
}

/** Renders with branches, numbers of rounds and values that a seed decides. */
export function rendered(model: Model, random: Random, pool: Pool): Rendered[] {
  const values = new Map<string, string>();
  const lines: Rendered[] = [];
  let at = 0;
  const render = (nodes: Model, isThere: boolean): void => {
    for (const node of nodes) {
      if (node.kind === "line") {
        if (isThere) {
          const text = node.parts.map((part) => renderedPart(part, values, random, pool)).join("");
          for (const piece of text.split("\n")) lines.push({ text: piece, from: at });
        }
        at++;
      } else if (node.kind === "for") {
        const start = ++at;
        const rounds = isThere ? below(random, 3) : 0;
        if (rounds === 0) render(node.body, false);
        for (let round = 0; round < rounds; round++) {
          at = start;
          values.delete("v0");
          render(node.body, true);
        }
        at++;
      } else {
        const chosen = below(random, node.branches.length + (node.otherwise ? 0 : 1));
        for (const [index, branch] of node.branches.entries()) {
          at++;
          render(branch, isThere && index === chosen);
        }
        at++;
      }
    }
  };
  render(model, true);
  return lines;
}

function renderedPart(part: Part, values: Map<string, string>, random: Random, pool: Pool): string {
  if (typeof part === "string") return part;
  if ("oneOf" in part) return random() < 0.3 ? "" : pick(random, part.oneOf);
  if (part.value === "whole") return pick(random, pool.texts);
  const known = values.get(part.value) ?? pick(random, pool.values);
  values.set(part.value, known);
  return known;
}
