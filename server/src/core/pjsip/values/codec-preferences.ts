// codec_prefs_*: ast_stream_codec_prefs_parse in main/stream.c and codec_prefs_handler in
// res_pjsip/pjsip_configuration.c. Names and values are compared with their case.

import { noFaults, type ValueCheck, type ValueFault } from "../value-fault.ts";
import { rawItems } from "./items.ts";
import { accepted, rejected } from "./make-fault.ts";

const values: ReadonlyMap<string, readonly string[]> = new Map([
  ["operation", ["intersect", "union", "only_preferred", "only_nonpreferred"]],
  ["prefer", ["pending", "configured"]],
  ["keep", ["all", "first"]],
  ["transcode", ["allow", "prevent"]],
]);

export const codecPreferencesCheck: ValueCheck = (value, { spec }) => {
  const set = new Map<string, string>();
  const faults: ValueFault[] = [];
  for (const item of rawItems(value, ",")) {
    if (item.text === "") continue;
    const found = /^([: ]*)([^: ]+)(?:[: ]+([^: ]+))?/.exec(item.text);
    const [, before = "", name = "", setting] = found ?? [];
    const nameEnd = item.start + before.length + name.length;
    if (found === null || setting === undefined) {
      const printed = found === null ? item.text : item.text.slice(0, before.length + name.length);
      const log = (id: string, option: string): string[] => [
        `Endpoint '${id}': Codec preference '${printed}' is invalid for option '${option}'`,
      ];
      faults.push(rejected("invalid-codec-preference", item.start, item.end, log));
      continue;
    }
    const known = values.get(name);
    if (known === undefined) {
      faults.push(accepted("ignored-codec-preference", nameEnd - name.length, nameEnd));
      continue;
    }
    if (known.includes(setting)) {
      set.set(name, setting);
      continue;
    }
    // A bad value is refused only as long as no line before it has set the same thing.
    const at = value.indexOf(setting, nameEnd);
    if (set.has(name)) continue;
    const log = (id: string, option: string): string[] => [
      `Endpoint '${id}': Codec preference '${name}' has invalid value '${setting}' for option '${option}'`,
    ];
    faults.push(rejected("invalid-codec-preference", at, at + setting.length, log));
  }
  if (spec.name === "codec_prefs_incoming_offer" && set.get("operation") === "union") {
    const at = value.lastIndexOf("union");
    const log = (id: string, option: string): string[] => [
      `Endpoint '${id}': Codec preference 'operation' has invalid value 'union' for option: '${option}'`,
    ];
    faults.push(rejected("invalid-codec-preference", at, at + 5, log));
  }
  return faults.length === 0 ? noFaults : faults;
};
