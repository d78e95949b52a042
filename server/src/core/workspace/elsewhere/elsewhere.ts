// What the other files of an installation define that a dialplan can name. Undefined always means that we cannot know:
// who asks has to stay silent then.

import type { Question } from "../answers.ts";
import type { Parts } from "./certain.ts";
import { type ConferenceProfiles, conferenceProfiles } from "./conference.ts";
import { type EntryPoints, entryPoints } from "./entry-points.ts";
import { musicClasses } from "./music.ts";
import type { NameSet } from "./name-set.ts";
import * as others from "./others.ts";
import { type ParkingLot, parkingLotNames, parkingLots } from "./parking.ts";
import { type QueueMember, queueMembers, queueNames, queueRules } from "./queues.ts";
import { scriptExists, soundExists } from "./scripts.ts";
import { readVoicemail, type Voicemail } from "./voicemail.ts";

/** Each answer is worked out when it is asked for, and once. */
export interface Elsewhere {
  readonly voicemail: () => Voicemail | undefined;
  readonly queues: () => NameSet | undefined;
  readonly queueRules: () => NameSet | undefined;
  readonly queueMembers: () => readonly QueueMember[];
  readonly conferenceProfiles: () => ConferenceProfiles | undefined;
  /** Names of parking lots. */
  readonly parkingLots: () => NameSet | undefined;
  /** The lots that we see, with the extensions that they add to the dialplan. */
  readonly lots: () => readonly ParkingLot[];
  readonly musicClasses: () => NameSet | undefined;
  readonly agents: () => NameSet | undefined;
  readonly followMeProfiles: () => NameSet | undefined;
  readonly dynamicFeatures: () => NameSet | undefined;
  readonly sharedLines: () => others.SharedLines | undefined;
  readonly meetMeRooms: () => NameSet | undefined;
  readonly minivmAccounts: () => NameSet | undefined;
  readonly iaxPeers: () => NameSet | undefined;
  readonly sipPeers: () => NameSet | undefined;
  /** Functions of func_odbc.conf, as a dialplan calls them. */
  readonly odbcFunctions: () => NameSet | undefined;
  /** Whether func_odbc.conf defines a function of that name, or may do so where we cannot see it. */
  readonly mayBeOdbcFunction: (name: string) => boolean;
  readonly entryPoints: () => EntryPoints;
  readonly scriptExists: (name: string) => boolean | undefined;
  readonly soundExists: (name: string, language: string) => boolean | undefined;
}

/** What answers the questions below: an installation. */
interface Asked extends Parts {
  readonly ask: <Answer>(question: Question<Parts, undefined, Answer>, key: undefined) => Answer;
}

const questions = {
  voicemail: { compute: readVoicemail },
  queues: { compute: queueNames },
  queueRules: { compute: queueRules },
  queueMembers: { compute: queueMembers },
  conferenceProfiles: { compute: conferenceProfiles },
  parkingLots: { compute: parkingLotNames },
  lots: { compute: parkingLots },
  musicClasses: { compute: musicClasses },
  agents: { compute: others.agents },
  followMeProfiles: { compute: others.followMeProfiles },
  dynamicFeatures: { compute: others.dynamicFeatures },
  sharedLines: { compute: others.sharedLines },
  meetMeRooms: { compute: others.meetMeRooms },
  minivmAccounts: { compute: others.minivmAccounts },
  iaxPeers: { compute: others.iaxPeers },
  sipPeers: { compute: others.sipPeers },
  odbcFunctions: { compute: others.odbcFunctions },
  entryPoints: { compute: entryPoints },
};

export function elsewhereOf(asked: Asked): Elsewhere {
  const { ask } = asked;
  const asker =
    <Answer>(question: Question<Parts, undefined, Answer>): (() => Answer) =>
    () =>
      ask(question, undefined);
  const odbcFunctions = asker(questions.odbcFunctions);
  return {
    voicemail: asker(questions.voicemail),
    queues: asker(questions.queues),
    queueRules: asker(questions.queueRules),
    queueMembers: asker(questions.queueMembers),
    conferenceProfiles: asker(questions.conferenceProfiles),
    parkingLots: asker(questions.parkingLots),
    lots: asker(questions.lots),
    musicClasses: asker(questions.musicClasses),
    agents: asker(questions.agents),
    followMeProfiles: asker(questions.followMeProfiles),
    dynamicFeatures: asker(questions.dynamicFeatures),
    sharedLines: asker(questions.sharedLines),
    meetMeRooms: asker(questions.meetMeRooms),
    minivmAccounts: asker(questions.minivmAccounts),
    iaxPeers: asker(questions.iaxPeers),
    sipPeers: asker(questions.sipPeers),
    odbcFunctions,
    mayBeOdbcFunction: (name) => others.mayBeOdbcFunction(asked, name, odbcFunctions()),
    entryPoints: asker(questions.entryPoints),
    scriptExists: (name) => scriptExists(asked, name),
    soundExists: (name, language) => soundExists(asked, name, language),
  };
}
