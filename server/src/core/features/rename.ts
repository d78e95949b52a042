// Renames a thing wherever its name is written: in headers, options, dial strings, hints, jumps.

import { isBuiltin } from "../catalog/variables.ts";
import { isReserved } from "../dialplan/contexts.ts";
import { isHidden } from "../syntax/template/marks.ts";
import { byteLength } from "../text/bytes.ts";
import type { FileEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import { companions, type Question } from "./rename-along.ts";
import type { Subject } from "./subject.ts";
import type { NamedThing, Occurrence } from "./symbols/symbol.ts";
import { symbolIndex } from "./symbols/symbol-index.ts";

export interface Renamable {
  readonly span: Span;
  readonly name: string;
}

/** What is renamed at an offset, or why nothing can be. Undefined: there is no name here. */
export function renamable(subject: Subject, offset: number): Renamable | string | undefined {
  const index = symbolIndex(subject);
  const at = index.at(subject.file, offset);
  if (at === undefined) return undefined;
  const { thing } = at;
  if (isHidden(thing.name)) return "A template engine makes this name; rename it where its parts are written";
  const refusal = refusalOf(thing, index.of(thing));
  if (refusal !== undefined) return refusal;
  if (!at.literal)
    return `Here the name "${thing.name}" is made of something else; rename it where it is written`;
  return { span: at.span, name: thing.name };
}

/** One place of a rename. */
export interface RenameEdit extends FileEdit {
  /** What is to be confirmed where an editor can ask; all edits of one question belong together. */
  readonly question?: Question;
}

/** The edits of a rename, or why it cannot be done. */
export function rename(
  subject: Subject,
  offset: number,
  newName: string,
): readonly RenameEdit[] | string | undefined {
  const found = renamable(subject, offset);
  if (found === undefined || typeof found === "string") return found;
  const index = symbolIndex(subject);
  const thing = index.at(subject.file, offset)?.thing;
  if (thing === undefined) return undefined;
  const wrong = nameFault(thing.kind, newName);
  if (wrong !== undefined) return wrong;
  const other = index.thing(thing.kind, newName, thing.within);
  if (other !== undefined && other !== thing && index.of(other).some(isDefinition))
    return `"${newName}" is the name of another ${thing.kind}`;
  const all = [{ thing, question: undefined }, ...companions(subject, thing, newName)];
  return all
    .flatMap(({ thing: one, question }) =>
      index
        .of(one)
        .filter((place) => place.literal && textAt(subject, place) === one.name)
        .map(({ file, span }): RenameEdit => {
          const edit = { file, span, text: newName };
          return question === undefined ? edit : { ...edit, question };
        }),
    )
    .sort((left, right) => left.span.start - right.span.start);
}

/** Kinds of things whose name is not just a name. */
const fixed: ReadonlyMap<string, string> = new Map([
  ["extension", "An extension is what callers dial: change it line by line"],
  ["mailbox", "A mailbox is known to phones and databases by its number, too: change it line by line"],
]);

/** Objects that exist once and have a name of their own by rule. */
const nameless: ReadonlySet<string> = new Set(["global", "system"]);

function refusalOf({ kind, name }: NamedThing, places: readonly Occurrence[]): string | undefined {
  const reason = fixed.get(kind);
  if (reason !== undefined) return reason;
  if (nameless.has(kind)) return `The name of a section of type ${kind} means nothing`;
  if (kind === "variable") {
    if (isBuiltin(name) || /^ARG\d+$|^LOCAL\(/.test(name)) return `Asterisk itself sets ${name}`;
    return undefined;
  }
  if (kind === "section" && places.every(({ role }) => role === "reference"))
    return `"${name}" is not defined in this installation`;
  return undefined;
}

/** What Asterisk would not take for a name of this kind. */
function nameFault(kind: string, name: string): string | undefined {
  if (name === "") return "A name is needed";
  if (kind === "variable")
    return /^[A-Za-z0-9_~#-]+$/.test(name) && !name.startsWith("_")
      ? undefined
      : "The name of a variable consists of letters, digits and underscores, and begins with no underscore";
  if (kind === "label")
    return /^[^\s,()&]+$/.test(name) && !/^[\d+-]/.test(name)
      ? undefined
      : "A label holds no blanks, commas or parentheses, and begins with no digit";
  if (byteLength(name) > 79) return "Asterisk cuts names to 79 bytes";
  if (kind === "context" && isReserved(name)) return `A section "${name}" is no context`;
  if (/\$[[{]/.test(name)) return 'Asterisk puts a value in the place of "${" or "$[" where the name is used';
  if (/[[\];\r\n]/.test(name)) return 'A name holds no "[", "]" or ";"';
  if (/^\s|\s$/.test(name)) return "A name neither begins nor ends with a blank";
  if (/[,&()^]/.test(name))
    return 'A name with ",", "&", "^" or parentheses cannot be written where it is used';
  return undefined;
}

/** What stands at a place: nothing is replaced that is not the name itself. */
function textAt({ installation }: Subject, { file, span }: Occurrence): string {
  const content = installation.files.read(file);
  return typeof content === "string" ? "" : content.text.slice(span.start, span.end);
}

function isDefinition({ role }: Occurrence): boolean {
  return role === "definition";
}
