// What can be written at a cursor, the likeliest first.

import { asciiLower } from "../text/ascii.ts";
import { argumentProposals } from "./completion/arguments.ts";
import {
  applicationProposals,
  comparedValues,
  dollarProposals,
  substitutionProposals,
} from "./completion/calls.ts";
import { deviceProposals } from "./completion/devices.ts";
import {
  extensionProposals,
  priorityProposals,
  statementProposals,
  statementStarts,
} from "./completion/dialplan-lines.ts";
import { modifierProposals, sectionNameProposals } from "./completion/headers.ts";
import { directiveProposals, includeProposals } from "./completion/includes.ts";
import type { Completion, Proposals } from "./completion/item.ts";
import { optionNames } from "./completion/options.ts";
import { otherValues } from "./completion/other-values.ts";
import { type Place, proposalsFor } from "./completion/place.ts";
import { labelsWanted } from "./completion/used.ts";
import { optionValues } from "./completion/values.ts";
import type { Token } from "./cursor/model.ts";
import { cursorAt } from "./cursor.ts";
import type { Subject } from "./subject.ts";

export type { Completion, CompletionItem, ItemKind, Topic } from "./completion/item.ts";
export { topicDocumentation } from "./completion/topics.ts";

const nothing: Completion = { items: [], incomplete: false };

/** `typed`: the character that was just typed, where that alone made the editor ask. */
export function completionAt(subject: Subject, offset: number, typed?: string): Completion {
  const cursor = cursorAt(subject, offset);
  const place: Place = { subject, offset, cursor };
  // A blank is typed in every comment and text: it asks for something only where a value or name comes next.
  if (typed === " " && !startsSomething(place)) return nothing;
  return proposalsAt(place)?.completion() ?? nothing;
}

function startsSomething({ subject, offset, cursor }: Place): boolean {
  if (cursor.kind === "comment" || cursor.kind === "line-start" || cursor.kind === "option-name")
    return false;
  const before = subject.text.slice(subject.text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /(?:=>?|^\s*#\s*\w+)[ \t]$/.test(before);
}

function proposalsAt(place: Place): Proposals | undefined {
  const { cursor, subject, offset } = place;
  switch (cursor.kind) {
    case "comment":
    case "substring":
      return undefined;
    case "line-start":
      return lineStart(place, cursor.token);
    case "option-name":
      return isContext(place) ? lineStart(place, cursor.token) : optionNames(place, cursor.token);
    case "option-value":
      return cursor.spec === undefined ? otherValues(place, cursor) : optionValues(place, cursor);
    case "section-name":
      return sectionNameProposals(place, cursor);
    case "section-modifier":
      return modifierProposals(place, cursor);
    case "directive":
      return directiveProposals(place, cursor);
    case "include-path":
      return includeProposals(place, cursor);
    case "extension-name":
      return extensionProposals(place, cursor);
    case "priority":
      return priorityProposals(place, cursor);
    case "label":
      return labelProposals(place, cursor.token);
    case "application":
      return applicationProposals(place, cursor);
    case "argument":
      return argumentProposals(place, cursor);
    case "variable":
    case "function-name":
      return substitutionProposals(place, cursor);
    case "expression":
      return subject.text[offset - 1] === "$"
        ? dollarProposals(place, { start: offset - 1, end: offset })
        : comparedValues(place);
    case "hint-device":
      return deviceProposals(place, cursor.token, [], true);
    case "statement":
      return statementProposals(place, cursor);
  }
}

/** A label that is jumped to and does not exist yet. */
function labelProposals(place: Place, { span }: Token): Proposals {
  const proposals = proposalsFor(place, span);
  for (const label of labelsWanted(place)) proposals.add({ label, kind: "label", detail: "is jumped to" });
  return proposals;
}

function isContext({ cursor: { fileKind, section } }: Place): boolean {
  return (
    fileKind === "dialplan" &&
    section !== undefined &&
    !["general", "globals"].includes(asciiLower(section.name))
  );
}

function lineStart(place: Place, token: Token): Proposals | undefined {
  const { section } = place.cursor;
  if (section === undefined) return undefined;
  // A line of several words is no name of an option.
  if (/\s/.test(token.text)) return undefined;
  return isContext(place) ? statementStarts(place, token, section) : optionNames(place, token);
}
