// The request for what Asterisk holds of the object at a cursor, shown by the editor as a document of its own.

import {
  type EffectiveAnswer,
  type EffectiveParams,
  effectiveObject,
  effectiveRequest,
} from "../../core/api.ts";
import type { Feature, Session } from "../feature.ts";
import { inspect } from "../inspect.ts";

export const effectiveFeature: Feature = {
  capabilities: () => ({}),
  listen: (session) => {
    session.connection.onRequest(
      effectiveRequest,
      session.guard.around("effective", null, (params: EffectiveParams) => effective(session, params)),
    );
  },
};

function effective(session: Session, { uri, position }: EffectiveParams): EffectiveAnswer | null {
  const inspected = inspect(session, uri);
  if (inspected === undefined) return null;
  const found = effectiveObject(inspected.subject, inspected.offset(position));
  if (found === undefined) return null;
  const { title, text, file, offset, language } = found;
  return {
    title,
    text,
    uriOfSource: inspected.uri(file),
    position: inspected.range({ start: offset, end: offset }, file).start,
    languageId: language,
  };
}
