// Tells what an option line of a dialplan is by its name alone, as pbx_config does.

import type { OptionLine } from "../syntax/line.ts";
import { asciiLower } from "../text/ascii.ts";

/** "exten", "same", or undefined for any other statement. */
export function stepWord({ name }: Pick<OptionLine, "name">): "exten" | "same" | undefined {
  if (name === "exten" || asciiLower(name) === "exten") return "exten";
  return name === "same" || /^same/i.test(name) ? "same" : undefined;
}
