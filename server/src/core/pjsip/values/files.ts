// Files that Asterisk must be able to read: ast_file_is_readable in the TLS handlers.

import { noFaults, type ValueCheck } from "../value-fault.ts";
import { rejected } from "./make-fault.ts";

export const fileCheck: ValueCheck = (value, { type, fileExists }) => {
  if (value === "" || fileExists(value) !== false) return noFaults;
  const log = (id: string, option: string): string[] => [
    type === "transport"
      ? `Transport: ${id}: ${option} ${value} is either missing or not readable`
      : `${option.replaceAll("_", "")} file ${value} does not exist or is not readable`,
  ];
  return [rejected("missing-file", 0, value.length, log)];
};
