// A meeting under preparation for tests, made by the commands that an organizer gives.

import { initialAttendance, initialMeeting } from '@rostrum/events';
import type { Actor, MeetingCommandName, MeetingState } from '@rostrum/events';
import { evolveMeeting } from '@rostrum/events';
import type { CommandInput } from '../../api/command.ts';
import { decideMeeting, isRejection, meetingCommands } from '../../catalogue.ts';

const organizer: Actor = { kind: 'account', id: 'account-1', name: 'Organizer', roles: ['organizer'] };

export type Step = {
  readonly [N in MeetingCommandName]: readonly [name: N, input: CommandInput<N>];
}[MeetingCommandName];

/** When every command is given. */
export const AT = '2021-05-20T01:00:00.000Z';

/** The meeting after some commands. Throws where one is refused. */
export function after(steps: readonly Step[], from: MeetingState = initialMeeting): MeetingState {
  return steps.reduce((meeting, [name, input], index) => {
    const data = meetingCommands[name].input.parse(input);
    const command = { id: `command-${index}`, name, data, actor: organizer, at: AT };
    const decision = decideMeeting(command, meeting, { attendance: initialAttendance });
    if (isRejection(decision)) throw new Error(`${name}: ${decision.message}`);
    return decision.reduce(evolveMeeting, meeting);
  }, from);
}

/** A draft without agenda and roster. */
export const draft = (): MeetingState =>
  after([
    [
      'schedule-meeting',
      {
        meetingId: 'digital-space-2021',
        title: '2021 Digital Space Work Conference',
        organisation: 'CASIC',
        timeZone: 'Asia/Shanghai',
        startsAt: '2021-05-26T09:00:00+08:00',
        endsAt: '2021-05-26T11:50:00+08:00',
      },
    ],
  ]);
