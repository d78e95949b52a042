// The expressions of a dialplan, parsed with a hole for each substitution in them.

import type { ConfigOption } from "../../config/section.ts";
import { type CertainFault, faultWithHoles } from "../../dialplan/expression/check.ts";
import { hole, withHoles } from "../../dialplan/expression/holes.ts";
import {
  type ExpressionNode,
  type ParsedExpression,
  parseExpression,
} from "../../dialplan/expression/parse.ts";
import { type Token, type TokenKind, tokensOf } from "../../dialplan/expression/tokens.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { ExpressionPart, Part, Text } from "../../dialplan/substitution/text.ts";
import type { Installation } from "../../workspace/installation.ts";
import { perContext } from "../../workspace/per-context.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import type { Offsets } from "../application/places.ts";
import { type SubstitutedText, substitutedTexts, textsOfGlobals, textsOfSteps } from "../dialplan/texts.ts";

export interface WrittenExpression {
  readonly option: ConfigOption;
  /** The step in whose arguments it stands. */
  readonly line: StepLine | undefined;
  /** The option's value; offsets count in it. */
  readonly source: string;
  readonly part: ExpressionPart;
  /** The body with one character for each substitution, which is taken for one operand, or a part of one. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly kinds: ReadonlySet<TokenKind>;
  readonly parsed: ParsedExpression;
  /** A syntax error whatever the substitutions yield. */
  readonly fault: CertainFault | undefined;
  /** Where a piece of `text` stands in the option's value. */
  readonly place: (piece: Offsets) => Offsets;
  /** A piece of `text` as it is written. */
  readonly written: (piece: Offsets) => string;
}

/** All of them whose brackets are closed, those within others too. */
export const expressionsOf: PerDialplan<readonly WrittenExpression[]> = perDialplan(
  (dialplan, installation) => {
    const steps = installation.steps(dialplan);
    const readings = new Map<string, Reading>();
    if (!steps.isLater) return expressionsIn(substitutedTexts(dialplan, installation), readings);
    return [...expressionsIn(textsOfGlobals(dialplan), readings), ...ofSteps.all(steps, [], readings)];
  },
);

const ofSteps = perContext<[], WrittenExpression, Map<string, Reading>>((context, steps, _, readings) =>
  expressionsIn(textsOfSteps.in(context, steps, []), readings),
);

function expressionsIn(
  texts: readonly SubstitutedText[],
  readings: Map<string, Reading>,
): readonly WrittenExpression[] {
  const found: WrittenExpression[] = [];
  for (const { option, source, text, line } of texts) {
    if (!source.includes("$[")) continue;
    walkExpressions(text, (part) => found.push(readExpression(option, line, source, part, readings)));
  }
  return found;
}

/** Those that have one of these operators in them. */
export function expressionsWith(
  dialplan: Dialplan,
  installation: Installation,
  operators: readonly TokenKind[],
): readonly WrittenExpression[] {
  return expressionsOf(dialplan, installation).filter(({ kinds }) =>
    operators.some((operator) => kinds.has(operator)),
  );
}

function readExpression(
  option: ConfigOption,
  line: StepLine | undefined,
  source: string,
  part: ExpressionPart,
  readings: Map<string, Reading>,
): WrittenExpression {
  const { text, offsets } = withHoles(source, part.body);
  let reading = readings.get(text);
  if (reading === undefined) {
    reading = readText(text);
    readings.set(text, reading);
  }
  const { fault } = reading;
  // The end of a hole is not the beginning of what follows it.
  const place = ({ start, end }: Offsets): Offsets => ({
    start: offsets(start),
    end: end > start && text[end - 1] === hole ? endOf(part.body, offsets(end - 1)) : offsets(end),
  });
  return {
    option,
    line,
    source,
    part,
    ...reading,
    fault: fault && { ...fault, start: offsets(fault.start), end: offsets(fault.end) },
    place,
    written: (piece) => {
      const { start, end } = place(piece);
      return source.slice(start, end);
    },
  };
}

/** What expressions of the same text have in common; offsets count in the text. */
type Reading = Pick<WrittenExpression, "text" | "tokens" | "kinds" | "parsed" | "fault">;

function readText(text: string): Reading {
  const tokens = tokensOf(text);
  const parsed = parseExpression(text, tokens);
  const kinds = new Set(tokens.map(({ kind }) => kind));
  return { text, tokens, kinds, parsed, fault: faultWithHoles(text, tokens, parsed) };
}

function endOf({ parts }: Text, start: number): number {
  return parts.find((part) => part.start === start)?.end ?? start;
}

/** Hands over the closed expressions whose body has only closed substitutions; of others another rule tells. */
function walkExpressions({ parts }: Text, visit: (part: ExpressionPart) => void): void {
  for (const part of parts) {
    if (part.kind === "literal") continue;
    if (part.kind === "expression") {
      if (part.closed && part.body.tooDeep !== true && part.body.parts.every(isClosed)) visit(part);
      walkExpressions(part.body, visit);
    } else walkExpressions(part.inner, visit);
  }
}

function isClosed(part: Part): boolean {
  return part.kind === "literal" || part.closed;
}

/** Whether the value of a node is known as it is written, without substitutions. */
export function isConstant(text: string): boolean {
  return !text.includes(hole);
}

/** A value that stands in quotes of either kind, which belong to it. */
export function quoteOf(node: ExpressionNode): '"' | "'" | undefined {
  if (node.kind !== "value") return undefined;
  const { text } = node.token;
  for (const quote of ['"', "'"] as const) {
    if (text.length > 1 && text.startsWith(quote) && text.endsWith(quote)) return quote;
  }
  return undefined;
}

/** What a node is made of: one value, without signs and operators. */
export function valueText(node: ExpressionNode): string | undefined {
  return node.kind === "value" ? node.token.text : undefined;
}
