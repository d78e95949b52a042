import { namePlace } from "../../config/option-span.ts";
import { filledOption, isOn } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import type { Setting } from "../../pjsip/object-index.ts";
import { transportsOf } from "../../pjsip/transports.ts";
import { isFalse, isTrue } from "../../pjsip/values/booleans.ts";
import { groupedBy } from "../../text/grouped.ts";
import { addedBehind, changedValue, suggestion } from "../pjsip/added-line.ts";
import type { Edit, Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";

export const halfSet: InstallationRule = {
  id: "nat/half-set",
  on: "installation",
  effect: "works-otherwise",
  summary: "Options for phones behind a NAT of which one is missing",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    const { links, transports } = index;
    const symmetric = index.last("endpoint", "rtp_symmetric");
    const rewrite = index.last("endpoint", "rewrite_contact");
    const halves = [
      ...without(symmetric, rewrite).flatMap(audioOnly),
      ...without(rewrite, symmetric).flatMap(signalingOnly),
      ...index
        .last("endpoint", "force_rport")
        .filter(({ option }) => isFalse(option.value))
        .flatMap(wrongPort),
    ].filter(({ object, udpOnly }) => {
      const own = transportsOf(object, transports);
      if (own.length > 0 && own.every(({ loopback }) => loopback)) return false;
      if (udpOnly && !(own.length > 0 && own.every(({ protocol }) => protocol === "udp"))) return false;
      return links.isPhone(object) && !links.aors(object).some(isBehindProxy);
    });
    for (const [option, group] of groupedBy(halves, (half) => half.option)) {
      const [first] = group;
      const ids = group.map(({ object }) => object.id);
      yield {
        ...namePlace(option),
        message: `${counted("endpoint", ids)} ${ids.length === 1 ? "has" : "have"} ${first.says}`,
        fixes: suggestion(first.title, first.edit()),
      };
    }
  },
};

/** The lines of objects that have none of the others. */
function without(lines: readonly Setting[], others: readonly Setting[]): readonly Setting[] {
  const having = new Set(others.map(({ object }) => object));
  return lines.filter(({ object }) => !having.has(object));
}

interface Half extends Setting {
  readonly says: string;
  readonly title: string;
  readonly edit: () => Edit | undefined;
  /** Over TCP and TLS answers and calls use the connection that is there. */
  readonly udpOnly: boolean;
}

// A written "no" is a decision and no slip, but for force_rport, without which the other two are of little use.

function audioOnly({ object, option }: Setting): Half[] {
  if (!isTrue(option.value)) return [];
  const says =
    '"rtp_symmetric" but not "rewrite_contact": if the phone is behind a NAT, calls to it go to its private address';
  const edit = (): Edit | undefined => addedBehind(option, "rewrite_contact", "yes");
  return [{ object, option, says, title: "Add rewrite_contact = yes", edit, udpOnly: false }];
}

/** ICE finds its own way for audio. */
function signalingOnly({ object, option }: Setting): Half[] {
  if (!isTrue(option.value) || isOn(object, "ice_support", false) || isOn(object, "webrtc", false)) return [];
  const says =
    '"rewrite_contact" but not "rtp_symmetric": if the phone is behind a NAT, it hears nothing, for its audio goes to its private address';
  const edit = (): Edit | undefined => addedBehind(option, "rtp_symmetric", "yes");
  return [{ object, option, says, title: "Add rtp_symmetric = yes", edit, udpOnly: true }];
}

function wrongPort({ object, option }: Setting): Half[] {
  if (!isOn(object, "rewrite_contact", false)) return [];
  const says =
    '"rewrite_contact" but "force_rport" is off: behind a NAT the answers to a phone that does not ask for "rport" go to the wrong port';
  const edit = (): Edit | undefined => changedValue(option, "yes");
  return [{ object, option, says, title: "Turn force_rport on", edit, udpOnly: true }];
}

/** A proxy in front of Asterisk looks after the phones' addresses. */
function isBehindProxy(aor: PjsipObject): boolean {
  return isOn(aor, "support_path", false) || filledOption(aor, "outbound_proxy") !== undefined;
}
