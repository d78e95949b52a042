// What the arguments of applications and functions can be, in the words of the tables.

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
