// `--provider carrier=198.51.100.7,198.51.100.32/28`: where the calls of providers come from.

import { printable, readRange } from "../core/api.ts";
import { UsageError } from "./usage-error.ts";

/** Addresses by name; those of a name that is given twice add up. */
export function readProviders(settings: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const providers = new Map<string, string[]>();
  for (const setting of settings) {
    const equals = setting.indexOf("=");
    const name = setting.slice(0, Math.max(0, equals)).trim();
    if (name === "")
      throw new UsageError(`--provider ${printable(setting)}: expected NAME=ADDRESS[,ADDRESS...]`);
    const addresses = setting
      .slice(equals + 1)
      .split(",")
      .map((text) => text.trim());
    const wrong = addresses.find((text) => readRange(text) === undefined);
    if (wrong !== undefined)
      throw new UsageError(
        `--provider ${printable(setting)}: "${printable(wrong)}" is no address or network`,
      );
    providers.set(name, [...(providers.get(name) ?? []), ...addresses]);
  }
  return providers;
}
