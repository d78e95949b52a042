// Which codecs Asterisk can convert, as far as modules.conf tells.

import { codecNamed, codecs } from "../../catalog/codecs.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import type { ObjectIndex } from "../../pjsip/object-index.ts";
import type { Environment } from "../../workspace/environment.ts";

/** The audio codecs of an endpoint; undefined where "all" or a name that we do not know is among them. */
export function audioCodecs(endpoint: PjsipObject, index: ObjectIndex): readonly string[] | undefined {
  const audio: string[] = [];
  for (const name of index.codecs(endpoint).names) {
    const codec = codecNamed(name);
    if (codec === undefined) return undefined;
    if (codec.media === "audio") audio.push(name);
  }
  return audio;
}

/** The endpoints that have audio codecs, and none that Asterisk can convert. */
export function stiffEndpoints(index: ObjectIndex, environment: Environment): readonly PjsipObject[] {
  const unconvertible = codecs.filter(
    ({ name, media }) => media === "audio" && isUnconvertible(name, environment),
  );
  const names = new RegExp(`(?:${unconvertible.map(({ name }) => name).join("|")})`, "i");
  const mentions = new Map<ConfigOption, boolean>();
  const named = index.last("endpoint", "allow").filter(({ option }) => {
    const known = mentions.get(option) ?? names.test(option.value);
    mentions.set(option, known);
    return known;
  });
  return named
    .map(({ object }) => object)
    .filter((endpoint) => {
      const audio = audioCodecs(endpoint, index);
      if (audio === undefined || audio.length === 0) return false;
      return audio.every((name) => isUnconvertible(name, environment));
    });
}

/** Modules that people load for a codec under other names than Digium's. */
const substitutes: Readonly<Record<string, readonly string[]>> = {
  codec_g729a: ["codec_g729", "codec_bcg729", "codec_dahdi"],
  codec_opus: ["codec_opus_open_source"],
};

/** The module that is missing to convert a codec; undefined where Asterisk can, or may, convert it. */
export function missingModule(name: string, { moduleLoaded }: Environment): string | undefined {
  const module = codecNamed(name)?.module;
  if (module === undefined || name.startsWith("slin")) return undefined;
  return [module, ...(substitutes[module] ?? [])].some(moduleLoaded) ? undefined : module;
}

/** Whether nothing in Asterisk can convert a codec: its module is missing, or there is none anywhere. */
function isUnconvertible(name: string, environment: Environment): boolean {
  return codecNamed(name)?.module === undefined || missingModule(name, environment) !== undefined;
}
