// What the words mean that options of PJSIP take, in sentences of ours; for words that say it themselves there is none.

/** The meaning of a word, given in lower case, of an option. */
export function wordMeaning(option: string, word: string): string | undefined {
  return meanings[option]?.[word];
}

type Words = Readonly<Record<string, string>>;

const methods: Words = {
  invite: "Sends a new INVITE.",
  reinvite: "Sends a new INVITE, the same as `invite`.",
  update: "Sends UPDATE.",
};

const identifiers: Words = {
  username: "Takes the user name in the From header for the name of the endpoint.",
  auth_username: "Takes the user name in the Authorization header for the name of the endpoint.",
  ip: "Asks the `match` lines of identify sections for the source address.",
  header: "Asks the `match_header` lines of identify sections.",
  request_uri: "Asks the `match_request_uri` lines of identify sections.",
  anonymous: "Takes everybody else for the endpoint named anonymous, where there is one.",
};

const meanings: Readonly<Record<string, Words>> = {
  dtmf_mode: {
    rfc4733: "Keys travel as events in the RTP stream, beside the audio.",
    inband: "Keys travel as tones in the audio; that needs a codec such as alaw or ulaw.",
    info: "Keys travel in SIP INFO messages.",
    auto: "As events where the far end offers them, otherwise as tones in the audio.",
    auto_info: "As events where the far end offers them, otherwise in SIP INFO messages.",
    none: "Keys are not sent.",
  },
  "100rel": {
    no: "Provisional answers are never acknowledged.",
    yes: "Provisional answers are acknowledged where the far end asks for it.",
    required: "Calls work only with far ends that acknowledge provisional answers.",
    peer_supported: "Asks for acknowledgements only where the far end says that it supports them.",
  },
  timers: {
    no: "No session timers.",
    yes: "Session timers where the far end wants them.",
    required: "Calls work only with far ends that support session timers.",
    always: "Session timers in every call, also where the far end does not support them.",
    forced: "The same as `always`.",
  },
  identify_by: identifiers,
  endpoint_identifier_order: identifiers,
  direct_media_method: methods,
  connected_line_method: methods,
  direct_media_glare_mitigation: {
    none: "Both sides may send at the same time.",
    outgoing: "The first change of media is left to the far end on calls that go out.",
    incoming: "The first change of media is left to the far end on calls that come in.",
  },
  media_encryption: {
    no: "Audio and video travel unencrypted.",
    sdes: "SRTP with its keys in the SDP: safe only where the signalling goes over TLS.",
    dtls: "SRTP with keys that are agreed upon over DTLS, as WebRTC needs it.",
  },
  t38_udptl_ec: {
    none: "Lost fax packets stay lost.",
    fec: "Lost fax packets are made up from parity packets.",
    redundancy: "Each fax packet repeats the ones before it.",
  },
  dtls_verify: {
    no: "Neither certificate nor fingerprint is verified.",
    yes: "Both the certificate and its fingerprint are verified.",
    fingerprint: "The fingerprint in the SDP is verified.",
    certificate: "The certificate is verified.",
  },
  dtls_setup: {
    active: "Asterisk begins the DTLS handshake.",
    passive: "The far end begins the DTLS handshake.",
    actpass: "Asterisk offers both and the far end chooses.",
  },
  redirect_method: {
    user: "The user part of the new address is dialled as an extension.",
    uri_core: "The dialplan core dials the new address.",
    uri_pjsip: "PJSIP itself calls the new address, and the dialplan does not see it.",
  },
  incoming_call_offer_pref: {
    local: "Codecs of both sides, in the order of the endpoint.",
    local_first: "The first codec that both sides have, in the order of the endpoint.",
    remote: "Codecs of both sides, in the order of the caller.",
    remote_first: "The first codec that both sides have, in the order of the caller.",
  },
  outgoing_call_offer_pref: {
    local: "Codecs of both sides, in the order of the endpoint.",
    local_merge: "The codecs of the endpoint, then those of the caller.",
    local_first: "The first codec that both sides have, in the order of the endpoint.",
    remote: "Codecs of both sides, in the order of the caller.",
    remote_merge: "The codecs of the caller, then those of the endpoint.",
    remote_first: "The first codec that both sides have, in the order of the caller.",
  },
  protocol: {
    udp: "SIP over UDP.",
    tcp: "SIP over TCP.",
    tls: "SIP over TLS; needs a certificate.",
    ws: "SIP over WebSocket, served by the HTTP server of http.conf.",
    wss: "SIP over secure WebSocket, served by the HTTP server of http.conf.",
    flow: "A connection that a client keeps open, used through another transport.",
  },
  auth_type: {
    digest: "A password or its digests.",
    userpass: "A user name and a password.",
    md5: "An MD5 hash in `md5_cred` instead of the password.",
    google_oauth: "An OAuth token of Google Voice.",
  },
};
