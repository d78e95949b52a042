// What Asterisk logs of a word it does not know; most handlers say nothing of their own.

import type { ValueFault } from "../value-fault.ts";

type Log = ValueFault["log"];

/** The messages before "Error parsing", by option. */
export function wordLog(type: string, option: string, word: string): Log {
  switch (option) {
    case "identify_by":
      return (id) => [`Unrecognized identification method ${word} specified for endpoint ${id}`];
    case "redirect_method":
      return (id) => [`Unrecognized redirect method ${word} specified for endpoint ${id}`];
    case "follow_redirect_methods":
      return (id) => [`Unrecognized SIP method '${word}' for follow_redirect_methods on endpoint ${id}`];
    case "direct_media_method":
    case "connected_line_method":
    case "direct_media_glare_mitigation":
      return (id, name) => [`Unrecognized option value ${word} for ${name} on endpoint ${id}`];
    case "auth_type":
      return (_, name) => [`Unknown authentication storage type '${word}' specified for ${name}`];
    case "taskprocessor_overload_trigger":
      return (_, name) => [`Unknown overload trigger '${word}' specified for ${name}`];
    case "supported_algorithms_uac":
    case "supported_algorithms_uas":
    case "default_auth_algorithms_uac":
    case "default_auth_algorithms_uas":
      return algorithmLog(type, option, word);
    default:
      return () => [];
  }
}

function algorithmLog(type: string, option: string, word: string): Log {
  const side = option.endsWith("uas") ? "UAS" : "UAC";
  if (type !== "global") return (id) => [`${id}: Unknown ${side} digest algorithm '${word}' specified`];
  return () => [
    `global: Unknown ${side} digest algorithm '${word}' specified`,
    `global: Invalid values in ${option}. Defaulting to MD5`,
  ];
}
