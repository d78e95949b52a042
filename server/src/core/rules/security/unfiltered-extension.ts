import { sitesThat } from "../application/calls.ts";
import { placeOf } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { callersWords, takesAnything } from "./callers-words.ts";

const dialling = sitesThat(({ name }) => name === "dial");

export const unfilteredExtension: DialplanRule = {
  id: "security/unfiltered-extension",
  on: "dialplan",
  effect: "insecure",
  profile: "strict",
  summary: "Number from an open pattern that goes into Dial as it was dialled",
  *check(dialplan, { installation }) {
    for (const { line, call } of dialling(dialplan, installation)) {
      const devices = call.arguments[0];
      const place = line.places.find(({ extension }) => takesAnything(extension.name));
      if (devices === undefined || place === undefined) continue;
      const word = callersWords(call.source, devices.text).find(({ dialled }) => dialled);
      if (word === undefined) continue;
      const written = call.source.slice(word.start, word.end);
      yield {
        ...placeOf(line, word),
        message: `Pattern ${quoted(place.extension.name)} takes any characters, so ${quoted(written)} may bring an "&" with more devices into this Dial; FILTER() keeps the digits only`,
      };
    }
  },
};
