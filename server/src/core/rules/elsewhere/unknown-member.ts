import { valuePlace } from "../../config/option-span.ts";
import { holdsPlaceholder } from "../../pjsip/placeholder.ts";
import type { Item } from "../../pjsip/values/items.ts";
import type { QueueMember } from "../../workspace/elsewhere/queues.ts";
import type { Installation } from "../../workspace/installation.ts";
import { knownObjects } from "../device/endpoints.ts";
import { changes } from "../dialplan/texts.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { counted, quotedPiece } from "../words.ts";
import { guess } from "./words.ts";

export const unknownMember: InstallationRule = {
  id: "elsewhere/unknown-member",
  on: "installation",
  effect: "call-fails",
  summary: "Queue member that names an endpoint which is not there, or no technology",
  check: (installation) => unknownMembers(installation),
};

interface Missing {
  readonly member: QueueMember;
  readonly endpoint: Item;
  readonly isState: boolean;
}

function* unknownMembers(installation: Installation): Generator<Finding> {
  const members = installation.elsewhere().queueMembers();
  for (const member of members) {
    const { text, start } = member.device;
    if (!/^[A-Za-z0-9_.+-]+$/.test(text) || holdsPlaceholder("member", member.option.value)) continue;
    const endpoint = knownObjects(installation, "endpoint")?.names.has(text) === true;
    yield {
      ...valuePlace(member.option, start, start + text.length),
      message: `${quotedPiece(text)} has no technology such as ${quotedPiece(`PJSIP/${text}`)}: calls from ${counted("queue", member.queues)} never reach this member`,
      runtimeLog: [`No channel type registered for '${text}'`],
      fixes: endpoint
        ? changes(
            member.option,
            [{ start, end: start, text: "PJSIP/" }],
            `Change to ${quotedPiece(`PJSIP/${text}`)}`,
            false,
          )
        : [],
    };
  }
  const endpoints = members.length === 0 ? undefined : knownObjects(installation, "endpoint");
  if (endpoints === undefined) return;
  const missing: Missing[] = [];
  for (const member of members) {
    if (holdsPlaceholder("member", member.option.value)) continue;
    for (const device of [member.device, member.stateDevice]) {
      const names = device === undefined ? [] : endpointNames(device, device !== member.device);
      const last = names.at(-1);
      if (last === undefined || names.some(({ text }) => endpoints.has(text))) continue;
      missing.push({ member, endpoint: last, isState: device !== member.device });
    }
  }
  const suggestions = new Suggestions(endpoints.candidates);
  for (const one of missing) yield finding(one, suggestions);
}

/** The names that Asterisk tries for PJSIP/user@endpoint/address, in turn. A state belongs to a whole name. */
function endpointNames({ text, start }: Item, isState: boolean): Item[] {
  const technology = /^pjsip\//i.exec(text)?.[0];
  if (technology === undefined) return [];
  const rest = text.slice(technology.length);
  const slash = isState ? -1 : rest.indexOf("/");
  const name = slash === -1 ? rest : rest.slice(0, slash);
  // A state of something else, or a text that is no plain name.
  if (name === "" || /[\s&$,;:]/.test(name)) return [];
  const from = start + technology.length;
  const whole = { text: name, start: from, end: from + name.length };
  const at = isState ? -1 : name.indexOf("@");
  if (at === -1) return [whole];
  const endpoint = { text: name.slice(at + 1), start: from + at + 1, end: from + name.length };
  return endpoint.text === "" ? [] : [whole, endpoint];
}

function finding({ member, endpoint, isState }: Missing, suggestions: Suggestions): Finding {
  const { option, queues } = member;
  const { remark, fixes } = guess(option, endpoint, suggestions);
  const whose = counted("queue", queues);
  const what = `There is no endpoint ${quotedPiece(endpoint.text)}${remark}`;
  const place = valuePlace(option, endpoint.start, endpoint.end);
  if (isState) {
    const message = `${what}: no state of this member reaches ${whose}`;
    return { ...place, message, fixes, effect: "works-otherwise" };
  }
  return {
    ...place,
    message: `${what}: calls from ${whose} never reach this member`,
    runtimeLog: [`Unable to create PJSIP channel - endpoint '${endpoint.text}' was not found`],
    fixes,
  };
}
