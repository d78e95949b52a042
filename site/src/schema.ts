// The parts of a JSON schema that the site tells of.

import { code } from "./html.ts";

export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
}

/** What a value may be, in words, as HTML. `root` resolves references. */
export function typeText(schema: Schema, root: Schema): string {
  const { enum: words, items, anyOf, additionalProperties } = schema;
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    const found = root.definitions?.[name] ?? root.properties?.[name];
    return found === undefined || found.properties !== undefined ? code(name) : typeText(found, root);
  }
  if (schema.const !== undefined) return code(String(schema.const));
  if (words !== undefined) return words.map((word) => code(String(word))).join(", ");
  if (anyOf !== undefined) return anyOf.map((one) => typeText(one, root)).join(" or ");
  if (items !== undefined) return `list of ${typeText(items, root)}`;
  if (typeof additionalProperties === "object")
    return `object: each name with ${typeText(additionalProperties, root)}`;
  if (schema.properties !== undefined)
    return `object with ${Object.keys(schema.properties).map(code).join(", ")}`;
  return [schema.type ?? "anything"].flat().join(" or ");
}
