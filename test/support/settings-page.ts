// The page about the keys of asterisk-analyzer.json (docs/settings.md), made of the schema.

interface Property {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription?: string;
}

export interface Schema {
  readonly markdownDescription: string;
  readonly properties: Readonly<Record<string, Property>>;
}

/** `editor`: by key, the name of the editor's setting that means the same, without its prefix. */
export function settingsPage(schema: Schema, editor: ReadonlyMap<string, string>): string {
  const keys = Object.entries(schema.properties).filter(([key]) => key !== "$schema");
  return `${[
    "# asterisk-analyzer.json",
    "Generated from server/schemas/settings.schema.json by test/manifest.test.ts with UPDATE=1: do not edit.",
    schema.markdownDescription,
    introduction,
    ...keys.map(([key, property]) => section(key, property, editor.get(key))),
  ].join("\n\n")}\n`;
}

const introduction = `## Which file counts

The nearest one, from the folder of the installation upwards. A folder with \`.git\` is the last that is looked at. Other
files count where \`extends\` names them, or \`--config FILE\`; \`--no-config\` heeds none. Patterns of paths begin in the
folder of the file that has them; those of a file that \`--config\` names, in the working directory.

## What wins

The command line, then the file, then what it extends, then the settings of the editor, then the defaults; key by key,
and in \`rules\` and \`providers\` name by name. A rule wins over its group, and \`overrides\` over \`rules\` of the same file.
What is ignored or known adds up. To name a rule or a group is to want it, whatever the profile.
\`asterisk-analyzer config PATH\` shows what counts there, and why.

A key that nobody knows, and a value that means nothing, are errors: the command line stops with exit code 2, an editor
shows them in the file.`;

function section(key: string, { markdownDescription = "", ...property }: Property, setting?: string): string {
  const words = property.enum?.map((word, index) => {
    const meaning = property.enumDescriptions?.[index];
    return `- \`${word}\`${meaning === undefined ? "" : `: ${meaning}`}`;
  });
  return [
    `## ${key}`,
    markdownDescription,
    ...(words === undefined ? [] : [words.join("\n")]),
    setting === undefined
      ? "Editors have no setting for it."
      : `In the editor: \`asterisk-analyzer.${setting}\`.`,
  ].join("\n\n");
}
