import { valuePlace } from "../../config/option-span.ts";
import { placeholderIn } from "../../pjsip/placeholder.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { EntryKind, EntryPoint } from "../../workspace/elsewhere/entry-points.ts";
import type { Installation } from "../../workspace/installation.ts";
import type { Effect, Finding, InstallationRule } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { quotedPiece } from "../words.ts";
import { guess } from "./words.ts";

export const unknownContextElsewhere: InstallationRule = {
  id: "elsewhere/unknown-context",
  on: "installation",
  effect: "works-otherwise",
  summary: "Context that another file names and the dialplan does not have",
  check: (installation) => unknownContexts(installation),
};

interface Words {
  /** Whoever gets there only does so by an application; without a call of it nothing is said. */
  readonly application?: string;
  readonly effect?: Effect;
  readonly outcome: (owner: string) => string;
  readonly log?: (context: string) => string;
}

const lost = (context: string): string =>
  `Channel '<channel>' sent to invalid extension but no invalid handler: context,exten,priority=${context},<number>,1`;
const noSubroutine = (context: string): string =>
  `Gosub attempted to reach non-existent destination '${context},s,1' from '<context>,<exten>,<priority>'`;

const wordsFor: Readonly<Partial<Record<EntryKind, Words>>> = {
  "mailbox-dialout": {
    application: "voicemailmain",
    effect: "call-fails",
    outcome: () => "who dials out of a mailbox is hung up on",
    log: lost,
  },
  "mailbox-callback": {
    application: "voicemailmain",
    effect: "call-fails",
    outcome: () => "who calls back the sender of a message is hung up on",
    log: lost,
  },
  "mailbox-exit": {
    application: "voicemail",
    outcome: () => "0 and * do not lead callers out of the voicemail",
  },
  "queue-exit": {
    application: "queue",
    outcome: (owner) => `digits do not lead callers out of queue ${quotedPiece(owner)}`,
  },
  "queue-subroutine": {
    application: "queue",
    outcome: (owner) => `queue ${quotedPiece(owner)} connects its members without the subroutine`,
    log: noSubroutine,
  },
  "parking-timeout": {
    outcome: (owner) =>
      `calls that nobody takes back from parking lot ${quotedPiece(owner)} go to "s" of context "default" instead`,
  },
  "follow-me": {
    application: "followme",
    effect: "call-fails",
    outcome: (owner) => `FollowMe reaches none of the numbers of ${quotedPiece(owner)}`,
    log: (context) => `No such extension/context <number>@${context} while calling Local channel`,
  },
};

/** Words for a line of a channel driver. */
const ofDriver: Readonly<Record<string, Words>> = {
  "iax.conf": {
    effect: "call-fails",
    outcome: (owner) => `Asterisk rejects every call from IAX2 user ${quotedPiece(owner)}`,
    log: (context) => `Rejected connect attempt from <ip:port>, request '<exten>@${context}' does not exist`,
  },
  "chan_dahdi.conf": {
    effect: "call-fails",
    outcome: () => "calls that come in on these channels find no extension",
  },
};

function* unknownContexts(installation: Installation): Generator<Finding> {
  const contexts = installation.contexts();
  if (contexts === undefined) return;
  const missing = installation
    .elsewhere()
    .entryPoints()
    .points.flatMap((point) => {
      const words = wordsOf(point);
      const { context, written, certain } = point;
      if (!certain || written === undefined || words === undefined || contexts.has(context)) return [];
      if (context.startsWith("stasis-") || isPlaceholder(context) || showsPassword(point)) return [];
      return [{ ...point, written, words }];
    });
  if (missing.length === 0) return;
  const calls = applications(installation);
  const templates = new Set(
    installation
      .load("extensions.conf")
      .sections.filter(({ template }) => template)
      .map(({ name }) => name),
  );
  const suggestions = new Suggestions(contexts);
  for (const { context, written, owner, words } of missing) {
    if (words.application !== undefined && !calls.has(words.application)) continue;
    const { option, item } = written;
    const { remark, fixes } = guess(option, item, suggestions);
    const asTemplate = templates.has(context) ? ` ([${context}] is a template only)` : remark;
    yield {
      ...valuePlace(option, item.start, item.end),
      message: `extensions.conf has no context ${quotedPiece(context)}${asTemplate}: ${words.outcome(owner)}`,
      ...(words.effect === undefined ? {} : { effect: words.effect }),
      runtimeLog: words.log === undefined ? [] : [words.log(context)],
      fixes,
    };
  }
}

function wordsOf({ kind, file }: EntryPoint): Words | undefined {
  return kind === "call" ? ofDriver[file] : wordsFor[kind];
}

function isPlaceholder(context: string): boolean {
  return context.includes("$") || placeholderIn("context", context) !== undefined;
}

/** Mailbox lines begin with a password. Only one of digits is hidden when a line is shown. */
function showsPassword({ kind, written }: EntryPoint): boolean {
  if (!kind.startsWith("mailbox-") || written === undefined || written.item.start === 0) return false;
  const { option } = written;
  return !/^\d+$/.test(option.name) || !/^(?:-?\d[\d#*]*)?,/.test(option.value);
}

/** The applications that the dialplan calls, as far as they stand in it in plain words. */
function applications(installation: Installation): Set<string> {
  const found = new Set<string>();
  for (const { options } of installation.load("extensions.conf").sections) {
    for (const { value } of options) {
      for (const [name] of value.matchAll(/\b(?:voicemail(?:main)?|queue|followme)(?=\(|$)/gi))
        found.add(asciiLower(name));
    }
  }
  return found;
}
