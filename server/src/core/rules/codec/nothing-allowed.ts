import type { ConfigOption, ConfigSection } from "../../config/load.ts";
import { valuePlace } from "../../config/option-span.ts";
import { codecSet } from "../../pjsip/codec-set.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { quoted } from "../pjsip/words.ts";
import type { Finding, PjsipRule } from "../rule.ts";

export const nothingAllowed: PjsipRule = {
  id: "codec/nothing-allowed",
  on: "pjsip",
  effect: "call-fails",
  summary: "Endpoint that is left without any codec",
  *check(model): Iterable<Finding> {
    for (const [owner, endpoints] of withoutCodecs(model.objects, typeLines(model.selected))) {
      const place = "header" in owner ? headerPlace(owner) : valuePlace(owner);
      const { object, emptiedBy } = endpoints[0] ?? {};
      if (object === undefined) continue;
      const who =
        endpoints.length === 1
          ? `endpoint ${quoted(object.id)} has`
          : `${endpoints.length} endpoints (${quoted(object.id)}, ...) have`;
      yield {
        ...place,
        message:
          emptiedBy === undefined
            ? `${who} no codec, because there is no "allow": every call is answered 488 and outgoing calls offer no media`
            : `${quoted(emptiedBy.value)} comes after "allow" and takes all codecs away again: ${who} none and every call fails with 488`,
      };
    }
  },
};

interface Bare {
  readonly object: PjsipObject;
  readonly emptiedBy: ConfigOption | undefined;
}

/** Endpoints without codecs by the line that is to blame: the one that emptied the list, or an inherited type. */
function withoutCodecs(
  objects: readonly PjsipObject[],
  types: ReadonlyMap<ConfigSection, ConfigOption>,
): Map<ConfigOption | ConfigSection, Bare[]> {
  const bare = new Map<ConfigOption | ConfigSection, Bare[]>();
  for (const object of objects) {
    if (object.type !== "endpoint") continue;
    const codecs = codecSet(object.options);
    if (codecs.names.size > 0) continue;
    const emptiedBy = codecs.anyAllowed ? codecs.emptiedBy : undefined;
    const type = types.get(object.section);
    const inherited = type !== undefined && object.section.bases.length > 0 ? type : object.section;
    const owner = emptiedBy ?? inherited;
    const before = bare.get(owner);
    if (before === undefined) bare.set(owner, [{ object, emptiedBy }]);
    else before.push({ object, emptiedBy });
  }
  return bare;
}

function typeLines(
  selected: readonly { readonly section: ConfigSection; readonly typeOption: ConfigOption | undefined }[],
): Map<ConfigSection, ConfigOption> {
  const types = new Map<ConfigSection, ConfigOption>();
  for (const { section, typeOption } of selected) {
    if (
      typeOption !== undefined &&
      !(typeOption.line.number > section.header.number && typeOption.file === section.file)
    ) {
      types.set(section, typeOption);
    }
  }
  return types;
}
