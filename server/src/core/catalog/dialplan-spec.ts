// The shape of the tables of dialplan applications, functions and variables.

import type { Since } from "./version.ts";

/** What an argument names or holds; rules and completion go by it. */
export type ArgumentKind = ApplicationArgumentKind | FunctionArgumentKind;

/** Kinds of arguments of applications. */
export type ApplicationArgumentKind =
  | "dialplan-context" // a context of extensions.conf
  | "dialplan-extension" // an extension
  | "dialplan-priority" // a priority number or label
  | "dialplan-location" // [[context,]extension,]priority, with ^ for the comma within an option
  | "gosub-location" // the same, with arguments in parentheses where wanted
  | "gosub-context" // a context that is entered at s,1, and arguments behind the separator
  | "macro-name" // the context macro-NAME
  | "ael-subroutine" // a subroutine of extensions.ael
  | "pickup-target" // extension@context, or extension@PICKUPMARK
  | "extension-list" // extension@context, several with a colon between
  | "application-call" // an application with its arguments in parentheses
  | "application-or-context" // what Originate runs: an application, or a context
  | "application-args-or-extension" // arguments of that application, or an extension
  | "dial-arguments" // everything that Dial takes, commas included
  | "agi-command" // an AGI program or URL
  | "system-command" // a shell command
  | "dialstring" // Technology/resource
  | "channel-name" // the name of a channel, or its beginning
  | "channel-prefix" // how the names of channels begin
  | "channel-or-device" // a channel, or Technology/resource
  | "device-state" // a device as hints name it
  | "transfer-destination" // [Technology/]destination
  | "queue" // a section of queues.conf
  | "queue-interface" // Technology/resource of a queue member
  | "queue-rule" // a section of queuerules.conf
  | "agent-id" // a section of agents.conf
  | "voicemail-mailbox" // mailbox@context of voicemail.conf
  | "voicemail-context" // a section of voicemail.conf
  | "voicemail-folder" // the name or number of a folder
  | "minivm-account" // username@domain of minivm.conf
  | "minivm-template" // a template of minivm.conf
  | "confbridge-conference" // any name of a room
  | "confbridge-bridge-profile" // a section of confbridge.conf with type=bridge
  | "confbridge-user-profile" // a section of confbridge.conf with type=user
  | "confbridge-menu" // a section of confbridge.conf with type=menu
  | "meetme-conference" // a room of meetme.conf
  | "meetme-user" // the number of a user in a room
  | "holding-bridge" // any name of a holding bridge
  | "parking-lot" // a section of res_parking.conf
  | "parking-space" // the number of a space
  | "moh-class" // a section of musiconhold.conf
  | "followme-profile" // a section of followme.conf
  | "sla-station" // a section of sla.conf with type=station
  | "sla-trunk" // a section of sla.conf with type=trunk
  | "stasis-app" // the name under which an ARI application connects
  | "pjsip-notify-option" // a section of pjsip_notify.conf
  | "mobile-device" // a section of chan_mobile.conf
  | "xmpp-account" // a section of xmpp.conf
  | "xmpp-jid" // an XMPP address
  | "iaxprov-template" // a section of iaxprov.conf
  | "speech-engine" // the name of a speech engine
  | "speech-grammar" // the name of a grammar
  | "module-name" // a module, such as res_pjsip
  | "dahdi-group" // the number of a group of channels
  | "signal-name" // any name that Signal and WaitForSignal share
  | "spy-group" // a name in SPYGROUP, several with a colon between
  | "mixmonitor-id" // what option i of MixMonitor stored
  | "odbc-transaction" // the name of an ODBC transaction
  | "odbc-result-id" // what ODBCROWS and ODBC functions call a result
  | "hash-name" // the name of a HASH
  | "astdb-family" // a family of the Asterisk database
  | "astdb-key" // a key within it
  | "variable-name" // a variable without the dollar and braces
  | "variable-or-function" // what Set can write to
  | "variable-assignment" // name=value
  | "expression" // a condition, true unless empty or zero
  | "time-spec" // times,weekdays,days of the month,months,timezone
  | "sound-file" // a sound without the ending of its format
  | "recording-file" // a sound file to write
  | "fax-file" // a TIFF file
  | "config-file" // a configuration file
  | "file" // any other file
  | "directory" // a folder
  | "host-port" // host:port
  | "url" // a web address or stream
  | "uuid" // a UUID
  | "sip-uri" // a SIP address
  | "sip-header" // the name of a SIP header
  | "sip-response" // a SIP response code or its name
  | "message-destination" // where a message goes, such as pjsip:endpoint
  | "message-uri" // a sender or recipient as the message shows it
  | "callerid" // a caller's number or name, or both
  | "caller-presentation" // a word for how the number is shown
  | "phone-number" // a number in the telephone network
  | "dtmf" // keys, and w for a pause
  | "digits" // digits
  | "tone" // a tone of indications.conf, or frequencies
  | "tone-zone" // a section of indications.conf
  | "language" // a language of sounds
  | "codec-list" // codecs
  | "hangup-cause" // the number or name of a cause
  | "call-limit" // milliseconds, and those before the end when a warning sounds and repeats
  | "password" // a password or PIN, or the file or database key that holds it
  | "seconds" // seconds
  | "milliseconds" // milliseconds
  | "epoch" // seconds since 1970
  | "timezone" // a name of the time zone database
  | "time-format" // a format of strftime or voicemail.conf
  | "boolean" // a word for yes or no
  | "number" // a number
  | "regex" // a regular expression
  | "enum" // one of `values`
  | "options" // letters of `options`
  | "word-options" // words of `options`, separated by commas
  | "string"; // anything else

