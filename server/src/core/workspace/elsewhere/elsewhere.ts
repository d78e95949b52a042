// What the other files of an installation define that a dialplan can name. Undefined always means that we cannot know:
// who asks has to stay silent then.

import { once } from "../once.ts";
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

export function readElsewhere(parts: Parts): Elsewhere {
  const odbcFunctions = once(() => others.odbcFunctions(parts));
  return {
    voicemail: once(() => readVoicemail(parts)),
    queues: once(() => queueNames(parts)),
    queueRules: once(() => queueRules(parts)),
    queueMembers: once(() => queueMembers(parts)),
    conferenceProfiles: once(() => conferenceProfiles(parts)),
    parkingLots: once(() => parkingLotNames(parts)),
    lots: once(() => parkingLots(parts)),
    musicClasses: once(() => musicClasses(parts)),
    agents: once(() => others.agents(parts)),
    followMeProfiles: once(() => others.followMeProfiles(parts)),
    dynamicFeatures: once(() => others.dynamicFeatures(parts)),
    sharedLines: once(() => others.sharedLines(parts)),
    meetMeRooms: once(() => others.meetMeRooms(parts)),
    minivmAccounts: once(() => others.minivmAccounts(parts)),
    iaxPeers: once(() => others.iaxPeers(parts)),
    sipPeers: once(() => others.sipPeers(parts)),
    odbcFunctions,
    mayBeOdbcFunction: (name) => others.mayBeOdbcFunction(parts, name, odbcFunctions()),
    entryPoints: once(() => entryPoints(parts)),
    scriptExists: (name) => scriptExists(parts, name),
    soundExists: (name, language) => soundExists(parts, name, language),
  };
}
