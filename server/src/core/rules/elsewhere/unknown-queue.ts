import { cutKnown, hasGap, knownValue } from "../../dialplan/step/known-text.ts";
import type { NameSet } from "../../workspace/elsewhere/name-set.ts";
import type { Installation } from "../../workspace/installation.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import {
  findingsOf,
  isOdd,
  linesIn,
  type MissingName,
  missingInOptions,
  missingNames,
  type Outcome,
  watchedDevices,
} from "./names.ts";

export const unknownQueue: InstallationRule = {
  id: "elsewhere/unknown-queue",
  on: "installation",
  effect: "call-fails",
  summary: "Queue, or rule of a queue, which its file does not have",
  *check(installation) {
    const { queues, queueRules } = installation.elsewhere();
    const known = queues();
    if (known !== undefined) {
      yield* missingNames(installation, "queue", known, noQueue, ({ of }) => outcomes[of]);
      yield* hints(installation, known);
    }
    const rules = queueRules();
    if (rules === undefined) return;
    yield* missingNames(installation, "queue-rule", rules, noRule, () => noPenalties);
    const names = { has: (name: string) => rules.has(name), set: rules };
    const lines = linesIn(installation, "queues.conf", "defaultrule");
    yield* missingInOptions(lines, false, names, noRule, noPenalties.text);
  },
};

const noQueue = "queues.conf has no queue";
const noRule = "queuerules.conf has no rule";
const noPenalties: Outcome = {
  text: "the penalties of the queue's callers never change",
  effect: "works-otherwise",
};

const nothing: Outcome = { text: "the function knows nothing of it", effect: "works-otherwise" };

const outcomes: Readonly<Record<string, Outcome>> = {
  queue: { text: "nobody can join it", log: (name) => `Unable to join queue '${name}'` },
  addqueuemember: {
    text: "nobody becomes a member",
    effect: "works-otherwise",
    log: (name) => `Unable to add interface to queue '${name}': No such queue`,
  },
  removequeuemember: {
    text: "no member is removed",
    effect: "works-otherwise",
    log: (name) => `Unable to remove interface from queue '${name}': No such queue`,
  },
  pausequeuemember: { text: "no member is paused", effect: "works-otherwise" },
  unpausequeuemember: { text: "no member comes back", effect: "works-otherwise" },
  queue_member: nothing,
  queue_member_list: nothing,
  queue_variables: nothing,
  queue_waiting_count: nothing,
};

/** `Queue:sales`, `Queue:sales_avail` and `Queue:sales_pause_member`. */
function hints(installation: Installation, queues: NameSet): Generator<Finding> {
  const found: MissingName[] = [];
  for (const { line, known } of watchedDevices(installation)) {
    const { before, after } = cutKnown(known, ":");
    if (after === undefined || hasGap(after) || !/^queue$/i.test(knownValue(before) ?? "")) continue;
    const name = knownValue(after) ?? "";
    const bare = [name, name.replace(/_avail$/, ""), name.replace(/_pause_.*$/, "")];
    if (name === "" || isOdd(name) || /\s/.test(name) || bare.some((one) => queues.has(one))) continue;
    const outcome: Outcome = { text: "the hint never shows a state", effect: "works-otherwise" };
    found.push({ line, known: after, name, names: queues, what: noQueue, outcome });
  }
  return findingsOf(found);
}