export interface ArgumentSpec {
  readonly name: string;
  /** Whether the call makes no sense without it; `incomplete` tells what Asterisk does then. */
  readonly required: boolean;
  readonly kind: ArgumentKind;
  /** Separates several of the same kind within one argument, "&" mostly. */
  readonly separator?: string;
  /** The argument's own parts ("mailbox@context"), and what separates them. */
  readonly parts?: readonly ArgumentPart[];
  readonly partSeparator?: string;
  /** Words that an "enum" takes. */
  readonly values?: readonly string[];
  /** Other words are possible, too; `values` are only proposals. */
  readonly otherValues?: boolean;
  /** Whether a location may carry arguments in parentheses, as of Gosub. */
  readonly takesArguments?: boolean;
  /** Major versions that have it, and count it; undefined: all. */
  readonly presentIn?: readonly number[];
}

export interface ArgumentPart {
  readonly name: string;
  readonly required: boolean;
  /** Where it is not that of the argument. */
  readonly kind?: ArgumentKind;
}

export interface OptionLetter {
  /** One letter; for "word-options" a word. */
  readonly letter: string;
  /** What it does, in one sentence; only letters in frequent use have one. */
  readonly summary?: string;
  /** Whether the parser stores an argument in parentheses. */
  readonly hasArgument: boolean;
  readonly argumentRequired?: boolean;
  readonly argumentKind?: ArgumentKind;
  readonly argumentNames?: readonly string[];
  readonly argumentSeparator?: string;
  readonly values?: readonly string[];
  /** It works, but no documentation names it. */
  readonly undocumented?: boolean;
  /** Major versions that have it; undefined: all. */
  readonly presentIn?: readonly number[];
  /** What to use where it is gone: another letter, or a few words. */
  readonly replacement?: string;
}

export interface DialplanEntry {
  readonly name: string;
  /** The module that registers it; "core" for what is built in. */
  readonly module: string;
  /** Other modules that register the same. */
  readonly otherModules?: readonly string[];
  /** One sentence of ours. */
  readonly summary: string;
  /** One more, on what people get wrong. */
  readonly note?: string;
  readonly syntax: string;
  readonly arguments: readonly ArgumentSpec[];
  /** What separates the arguments where it is not ",". */
  readonly separator?: string;
  readonly options: readonly OptionLetter[];
  /** Letters that are accepted in silence and do nothing that is documented; "a()" takes an argument. */
  readonly silentOptions?: readonly string[];
  /** Major versions (16 to 23) that have it. */
  readonly presentIn: readonly number[];
  /** The oldest major version that has it; 1 stands for everything before 2. */
  readonly since: number;
  /** The first release of each series, where it came in the middle of one. */
  readonly introduced?: Since;
  readonly deprecatedIn?: number;
  readonly removedIn?: number;
  /** What to use instead: the name of an application or function, or a few words. */
  readonly replacement?: string;
  /** Variables that its documentation names, set or read. */
  readonly variables?: readonly string[];
}

