// What several rules or answers ask of a dialplan, worked out once.

import type { Dialplan } from "../dialplan/model.ts";
import type { Installation, InstallationQuestion } from "./installation.ts";

export type PerDialplan<Answer> = (dialplan: Dialplan, installation: Installation) => Answer;

/** Remembers the answer for each dialplan. */
export function perDialplan<Answer>(compute: PerDialplan<Answer>): PerDialplan<Answer> {
  const question: InstallationQuestion<Dialplan, Answer> = {
    compute: (installation, dialplan) => compute(dialplan, installation),
  };
  return (dialplan, installation) => installation.ask(question, dialplan);
}
