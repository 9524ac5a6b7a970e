// Which steps are taken by one press, and which ask for more.

import type { MeetingCommandName } from '@rostrum/events';
import type { NextStep } from '@rostrum/projections';

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
