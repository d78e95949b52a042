// What there is to say of one request: whom it is taken for and by what, who else would have it, and where
// nobody does, what comes near.

import type { ConfigOption } from "../../config/section.ts";
import type { PjsipObject } from "../judgement.ts";
import type { IdentifierKind } from "./identifier-order.ts";

/** One object by which a request is recognised. */
export interface Match {
  readonly kind: IdentifierKind;
  /** The name of the endpoint; of an identify section it may be one that does not exist. */
  readonly endpoint: string;
  /** The identify section, the registration, or the endpoint itself. */
  readonly object: PjsipObject;
  /** The line that decides, and of a `match` line the item; undefined: the object's name. */
  readonly option: ConfigOption | undefined;
  readonly item: string | undefined;
}

/** A match that comes too late, or leads to no endpoint. */
export interface OtherMatch extends Match {
  readonly reason: "later-section" | "later-kind" | "no-endpoint" | "dropped-endpoint";
}

/** Something close by. */
export interface Near {
  readonly message: string;
  readonly object: PjsipObject;
  readonly option: ConfigOption | undefined;
}

export interface Answer {
  readonly match: Match | undefined;
  /** In the order in which Asterisk would come to them. */
  readonly others: readonly OtherMatch[];
  /** Only where there is no match. */
  readonly nearest: readonly Near[];
  /** What else one should know, in sentences. */
  readonly notes: readonly string[];
  /** What Asterisk logs while it decides. */
  readonly log: readonly string[];
}
