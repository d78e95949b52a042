// The channel technologies that a dial string can begin with, and the providers of device states that a hint can ask.

import { asciiLower } from "../../text/ascii.ts";

/** Technologies of Asterisk itself, as people write them. */
export const technologies: readonly string[] = [
  ...["PJSIP", "Local", "IAX2", "DAHDI", "Motif", "Console", "Mobile", "OOH323", "USTM", "AudioSocket"],
  ...["WebSocket", "UnicastRTP", "MulticastRTP"],
];

/** Technologies that Asterisk had once. */
interface Former {
  /** The first major version without it. */
  readonly goneIn: number;
  readonly replacement?: string;
}

const former: ReadonlyMap<string, Former> = new Map([
  ["zap", { goneIn: 1, replacement: "DAHDI" }],
  ["iax", { goneIn: 1, replacement: "IAX2" }],
  ["gtalk", { goneIn: 13, replacement: "Motif" }],
  ["jingle", { goneIn: 13, replacement: "Motif" }],
  ["mgcp", { goneIn: 21 }],
  ["skinny", { goneIn: 21 }],
]);

/** Technologies of drivers that others make, and those that Asterisk uses for itself. */
const others: ReadonlySet<string> = new Set([
  ...[
    "sip",
    "dongle",
    "datacard",
    "quectel",
    "sccp",
    "khomp",
    "capi",
    "misdn",
    "h323",
    "oh323",
    "vpb",
    "nbs",
    "phone",
  ],
  ...["alsa", "oss", "agent", "lcr", "gsm", "ss7", "srx", "usbradio", "simpleusb", "radio", "voter", "usrp"],
  ...["echolink", "tlb", "beagle", "pi", "rpt", "celliax", "bluetooth", "wp", "woomera", "unicall", "extra"],
  ...["message", "announcer", "recorder", "surrogate", "cbann", "cbrec", "snoop", "bridge", "parallel"],
]);

/** Whether a driver of somebody else may have the technology. */
export function mayBeOfOthers(technology: string): boolean {
  return others.has(asciiLower(technology));
}

export function isTechnology(technology: string): boolean {
  return inLowerCase.has(asciiLower(technology));
}

const inLowerCase: ReadonlySet<string> = new Set(technologies.map(asciiLower));

/** What is known of a technology that a version has no more. */
export function formerTechnology(technology: string, major: number): Former | undefined {
  const found = former.get(asciiLower(technology));
  return found !== undefined && major >= found.goneIn ? found : undefined;
}

/** Whether a technology was in Asterisk at any time. */
export function wasTechnology(technology: string): boolean {
  return former.has(asciiLower(technology));
}

/** Who answers for the states of devices such as `Custom:lamp`. */
export const stateProviders: readonly string[] = [
  ...["Custom", "Calendar", "Park", "ccss", "Agent", "SLA", "Meetme", "Stasis", "Queue", "confbridge", "MWI"],
];

/** Who answers for presence in Asterisk itself. */
export const presenceProviders: readonly string[] = ["CustomPresence"];