export interface ApplicationSpec extends DialplanEntry {
  /** Arguments that are one location together, of which the front ones may be left out: Goto(priority). */
  readonly location?: readonly string[];
  /** What happens where a required argument is missing; undefined: the call ends, mostly with a message. */
  readonly incomplete?: "goes-on";
  /** Extensions that it may go to by itself, where they exist. */
  readonly jumpsTo?: readonly string[];
}

/**
 * The kinds of arguments that functions take. "enum" is one of `values` or `items`; "number-or-word" a number or one
 * of `values`; "pjsip-endpoint-option" and "pjsip-aor-option" are options of these types in the catalogue of PJSIP.
 */
export type FunctionArgumentKind =
  | "agent-id"
  | "ami-user"
  | "astdb-family"
  | "astdb-key"
  | "astdb-prefix"
  | "boolean"
  | "calendar"
  | "calendar-query-id"
  | "callerid"
  | "chan-sip-peer"
  | "channel-name"
  | "character-set"
  | "charset"
  | "confbridge-conference"
  | "confbridge-option"
  | "config-file"
  | "config-section"
  | "device-state"
  | "dialplan-context"
  | "dialplan-extension"
  | "dialplan-priority"
  | "dns-name"
  | "domain"
  | "dundi-context"
  | "enum"
  | "epoch"
  | "expression"
  | "file"
  | "gosub-location"
  | "group-category"
  | "group-name"
  | "hash-key"
  | "hash-name"
  | "hook-id"
  | "iax-peer"
  | "key-value"
  | "lock-name"
  | "math-expression"
  | "meetme-conference"
  | "milliseconds"
  | "minivm-account"
  | "mixmonitor-id"
  | "module-name"
  | "number"
  | "number-or-word"
  | "odbc-result-id"
  | "options"
  | "parking-lot"
  | "parking-space"
  | "phone-number"
  | "pjsip-aor"
  | "pjsip-aor-option"
  | "pjsip-contact"
  | "pjsip-endpoint"
  | "pjsip-endpoint-option"
  | "presence-provider"
  | "printf-format"
  | "query-id"
  | "queue"
  | "queue-interface"
  | "range-spec"
  | "realtime-family"
  | "regex"
  | "seconds"
  | "sip-header"
  | "sip-header-prefix"
  | "sip-uri"
  | "sorcery-id"
  | "sorcery-type"
  | "string"
  | "system-command"
  | "time-format"
  | "time-spec"
  | "timezone"
  | "url"
  | "variable-name"
  | "variable-or-function"
  | "voicemail-context"
  | "voicemail-folder"
  | "voicemail-mailbox"
  | "xmpp-account"
  | "xmpp-jid";

export interface FunctionArgumentSpec extends ArgumentSpec {
  /** Any number of further arguments of the same kind may follow; it is always the last. */
  readonly repeatable?: boolean;
  /** What Asterisk takes where the argument is left out. */
  readonly default?: string;
  /** Words with a part of one's own, such as "codec[x]". */
  readonly forms?: readonly string[];
  /** Further words that are taken, as a regular expression for the whole word in any case. */
  readonly pattern?: string;
  /** The word is compared in exact case; most are taken in any case. */
  readonly caseSensitive?: boolean;
  /** Words are taken that nobody can list. */
  readonly open?: boolean;
  /** Words about which more is known than their names; a name comes once for each technology. */
  readonly items?: readonly FunctionItem[];
  /** Operators between the two numbers of a "math-expression". */
  readonly operators?: readonly string[];
}

