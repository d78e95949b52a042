// Typed look-ups of what an object's options come to: the last line counts, wizards and templates included.

import type { ConfigOption } from "../config/section.ts";
import { trimBlanks } from "../text/ascii.ts";
import type { PjsipObject } from "./judgement.ts";
import { lastOption } from "./objects/object-fault.ts";
import { isTrue } from "./values/booleans.ts";

/** The line of an option that counts; undefined where there is none or its value is empty. */
export function filledOption(object: PjsipObject, name: string): ConfigOption | undefined {
  const option = lastOption(object, name);
  return option === undefined || option.value === "" ? undefined : option;
}

/** Whether a yes-or-no option is on; `otherwise` is what Asterisk takes where there is no line. */
export function isOn(object: PjsipObject, name: string, otherwise: boolean): boolean {
  const option = lastOption(object, name);
  return option === undefined ? otherwise : isTrue(option.value);
}

/** The items of a comma list, trimmed, empty ones left out. */
export function listedItems(object: PjsipObject, name: string): readonly string[] {
  const option = lastOption(object, name);
  if (option === undefined) return [];
  return option.value
    .split(",")
    .map(trimBlanks)
    .filter((item) => item !== "");
}
