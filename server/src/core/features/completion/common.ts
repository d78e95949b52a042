// What most people write, likeliest first. It decides the order of proposals and nothing else.

/** Types of objects in pjsip.conf. */
export const commonTypes: readonly string[] = [
  "endpoint",
  "aor",
  "auth",
  "identify",
  "registration",
  "transport",
  "global",
  "system",
  "acl",
];

/** Options by the type of their object. */
export const commonOptions: Readonly<Record<string, readonly string[]>> = {
  endpoint: [
    ...["type", "context", "disallow", "allow", "aors", "auth", "outbound_auth", "transport", "callerid"],
    ...["direct_media", "rtp_symmetric", "force_rport", "rewrite_contact", "dtmf_mode", "mailboxes"],
    ...["from_user", "from_domain", "webrtc", "media_encryption", "ice_support", "send_pai"],
    ...["trust_id_inbound", "trust_id_outbound", "media_address", "set_var", "language", "call_group"],
    ...["pickup_group", "device_state_busy_at", "identify_by", "outbound_proxy", "subscribe_context"],
  ],
  aor: [
    ...["type", "max_contacts", "contact", "remove_existing", "qualify_frequency", "mailboxes"],
    ...["default_expiration", "minimum_expiration", "maximum_expiration"],
  ],
  auth: ["type", "auth_type", "username", "password", "realm"],
  transport: [
    ...["type", "protocol", "bind", "local_net", "external_media_address", "external_signaling_address"],
    ...["cert_file", "priv_key_file", "ca_list_file", "method", "verify_client", "verify_server", "cipher"],
  ],
  identify: ["type", "endpoint", "match", "match_header"],
  registration: [
    ...["type", "server_uri", "client_uri", "outbound_auth", "contact_user", "transport", "retry_interval"],
    ...["expiration", "forbidden_retry_interval", "max_retries", "line", "endpoint", "outbound_proxy"],
  ],
  global: ["type", "user_agent", "endpoint_identifier_order", "max_forwards", "debug"],
  system: ["type", "timer_t1", "timer_b", "disable_tcp_switch"],
  acl: ["type", "deny", "permit", "contact_deny", "contact_permit", "acl"],
  resource_list: ["type", "event", "list_item", "full_state"],
};

/** Values of options that are numbers, by the names of the options. */
export const commonValues: Readonly<Record<string, readonly string[]>> = {
  max_contacts: ["1", "5"],
  qualify_frequency: ["60", "30"],
  retry_interval: ["60", "30"],
  forbidden_retry_interval: ["300", "60"],
  fatal_retry_interval: ["300"],
  expiration: ["3600", "300"],
  max_retries: ["10000"],
  device_state_busy_at: ["1"],
  rtp_timeout: ["60"],
  rtp_timeout_hold: ["300"],
  timers_sess_expires: ["1800"],
};

/** What functions of many words are mostly asked for. */
export const commonItems: Readonly<Record<string, readonly string[]>> = {
  CALLERID: ["num", "name", "all", "ani", "dnid", "rdnis", "num-pres", "name-pres"],
  CONNECTEDLINE: ["num", "name", "all"],
  CHANNEL: [
    ...["language", "musicclass", "hangup_handler_push", "name", "state", "uniqueid", "linkedid", "endpoint"],
    ...["pjsip", "rtp", "rtcp", "audioreadformat", "channeltype", "accountcode", "parkinglot"],
  ],
  CDR: ["userfield", "src", "dst", "duration", "billsec", "disposition", "start", "answer", "end"],
  TIMEOUT: ["absolute", "digit", "response"],
};

export const commonCodecs: readonly string[] = ["ulaw", "alaw", "g722", "opus", "g729", "gsm", "h264", "vp8"];

/** Applications, in lower case. */
export const commonApplications: readonly string[] = [
  ...["dial", "set", "goto", "gotoif", "answer", "hangup", "noop", "playback", "gosub", "return", "wait"],
  ...["background", "voicemail", "queue", "verbose", "execif", "waitexten", "gotoiftime", "read"],
  ...["confbridge", "stasis", "agi", "gosubif", "voicemailmain", "mixmonitor", "saydigits", "congestion"],
  ...["busy", "ringing", "progress", "playtones", "while", "endwhile", "page", "park", "echo", "log"],
];

export const commonFunctions: readonly string[] = [
  ...["CALLERID", "IF", "DB", "LEN", "CHANNEL", "CUT", "EXISTS", "GLOBAL", "FILTER", "DIALPLAN_EXISTS"],
  ...["CDR", "STRFTIME", "REGEX", "ISNULL", "MATH", "DEVICE_STATE", "PJSIP_HEADER", "HASH", "TOUPPER"],
  ...["PJSIP_DIAL_CONTACTS", "CONNECTEDLINE", "TIMEOUT", "JSON_DECODE", "CURL", "RAND", "STRREPLACE"],
];

export const commonVariables: readonly string[] = [
  ...["EXTEN", "DIALSTATUS", "CONTEXT", "CHANNEL", "UNIQUEID", "HANGUPCAUSE", "PRIORITY", "ARG1", "ARG2"],
  ...["LOCAL(ARG1)", "QUEUESTATUS", "VMSTATUS", "INVALID_EXTEN", "EPOCH", "STRFTIME", "BLINDTRANSFER"],
  ...["DIALEDPEERNUMBER", "ANSWEREDTIME", "DIALEDTIME", "GOSUB_RETVAL", "SYSTEMSTATUS", "AGISTATUS"],
];

/** Where a name stands in a list, counted from `first`; `otherwise` where it does not. */
export function rankIn(
  list: readonly string[] | undefined,
  name: string,
  otherwise: number,
  first = 1,
): number {
  const index = list?.indexOf(name) ?? -1;
  return index < 0 ? otherwise : first + index;
}