/** A word that a function takes as its first argument, such as an item of CHANNEL(). */
export interface FunctionItem {
  readonly name: string;
  /** A short phrase of ours. */
  readonly summary: string;
  readonly read: boolean;
  readonly write: boolean;
  /** The channel technology that answers ("PJSIP"); undefined: all of them. */
  readonly technology?: string;
  /** Arguments that follow the word. */
  readonly arguments?: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly values: readonly string[];
    readonly caseSensitive?: boolean;
  }[];
  readonly caseSensitive?: boolean;
  readonly removedIn?: number;
  readonly replacement?: string;
  /** Asterisk has it, but does not document it. */
  readonly undocumented?: boolean;
}

export interface FunctionSpec extends DialplanEntry {
  readonly arguments: readonly FunctionArgumentSpec[];
  readonly read: boolean;
  readonly write: boolean;
  /** The arguments where it is written, if they are not those of reading. */
  readonly writeArguments?: readonly FunctionArgumentSpec[];
  /** Words that may be written; no others, unless there is a `writeForm` or `writeKinds` names the kind. */
  readonly writeValues?: readonly string[];
  /** Separates several of the `writeValues`. */
  readonly writeSeparator?: string;
  /** What else may be written, in words. */
  readonly writeForm?: string;
  /** What the written value names or is, by the word in the first argument; "" for a function without. */
  readonly writeKinds?: Readonly<Record<string, ArgumentKind>>;
  /** Words that may be written, by how the word in the first argument ends: "pres" is for "num-pres" and "pres". */
  readonly writeValuesByEnding?: Readonly<Record<string, readonly string[]>>;
  /** What several arguments name together. */
  readonly targets?: readonly FunctionTarget[];
  /** Refused where live_dangerously is off and the reader or writer is not the dialplan itself. */
  readonly dangerous?: { readonly read: boolean; readonly write: boolean };
  /** The first releases that have it, where those are not the first of their series. */
  readonly introduced?: Since;
  /** Sentences of ours that people should know. */
  readonly notes?: readonly string[];
  /** Asterisk has no documentation of it, so more may be possible than we know. */
  readonly undocumented?: boolean;
}

export interface FunctionTarget {
  /** "dialplan-location" or "dialplan-hint". */
  readonly kind: string;
  /** Names of the arguments, in their order. */
  readonly arguments: readonly string[];
  /** How they are written; what stands in brackets may be left out, also at the beginning. */
  readonly form: string;
}

/** An application that was gone before the oldest version that we know. */
export interface FormerApplication {
  readonly name: string;
  /** The last version that had it, such as 1.6.2. */
  readonly lastSeenIn: string;
  readonly replacement?: string;
}

export interface VariableSpec {
  /** Names that end in a number are written with "n": "ARGn". */
  readonly name: string;
  /** What stands before the number of such names: "ARG". */
  readonly family?: string;
  /** builtin: answered before any variable is looked up, so setting it does nothing. set: by applications and
   * modules. read: consulted by them. */
  readonly kind: "builtin" | "set" | "read" | "set+read";
  /** A built-in that needs no channel. */
  readonly everywhere?: boolean;
  /** One sentence of ours. */
  readonly summary: string;
  /** Applications and functions that set or read it. */
  readonly setBy?: readonly string[];
  readonly readBy?: readonly string[];
  /** Modules whose code sets or reads it; "core" for what is built in. */
  readonly setByModules?: readonly string[];
  readonly readByModules?: readonly string[];
  /** Modules that did so before version 21. */
  readonly formerlySetByModules?: readonly string[];
  readonly formerlyReadByModules?: readonly string[];
  /** The prefix with which it is set: "_" reaches the channels that this one creates, "__" their channels too. */
  readonly inherited?: "_" | "__";
  /** Values that are known, not always all of them. */
  readonly values?: readonly string[];
  /** Values with a part of one's own, such as "3xx-6xx". */
  readonly forms?: readonly string[];
  /** What a dialplan that sets it names with it. */
  readonly valueKind?: ArgumentKind;
  readonly removedIn?: number;
  readonly replacement?: string;
}
