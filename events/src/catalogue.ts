// Every kind of stream there is, with all that reads, folds and decides it. Routes, checks of a whole store and the
// tests that hold for every event and every command are made from this.

import { accountCodec, accountCommands, accountEvents, evolveAccount, initialAccount } from './account/account.ts';
import { decideOnAccount } from './account/standing.ts';
import {
  attendanceCodec,
  attendanceCommands,
  attendanceEvents,
  decideAttendance,
  evolveAttendance,
  initialAttendance,
} from './attendance/attendance.ts';
import {
  contactCodec,
  contactCommands,
  contactEvents,
  decideContact,
  evolveContact,
  initialContact,
} from './contact/contact.ts';
import {
  conversationCodec,
  conversationCommands,
  conversationEvents,
  decideConversation,
  evolveConversation,
  initialConversation,
} from './conversation/conversation.ts';
import {
  decideFollowUp,
  evolveFollowUp,
  followUpCodec,
  followUpCommands,
  followUpEvents,
  initialFollowUp,
} from './directive/directive.ts';
import { decideDoor, doorCodec, doorCommands, doorEvents, evolveDoor, initialDoor } from './door/door.ts';
import type { Codec } from './kernel/codec.ts';
import type { Command, CommandDefinitions } from './kernel/command.ts';
import type { Decision } from './kernel/decision.ts';
import type { DomainEvent, EventSchemas } from './kernel/event.ts';
import { foldBy } from './kernel/fold.ts';
import { decideBeside } from './meeting/admission.ts';
import {
  decideMeeting,
  evolveMeeting,
  initialMeeting,
  meetingCodec,
  meetingCommands,
  meetingEvents,
} from './meeting/meeting.ts';

/** A kind of stream. `State` is what it folds to, `Around` what its decisions look at beside it. */
export type StreamFamily<C extends CommandDefinitions = CommandDefinitions, State = unknown, Around = unknown> = {
  /** The first part of the stream's name: `attendance` of `attendance-<id>`. */
  readonly name: string;
  readonly codec: Codec;
  readonly events: EventSchemas;
  readonly commands: C;
  readonly initial: State;
  /** Events of unknown types leave the state as it was. */
  readonly evolve: (state: State, event: DomainEvent) => State;
  /** Whether the actor may, whether it is in season, and then what the slice says. Never throws on valid input. */
  readonly decide: (command: Command<keyof C & string>, state: State, around: Around) => Decision;
  /** Families of the same meeting whose states `decide` looks at, under these names. */
  readonly looksAt: readonly string[];
  /** True where an append names the revision it was decided on; false where the order of arrival means nothing. */
  readonly ordered: boolean;
};

const family = <C extends CommandDefinitions, State, Around>(
  of: StreamFamily<C, State, Around>,
): StreamFamily<C, State, Around> => of;

export const streams = {
  meeting: family({
    name: 'meeting',
    codec: meetingCodec,
    events: meetingEvents,
    commands: meetingCommands,
    initial: initialMeeting,
    evolve: evolveMeeting,
    decide: decideMeeting,
    looksAt: ['attendance'],
    ordered: true,
  }),
  attendance: family({
    name: 'attendance',
    codec: attendanceCodec,
    events: attendanceEvents,
    commands: attendanceCommands,
    initial: initialAttendance,
    evolve: foldBy(evolveAttendance),
    decide: decideBeside(attendanceCommands, decideAttendance),
    looksAt: ['meeting'],
    ordered: false,
  }),
  conversation: family({
    name: 'conversation',
    codec: conversationCodec,
    events: conversationEvents,
    commands: conversationCommands,
    initial: initialConversation,
    evolve: foldBy(evolveConversation),
    decide: decideBeside(conversationCommands, decideConversation),
    looksAt: ['meeting'],
    ordered: false,
  }),
  directive: family({
    name: 'directive',
    codec: followUpCodec,
    events: followUpEvents,
    commands: followUpCommands,
    initial: initialFollowUp,
    evolve: foldBy(evolveFollowUp),
    decide: decideBeside(followUpCommands, decideFollowUp),
    looksAt: ['meeting'],
    ordered: true,
  }),
  door: family({
    name: 'door',
    codec: doorCodec,
    events: doorEvents,
    commands: doorCommands,
    initial: initialDoor,
    evolve: foldBy(evolveDoor),
    decide: decideBeside(doorCommands, decideDoor),
    looksAt: ['meeting'],
    ordered: true,
  }),
  contact: family({
    name: 'contact',
    codec: contactCodec,
    events: contactEvents,
    commands: contactCommands,
    initial: initialContact,
    evolve: foldBy(evolveContact),
    decide: decideBeside(contactCommands, decideContact),
    looksAt: ['meeting'],
    ordered: true,
  }),
  account: family({
    name: 'account',
    codec: accountCodec,
    events: accountEvents,
    commands: accountCommands,
    initial: initialAccount,
    evolve: foldBy(evolveAccount),
    decide: decideOnAccount,
    looksAt: [],
    ordered: true,
  }),
};
export type StreamName = keyof typeof streams;

/**
 * The name of a stream: `meeting-<id>`; for what has a stream of its own within a meeting, a directive or an attendee's
 * contact, `directive-<meeting id>.<its id>`, since such ids are unique within their meeting only.
 * @param subject id of the meeting, or of the account
 * @param key id of the directive or the attendee
 */
export const streamName = (family: StreamName, subject: string, key?: string): string =>
  key === undefined ? `${family}-${subject}` : `${family}-${subject}.${key}`;

/** The kind of a stream by its name, `door` for `door-2021-05-26`; undefined for a name of no kind that is known. */
export function familyOf(stream: string): StreamName | undefined {
  const name = stream.slice(0, Math.max(0, stream.indexOf('-')));
  return Object.hasOwn(streams, name) ? (name as StreamName) : undefined;
}
