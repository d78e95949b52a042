// Reads the pages in test/features: a small installation with a cursor ("$0") under a heading, and what an editor is
// answered there. With UPDATE=1 the answers are written instead of compared.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Subject } from "../../server/src/core/api.ts";
import { subjectOf } from "./installation.ts";

export const featuresFolder = "test/features";

export interface Question {
  /** What is asked for: "hover", "definition" ... */
  readonly feature: string;
  /** The rest of the line that asks, such as the new name of a rename. */
  readonly argument: string;
  readonly expected: string;
  /** Where the answer stands in the page. */
  readonly start: number;
  readonly end: number;
}

export interface Scene {
  readonly page: string;
  readonly title: string;
  readonly subject: Subject;
  /** Offset of the cursor in the subject; 0 where a scene has none. */
  readonly offset: number;
  readonly questions: readonly Question[];
}

const block = /^```(\w+)[ \t]*([^\n]*)\n(.*?)^```$/gms;
const cursor = "$0";

/** All scenes of all pages. */
export function readScenes(): Scene[] {
  const pages = readdirSync(featuresFolder).filter((name) => /^[a-z-]+\.md$/.test(name));
  return pages.flatMap((page) => scenesOf(page, readFileSync(join(featuresFolder, page), "utf8")));
}

function scenesOf(page: string, text: string): Scene[] {
  const heads = [...text.matchAll(/^## (.*)$/gm)];
  return heads.map((head, index) => {
    const start = head.index;
    const part = text.slice(start, heads[index + 1]?.index ?? text.length);
    return sceneOf(page, head[1] ?? "", part, start);
  });
}

function sceneOf(page: string, title: string, text: string, at: number): Scene {
  const files = new Map<string, string>();
  const questions: Question[] = [];
  let file: string | undefined;
  let offset = 0;
  for (const found of text.matchAll(block)) {
    const [whole, language = "", words = "", body = ""] = found;
    if (language === "asterisk") {
      const path = /file=(\S+)/.exec(words)?.[1];
      if (path === undefined) throw new Error(`${page}, ${title}: a block without file=`);
      const place = body.indexOf(cursor);
      if (place !== -1 || file === undefined) {
        file = path;
        offset = Math.max(place, 0);
      }
      files.set(path, body.replace(cursor, ""));
      continue;
    }
    if (language !== "expect") continue;
    const [feature = "", ...rest] = words.split(" ");
    const start = at + found.index + whole.indexOf("\n") + 1;
    questions.push({ feature, argument: rest.join(" "), expected: body, start, end: start + body.length });
  }
  if (file === undefined || questions.length === 0) throw new Error(`${page}, ${title}: nothing is asked`);
  return { page, title, subject: subjectOf(files, file), offset, questions };
}
