// The two singletons: global_apply in res_pjsip/config_global.c, system_apply in res_pjsip/config_system.c.

import type { ConfigOption } from "../../config/section.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { PjsipObject } from "../judgement.ts";
import { wholeNumber } from "../values/c-number.ts";
import { lastOption, type ObjectCheck, type ObjectFault } from "./object-fault.ts";

export const checkGlobal: ObjectCheck = (object) => {
  const faults: ObjectFault[] = [];
  for (const [name, otherwise] of [
    ["debug", "no"],
    ["default_from_user", "asterisk"],
  ] as const) {
    const option = lastOption(object, name);
    if (option === undefined || option.value !== "") continue;
    const log = [
      `Global option '${name}' can't be empty.  Set it to a valid value or remove the entry to accept '${otherwise}' as the default`,
    ];
    faults.push({ kind: "empty-value", option, rejects: true, log, expected: otherwise });
  }
  return faults;
};

const lowestT1 = 100;

export const checkSystem: ObjectCheck = (object, { catalog }) => {
  const faults: ObjectFault[] = [];
  timers(object, faults);
  if (catalog.types.get("system")?.option("taskpool_max_size") !== undefined) sizes(object, faults);
  return faults;
};

function timers(object: PjsipObject, faults: ObjectFault[]): void {
  const t1 = lastOption(object, "timer_t1");
  const b = lastOption(object, "timer_b");
  // A value that is no number drops the object before its timers are compared.
  if ([t1, b].some((option) => option !== undefined && typeof wholeNumber(option.value) !== "object")) return;
  let milliseconds = number(t1, 500);
  if (milliseconds < lowestT1 && t1 !== undefined) {
    const log = [`Timer T1 setting is too low. Setting to ${lowestT1}`];
    faults.push({ kind: "timer-too-low", option: t1, rejects: false, log, expected: String(lowestT1) });
    milliseconds = lowestT1;
  }
  const lowestB = 64 * milliseconds;
  const option = b ?? t1;
  if (option === undefined || number(b, 32000) >= lowestB) return;
  const log = [`Timer B setting is too low. Setting to ${lowestB}`];
  const related = b !== undefined && t1 !== undefined ? [t1] : [];
  faults.push({ kind: "timer-too-low", option, rejects: false, log, related, expected: String(lowestB) });
}

/** taskpool_ and threadpool_ share their storage: the later line wins. */
function sizes(object: PjsipObject, faults: ObjectFault[]): void {
  const initialOption = either(object, "initial_size");
  const maximumOption = either(object, "max_size");
  const initial = number(initialOption, 4);
  const maximum = number(maximumOption, 50);
  const option = maximumOption ?? initialOption;
  if (option === undefined || maximum === 0 || maximum >= initial) return;
  const log = [
    `Taskpool 'pjsip' has a max size of ${maximum}, which is less than the initial size of ${initial}. Adjusting to ${initial}.`,
  ];
  const related = initialOption !== undefined && initialOption !== option ? [initialOption] : [];
  faults.push({ kind: "taskpool-size", option, rejects: false, log, related, expected: String(initial) });
}

function either(object: PjsipObject, end: string): ConfigOption | undefined {
  return object.options.findLast((option) => {
    const name = asciiLower(option.name);
    return name === `taskpool_${end}` || name === `threadpool_${end}`;
  });
}

function number(option: ConfigOption | undefined, otherwise: number): number {
  const read = option === undefined ? undefined : wholeNumber(option.value);
  return typeof read === "object" ? Number(read.value) : otherwise;
}
