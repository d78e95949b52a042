import { namePlace } from "../../config/option-span.ts";
import type { Finding, LoadRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";

export const realtimeFile: LoadRule = {
  id: "config/realtime-file",
  on: "load",
  effect: "not-checked",
  summary: "File that extconfig.conf replaces by a database",
  *check(_load, { environment, root }): Iterable<Finding> {
    const mapping = environment.realtimeFiles.get(root);
    if (mapping === undefined || neverMapped.has(root)) return;
    yield {
      ...namePlace(mapping.option),
      message: `Asterisk takes ${quotedPiece(root)} from ${quotedPiece(mapping.source)} where that driver is loaded, and does not read the file that is checked here`,
    };
  },
};

/** Asterisk refuses to take these from a database (read_config_maps in main/config.c). */
const neverMapped: ReadonlySet<string> = new Set(["extconfig.conf", "asterisk.conf", "logger.conf"]);
