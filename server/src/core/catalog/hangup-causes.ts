// Hang-up causes of Q.850 as Asterisk numbers them, and what chan_pjsip makes of them (hangup_cause2sip).

export interface HangupCause {
  readonly number: number;
  /** A few words of ours. */
  readonly words: string;
  /** The SIP answer that a caller gets whose call was not answered; undefined: none of its own. */
  readonly sip: number | undefined;
}

/** The likeliest for Hangup() first. */
export const hangupCauses: readonly HangupCause[] = [
  { number: 16, words: "the call ends as usual", sip: undefined },
  { number: 17, words: "busy", sip: 486 },
  { number: 21, words: "the call is refused", sip: 403 },
  { number: 1, words: "nobody has this number", sip: 404 },
  { number: 19, words: "it rang, nobody answered", sip: 480 },
  { number: 34, words: "no line is free", sip: 503 },
  { number: 20, words: "the phone is not registered", sip: 480 },
  { number: 22, words: "the number has changed", sip: 410 },
  { number: 28, words: "the number is incomplete or wrong", sip: 484 },
  { number: 3, words: "no route to the number", sip: 404 },
  { number: 18, words: "the phone does not react", sip: 408 },
  { number: 2, words: "no route to the network", sip: 404 },
  { number: 26, words: "somebody else took the call", sip: undefined },
  { number: 27, words: "the destination is out of order", sip: 502 },
  { number: 29, words: "the service was refused", sip: 501 },
  { number: 31, words: "no reason is given", sip: 480 },
  { number: 38, words: "the network is out of order", sip: 500 },
  { number: 41, words: "a failure that may be over soon", sip: undefined },
  { number: 42, words: "the switch is overloaded", sip: 503 },
  { number: 44, words: "the line that was asked for is taken", sip: undefined },
  { number: 50, words: "the service was not ordered", sip: undefined },
  { number: 52, words: "calls out are barred", sip: undefined },
  { number: 54, words: "calls in are barred", sip: undefined },
  { number: 57, words: "this kind of call is not permitted", sip: undefined },
  { number: 58, words: "no codec or kind of call that both sides have", sip: 488 },
  { number: 66, words: "this kind of line does not exist", sip: 503 },
  { number: 88, words: "the destination cannot take this kind of call", sip: undefined },
  { number: 102, words: "an answer took too long", sip: undefined },
  { number: 127, words: "another network failed without saying why", sip: 500 },
];

const byNumber: ReadonlyMap<string, HangupCause> = new Map(
  hangupCauses.map((cause) => [String(cause.number), cause]),
);

/** "busy, SIP 486"; undefined for other texts. */
export function hangupCauseWords(text: string): string | undefined {
  const cause = byNumber.get(text.trim());
  if (cause === undefined) return undefined;
  return cause.sip === undefined ? cause.words : `${cause.words}, SIP ${cause.sip}`;
}
