// The next step as it is offered at a desk: what the record alone suggests, and while somebody speaks or a vote runs, what
// ends that once it is over.

import { runningVote } from '@rostrum/events';
import { nextStep } from './next-step.ts';
import type { NextStep } from './next-step.ts';
import type { MeetingView } from './view.ts';

/** What the next step is about, as it is shown. */
export type OfferedStep = NextStep & {
  /** It is right once what is under way is over, which no record can know. */
  readonly when: boolean;
};

const offered = (step: NextStep, command: NextStep['command'], data: NextStep['data'] = {}): OfferedStep => ({
  ...step,
  command,
  data,
  when: true,
});

/** What can be offered where the record says to wait. */
const meanwhile: Readonly<Partial<Record<NextStep['reason'], (step: NextStep, view: MeetingView) => OfferedStep>>> = {
  'speech-running': (step) => offered(step, 'yield-floor', { speechId: step.about ?? '' }),
  'vote-running': (step, { meeting }) => {
    const motion = meeting.decisions.motions.get(step.about ?? '');
    const method = motion && runningVote(motion)?.method;
    const data = { motionId: step.about ?? '' };
    if (method === 'show-of-hands') return offered(step, 'record-hands', data);
    return method === 'secret' ? offered(step, 'record-secret-count', data) : offered(step, 'close-vote', data);
  },
  'not-yet-time': (step) => offered(step, 'open-meeting'),
  'in-recess': (step) => offered(step, 'resume-meeting'),
  'signatures-awaited': (step, { meeting }) => offered(step, 'conclude-item', { itemId: meeting.agenda.open ?? '' }),
  'quorum-short': (step) => offered(step, 'open-meeting'),
};

/** The step that the desk offers at an instant; null where the meeting asks for nothing more. */
export function offeredStep(view: MeetingView, at: string): OfferedStep | null {
  const step = nextStep(view, at);
  if (step === null) return null;
  return step.command === null
    ? (meanwhile[step.reason]?.(step, view) ?? { ...step, when: true })
    : { ...step, when: false };
}
