// The rules about names that one file gives and another defines, in the order of the index page.

import type { Rule } from "../rule.ts";
import { greetingBeforeMailbox } from "./greeting-before-mailbox.ts";
import { missingScript } from "./missing-script.ts";
import { unknownAgent } from "./unknown-agent.ts";
import { unknownConferenceProfile } from "./unknown-conference-profile.ts";
import { unknownContextElsewhere } from "./unknown-context.ts";
import { unknownFeature } from "./unknown-feature.ts";
import { unknownFollowMe } from "./unknown-follow-me.ts";
import { unknownMailbox } from "./unknown-mailbox.ts";
import { unknownMember } from "./unknown-member.ts";
import { unknownMusicClass } from "./unknown-music-class.ts";
import { unknownParkingLot } from "./unknown-parking-lot.ts";
import { unknownQueue } from "./unknown-queue.ts";
import { unknownSharedLine } from "./unknown-shared-line.ts";

export const elsewhereRules: readonly Rule[] = [
  unknownContextElsewhere,
  unknownMember,
  unknownQueue,
  unknownMailbox,
  greetingBeforeMailbox,
  unknownConferenceProfile,
  unknownParkingLot,
  unknownAgent,
  unknownFollowMe,
  unknownSharedLine,
  missingScript,
  unknownMusicClass,
  unknownFeature,
];
