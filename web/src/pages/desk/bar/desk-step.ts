// The next step as the desk offers it: what the record alone suggests, and while somebody speaks or a vote runs, what ends
// that once it is over.

import { runningVote } from '@rostrum/events';
import type { MeetingCommandName } from '@rostrum/events';
import { nextStep } from '@rostrum/projections';
import type { MeetingView, NextStep } from '@rostrum/projections';

/** What the next step is about, as it is shown. */
type Offered = NextStep & {
  /** It is right once what is under way is over, which no record can know. */
  readonly when: boolean;
};

const offered = (step: NextStep, command: NextStep['command'], data: NextStep['data'] = {}): Offered => ({
  ...step,
  command,
  data,
  when: true,
});

/** What can be offered where the record says to wait. */
const meanwhile: Readonly<Partial<Record<NextStep['reason'], (step: NextStep, view: MeetingView) => Offered>>> = {
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
  'quorum-short': (step) => offered(step, 'open-meeting'),
};

/** The step that the desk offers at an instant; null where the meeting asks for nothing more. */
export function deskStep(view: MeetingView, at: string): Offered | null {
  const step = nextStep(view, at);
  if (step === null) return null;
  return step.command === null
    ? (meanwhile[step.reason]?.(step, view) ?? { ...step, when: true })
    : { ...step, when: false };
}

/** Commands of which the desk knows the whole input once the step is known: they need no form. */
const WHOLE: ReadonlySet<string> = new Set<MeetingCommandName>([
  'open-meeting',
  'resume-meeting',
  'resume-floor',
  'pause-floor',
  'take-back-floor',
  'yield-floor',
  'close-vote',
  'give-floor',
  'confer-commendation',
  'announce-document',
  'conclude-item',
  'call-item',
]);

/** True where the step is done by one press; false where a form asks for the rest. */
export const isWhole = ({ command, reason }: NextStep): boolean =>
  command !== null && WHOLE.has(command) && reason !== 'quorum-short';
