// Commands out of season: each status has one sentence that says what holds, and what to do.

import type { CommandDefinition } from '../kernel/command.ts';
import { reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { MeetingStatus } from './status.ts';

const sentences: Readonly<Record<MeetingStatus, readonly [code: string, message: string]>> = {
  unscheduled: ['meeting.unknown', 'There is no such meeting.'],
  draft: ['meeting.not-convened', 'The meeting is a draft. Convene it first.'],
  convened: ['meeting.not-open', 'The meeting has not been opened. Open it first.'],
  open: ['meeting.open', 'The meeting is under way. This can be done only before it opens or after it has closed.'],
  recess: ['meeting.in-recess', 'The meeting is in recess. Resume it first.'],
  closed: ['meeting.closed', 'The meeting is closed. What is wrong in its record can be corrected, not changed.'],
  minuted: ['meeting.minuted', 'The minutes are signed. What is wrong in the record can be corrected, not changed.'],
  sealed: ['meeting.sealed', 'The record is sealed. Nothing more can be added to it.'],
  cancelled: ['meeting.cancelled', 'The meeting was cancelled. Schedule another one.'],
};

/** The refusal of a command that the meeting's status forbids; undefined where it is in season. */
export function outOfSeason(
  definition: Pick<CommandDefinition, 'during'>,
  status: MeetingStatus,
): Rejection | undefined {
  if (definition.during.includes(status)) return undefined;
  const open = definition.during.includes('open');
  const [code, message] = sentences[status === 'recess' && !open ? 'open' : status];
  return reject.conflict(code, message, { status });
}
