// The links of a file: where they stand and what they lead to.

import { fileLinks } from "../../server/src/core/editor-api.ts";
import type { Answer } from "./answers.ts";

export const linksAnswer: Answer = (subject) => {
  const links = fileLinks(subject).map(
    ({ span, files }) => `${subject.text.slice(span.start, span.end)} -> ${files.join(", ")}`,
  );
  return links.length === 0 ? "none" : links.join("\n");
};
