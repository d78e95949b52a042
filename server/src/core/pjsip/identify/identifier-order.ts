// In which order Asterisk tries its ways to identify the sender of a request: ast_sip_register_endpoint_identifier
// in res/res_pjsip.c.

/** `line` has no name of its own and always comes first. */
export type IdentifierKind =
  | "line"
  | "ip"
  | "username"
  | "anonymous"
  | "header"
  | "request_uri"
  | "auth_username";

export const defaultOrder = "ip,username,anonymous";

/** The kinds that are not named in endpoint_identifier_order come last, in the order in which their modules load. */
const moduleOrder: readonly IdentifierKind[] = [
  "ip",
  "username",
  "header",
  "request_uri",
  "auth_username",
  "anonymous",
];

/** The module that has to be loaded for each kind. */
export const identifierModule: Readonly<Record<IdentifierKind, string>> = {
  line: "res_pjsip_outbound_registration",
  ip: "res_pjsip_endpoint_identifier_ip",
  header: "res_pjsip_endpoint_identifier_ip",
  request_uri: "res_pjsip_endpoint_identifier_ip",
  username: "res_pjsip_endpoint_identifier_user",
  auth_username: "res_pjsip_endpoint_identifier_user",
  anonymous: "res_pjsip_endpoint_identifier_anonymous",
};

/** The order that a value of endpoint_identifier_order makes; its items are compared with their blanks. */
export function identifierOrder(value: string): readonly IdentifierKind[] {
  const named = value.split(",").flatMap((word) => moduleOrder.filter((kind) => kind === word));
  return ["line", ...new Set([...named, ...moduleOrder])];
}
