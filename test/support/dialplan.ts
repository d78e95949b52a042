// Small dialplans for tests, made of names alone.

import type { ConfigOption } from "../../server/src/core/config/section.ts";
import type {
  Context,
  Dialplan,
  Extension,
  Include,
  Priority,
} from "../../server/src/core/dialplan/model.ts";
import { extensionKey } from "../../server/src/core/dialplan/pattern/compare.ts";
import { storedCallerId, storedName } from "../../server/src/core/dialplan/pattern/normal-name.ts";
import { groupedBy } from "../../server/src/core/text/grouped.ts";

export interface SketchedContext {
  readonly name: string;
  /** "NAME" or "NAME/CALLERID", and behind a blank its priorities: "100 1,2,3(label)". One alone means priority 1. */
  readonly extensions: readonly string[];
  /** "context" or "context,times". */
  readonly includes?: readonly string[];
  /** "Name/data". */
  readonly switches?: readonly string[];
}

export function sketchedDialplan(contexts: readonly SketchedContext[], overrideswitch?: string): Dialplan {
  return {
    load: {} as Dialplan["load"],
    general: { autofallthrough: true, overrideswitch },
    globals: new Map(),
    contexts: new Map(contexts.map((context) => [context.name, sketchedContext(context)])),
    faults: [],
    structure: {},
    partial: false,
  };
}

export function sketchedContext({ name, extensions, includes, switches }: SketchedContext): Context {
  const known = new Map<string, Extension>();
  for (const text of extensions) {
    const extension = sketchedExtension(name, text);
    const key = extensionKey(extension.name, extension.callerId);
    if (!known.has(key)) known.set(key, extension);
  }
  return {
    name,
    sections: [],
    extensions: sortExtensions(known.values()),
    includes: (includes ?? []).map(sketchedInclude),
    switches: (switches ?? []).map((text) => {
      const [kind = "", ...data] = text.split("/");
      return { kind: "switch", name: kind, data: data.join("/"), option };
    }),
    ignorePatterns: [],
    autohints: false,
  };
}

/** Tests of the model alone never look at lines. */
const option = {} as ConfigOption;

function sketchedInclude(text: string): Include {
  const [context = "", ...times] = text.split(",");
  return { context, times: times.length === 0 ? undefined : times.join(","), option };
}

function sketchedExtension(context: string, text: string): Extension {
  const [shown = "", steps = "1"] = text.split(" ");
  const slash = shown.indexOf("/");
  const name = storedName(slash < 0 ? shown : shown.slice(0, slash));
  const callerId = slash < 0 ? undefined : storedCallerId(shown.slice(slash + 1));
  const priorities: Priority[] = [];
  const labels = new Map<string, Priority>();
  const extension = { name, callerId, shown, priorities, hint: undefined, labels, unknown: false };
  for (const written of steps.split(",")) {
    const [, number = "", label] = /^([0-9]+)(?:\((.*)\))?$/.exec(written) ?? [];
    const step = {} as Priority["step"];
    const priority = { context, extension, number: Number(number), label, ordinal: 0, step };
    priorities.push(priority);
    if (label !== undefined) labels.set(label, priority);
  }
  return extension;
}

/** Extensions in the order of their keys. */
export function sortExtensions<Named extends Pick<Extension, "name" | "callerId">>(
  extensions: Iterable<Named>,
): Named[] {
  const byKey = groupedBy(extensions, ({ name, callerId }) => extensionKey(name, callerId));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}
