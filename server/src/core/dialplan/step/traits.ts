// What is worth looking for in the arguments of an application or function, told once for each specification.

import type { ApplicationSpec, FunctionSpec, OptionLetter } from "../../catalog/dialplan-spec.ts";

export interface Traits {
  /** Whether an argument or an option of it can name something that is defined elsewhere, or a variable. */
  readonly names: boolean;
  /** Whether one of its options can. */
  readonly namesInOptions: boolean;
  /** Whether one of its options can be a jump. */
  readonly jumpsInOptions: boolean;
}

/** Kinds of arguments that name something; locations of the dialplan are jumps. */
export const namingKinds: ReadonlySet<string> = new Set([
  "queue",
  "queue-rule",
  "voicemail-mailbox",
  "voicemail-context",
  "confbridge-bridge-profile",
  "confbridge-user-profile",
  "confbridge-menu",
  "confbridge-conference",
  "parking-lot",
  "moh-class",
  "agi-command",
  "sound-file",
  "followme-profile",
  "agent-id",
  "sla-station",
  "sla-trunk",
  "stasis-app",
  "minivm-account",
  "meetme-conference",
  "device-state",
  "pjsip-endpoint",
  "pjsip-aor",
  "pjsip-contact",
  "pjsip-notify-option",
  "message-destination",
  "pickup-target",
  "config-file",
  "module-name",
  "calendar",
  "dundi-context",
  "iax-peer",
  "chan-sip-peer",
  "xmpp-account",
  "tone-zone",
  "presence-provider",
  "dialplan-hint",
]);

/** Kinds of arguments that hold dial strings or variables. */
const alsoNaming: ReadonlySet<string> = new Set([
  "dialstring",
  "queue-interface",
  "variable-name",
  "variable-or-function",
  "variable-assignment",
]);

const jumping: ReadonlySet<string> = new Set([
  "dialplan-location",
  "gosub-location",
  "gosub-context",
  "dialplan-context",
  "macro-name",
]);

const known = new WeakMap<ApplicationSpec | FunctionSpec, Traits>();

export function traitsOf(spec: ApplicationSpec | FunctionSpec): Traits {
  let traits = known.get(spec);
  if (traits === undefined) {
    traits = readTraits(spec);
    known.set(spec, traits);
  }
  return traits;
}

function readTraits({ arguments: given, options }: ApplicationSpec | FunctionSpec): Traits {
  const namesInOptions = options.some((option) => isNaming(option.argumentKind));
  return {
    names: namesInOptions || given.some(({ kind }) => isNaming(kind)),
    namesInOptions,
    jumpsInOptions: options.some(mayJump),
  };
}

function isNaming(kind: string | undefined): boolean {
  return kind !== undefined && (namingKinds.has(kind) || alsoNaming.has(kind));
}

function mayJump({ letter, argumentKind }: OptionLetter): boolean {
  return argumentKind === undefined ? letter === "M" : jumping.has(argumentKind);
}
