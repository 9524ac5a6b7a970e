// What is sent when the next step is taken: what the step knows, and what the desk adds to it. Pure: two desks that show
// the same send the same.

import { attendeeOnRoster } from '@rostrum/events';
import type { MeetingState } from '@rostrum/events';
import type { NextStep } from '@rostrum/projections';
import type { Values } from '../../../meeting/form/subject.ts';
import { limitFor } from '../now/speaking-time.ts';
import type { SpeakingTime } from '../now/speaking-time.ts';

const MINUTE = 60_000;

/** Who hands over what is conferred: the first who presents the open item, else whoever is in the chair. */
export function presenterOf({ agenda, roster, officers }: MeetingState): string {
  const presenters = agenda.open === null ? [] : (agenda.items.get(agenda.open)?.presenters ?? []);
  return presenters.find((rosterId) => attendeeOnRoster(roster, rosterId)) ?? officers.chair ?? '';
}

/**
 * The input of a step's command, as far as it is known.
 * @param now milliseconds by the server's clock: a break of the agenda ends so many minutes later
 */
export function stepInput(step: NextStep, meeting: MeetingState, time: SpeakingTime, now: number): Values {
  const { command, data, about } = step;
  if (command === 'give-floor') {
    const request = meeting.floor.requests.find(({ requestId }) => requestId === data['requestId']);
    const speakerId = request?.speakerId ?? data['speakerId'] ?? '';
    return { ...data, limitSeconds: limitFor(time, speakerId, meeting) };
  }
  if (command === 'confer-commendation') return { ...data, presenterId: presenterOf(meeting) };
  if (command === 'call-recess') {
    const minutes = meeting.agenda.items.get(about ?? '')?.plannedMinutes;
    const end = minutes ? Math.ceil((now + minutes * MINUTE) / MINUTE) * MINUTE : null;
    return { ...data, resumesAt: end === null ? null : new Date(end).toISOString() };
  }
  return data;
}

/** The same for two looks at the same step: what it does, not what is said of it. */
export const stepKey = (step: Pick<NextStep, 'command' | 'data'> | null): string =>
  step === null ? '' : JSON.stringify([step.command, step.data]);
