// Commands of a meeting, by the names and inputs of the catalogue. What is sent is checked by the compiler here and by
// the server there.

import type { streams } from '@rostrum/events';
import type * as z from 'zod';
import type { Client } from './client.ts';

/** The kinds of streams whose commands are given to a meeting. */
type Families = Omit<typeof streams, 'account'>;

/** Every command that has a route below a meeting, by name. */
export type MeetingCommands = UnionToIntersection<Families[keyof Families]['commands']>;

type UnionToIntersection<U> = (U extends unknown ? (member: U) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** `schedule-meeting` has no meeting yet: `scheduleMeeting` sends it. */
export type CommandName = Exclude<keyof MeetingCommands, 'schedule-meeting'>;

/** What a person or a page gives; defaults may be left out. */
export type CommandInput<N extends keyof MeetingCommands> = z.input<
  MeetingCommands[N] extends { readonly input: infer Input extends z.ZodType } ? Input : never
>;

/** What the server answers to a command that it accepted. */
export type Receipt = {
  readonly meetingId: string;
  readonly revision: number;
  /** Decimal text: the live stream has shown the effect once it has passed this position. */
  readonly position: string;
  /** Empty where what was asked was true already. */
  readonly events: readonly { readonly id: string; readonly type: string; readonly revision: number }[];
};

/**
 * Sends a command of a meeting.
 * @param key the Idempotency-Key; the same for each attempt at the same thing
 * @param revision refused with `meeting.stale-revision` where the record has moved on from it
 * @throws Problem
 */
export const sendCommand = <N extends CommandName>(
  client: Client,
  meetingId: string,
  name: N,
  data: CommandInput<N>,
  key: string,
  revision?: number,
): Promise<Receipt> =>
  client.send('POST', `/api/meetings/${encodeURIComponent(meetingId)}/${name}`, {
    body: data,
    key,
    ...(revision === undefined ? {} : { revision }),
  });

/** Schedules a meeting; its id is in the receipt. Throws Problem. */
export const scheduleMeeting = (
  client: Client,
  data: CommandInput<'schedule-meeting'>,
  key: string,
): Promise<Receipt> => client.send('POST', '/api/meetings', { body: data, key });
