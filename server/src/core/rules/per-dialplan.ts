// What several rules ask of a dialplan, worked out once.

import type { Dialplan } from "../dialplan/model.ts";
import type { Installation } from "../workspace/installation.ts";

export type PerDialplan<Answer> = (dialplan: Dialplan, installation: Installation) => Answer;

/** Remembers the answer for each dialplan, as long as the dialplan is there. A dialplan belongs to one installation. */
export function perDialplan<Answer>(compute: PerDialplan<Answer>): PerDialplan<Answer> {
  const answers = new WeakMap<Dialplan, { readonly value: Answer }>();
  return (dialplan, installation) => {
    const known = answers.get(dialplan);
    if (known !== undefined) return known.value;
    const value = compute(dialplan, installation);
    answers.set(dialplan, { value });
    return value;
  };
}
