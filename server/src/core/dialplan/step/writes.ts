// The assignments of a call: Set, MSet, the variables that Originate hands over, and applications that store what
// they found in a variable whose name they are given.

import { literalText } from "../substitution/text.ts";
import { type Argument, splitText } from "./arguments.ts";
import type { Call, StepCatalog } from "./call.ts";
import { type Assignment, assignmentOf, readAssignment } from "./functions.ts";
import { readOptions } from "./option-letters.ts";

const none: readonly Assignment[] = [];

/** What the call itself writes; what calls within it write is theirs. */
export function assignmentsOf(call: Call, catalog: StepCatalog): readonly Assignment[] {
  const { source, spec } = call;
  if (spec === undefined) return none;
  let found: Assignment[] | undefined;
  for (let index = 0; index < call.arguments.length; index++) {
    const argument = call.arguments[index] as Argument;
    const kind = argument.spec?.kind;
    if (kind === "variable-or-function") {
      const value = spec.separator === "=" ? call.arguments[index + 1]?.text : undefined;
      if (spec.separator === "=" && value === undefined) continue;
      found = add(
        found,
        assignmentOf(source, argument.text, value ?? literalText(argument.end, argument.end), catalog),
      );
    } else if (kind === "variable-name") {
      found = add(
        found,
        assignmentOf(source, argument.text, literalText(argument.end, argument.end), catalog),
      );
    } else if (kind === "variable-assignment") {
      found = add(found, readAssignment(source, argument.text, catalog));
    } else if (kind === "options") {
      for (const option of readOptions(source, argument, spec)) {
        if (option.argument === undefined) continue;
        if (option.spec?.argumentKind === "variable-name") {
          found = add(
            found,
            assignmentOf(source, option.argument, literalText(option.end, option.end), catalog),
          );
        } else if (option.spec?.argumentKind === "variable-assignment") {
          const splitting = {
            separator: "^",
            protects: false,
            unquotes: false,
            most: Number.POSITIVE_INFINITY,
          };
          for (const { text } of splitText(source, option.argument, splitting).slices) {
            found = add(found, readAssignment(source, text, catalog));
          }
        }
      }
    }
  }
  return found ?? none;
}

function add(found: Assignment[] | undefined, assignment: Assignment | undefined): Assignment[] | undefined {
  if (assignment === undefined || assignment.start >= assignment.end) return found;
  if (found === undefined) return [assignment];
  found.push(assignment);
  return found;
}
