/** A piece of a text: UTF-16 offsets, `end` exclusive. Lines and columns exist only in hosts and reports. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
