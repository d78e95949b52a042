// "expect effective": what Asterisk holds of the object at the cursor.

import { effectiveObject } from "../../server/src/core/api.ts";
import type { Answer } from "./answers.ts";

export const effective: Answer = (subject, offset) => {
  const found = effectiveObject(subject, offset);
  return found === undefined ? "nothing" : `${found.title}\n\n${found.text}`;
};
