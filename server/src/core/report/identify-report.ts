// How the answer to "whom is this request taken for?" is shown, as text and as JSON.

import { printAddress } from "../pjsip/address-range.ts";
import type { Answer, Match } from "../pjsip/identify/answer.ts";
import {
  kindWords,
  matchText,
  nearText,
  otherText,
  placeOf,
  requestText,
} from "../pjsip/identify/answer-words.ts";
import type { SipRequest } from "../pjsip/identify/sip-request.ts";
import { shownInJson } from "../syntax/template/marks.ts";
import { maskSentence, maskValue } from "../text/secrets.ts";
import { printable } from "./printable.ts";
import type { Style } from "./style.ts";

/** `--format text`. */
export function identifyText(request: SipRequest, answer: Answer, style: Style): string {
  const { match, others, nearest, notes, log } = answer;
  const who = printable(requestText(request));
  const lines =
    match === undefined
      ? [style.error(`${who} is taken for no endpoint`)]
      : [
          `${who} is taken for endpoint ${style.bold(printable(`"${match.endpoint}"`))} ${kindWords[match.kind]}`,
          `  ${printable(matchText(match))}`,
        ];
  const part = (title: string, texts: readonly string[]): void => {
    if (texts.length > 0) lines.push(`${title}:`, ...texts.map((text) => `  ${printable(text)}`));
  };
  part(match === undefined ? "Matches without effect" : "Would match as well", others.map(otherText));
  part("Nearest", nearest.map(nearText));
  part("Note", notes);
  part("Asterisk logs", log);
  return `${lines.join("\n")}\n`;
}

/** `--format json`. */
export function identifyJson(request: SipRequest, answer: Answer): string {
  const { match, others, nearest, notes, log } = answer;
  const shown = {
    version: 1,
    request: {
      address: printAddress(request.address),
      port: request.port,
      ...(request.user === undefined ? {} : { user: request.user }),
      ...(request.domain === undefined ? {} : { domain: request.domain }),
      ...(request.requestUri === undefined ? {} : { requestUri: request.requestUri }),
    },
    endpoint: match?.endpoint ?? null,
    by: match === undefined ? null : shownMatch(match),
    others: others.map((other) => ({ ...shownMatch(other), endpoint: other.endpoint, reason: other.reason })),
    nearest: nearest.map(({ message, object, option }) => ({
      message: maskSentence(message),
      type: object.type,
      object: object.id,
      ...placeOf(object, option),
    })),
    notes,
    log,
  };
  return `${shownInJson(JSON.stringify(shown))}\n`;
}

function shownMatch({ kind, object, option, item }: Match): object {
  return {
    kind,
    type: object.type,
    object: object.id,
    ...placeOf(object, option),
    ...(option === undefined
      ? {}
      : { option: option.name, value: item ?? maskValue(option.name, option.value) }),
  };
}
