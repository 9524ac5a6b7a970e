import { attendeeOnRoster, isRejection } from '@rostrum/events';
import type { MeetingState } from '@rostrum/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMeeting } from '../testing/any-meeting.ts';
import { preparedConference } from '../testing/conference.ts';
import type { Rehearsal } from '../testing/rehearsal.ts';
import { offeredStep } from './offered-step.ts';
import type { OfferedStep } from './offered-step.ts';

/** What whoever sits at the desk fills in where a step asks for it. */
function filledIn({ command, reason }: OfferedStep, { roster, officers }: MeetingState): Record<string, unknown> {
  const [first = '', second = first] = roster.attendees
    .values()
    .map(({ attendeeId }) => attendeeId)
    .filter((attendeeId) => attendeeOnRoster(roster, attendeeId));
  const counts = { for: 1, against: 0, abstain: 0 };
  const forms: Readonly<Record<string, Record<string, unknown>>> = {
    'add-item': { title: 'Opening' },
    'appoint-officer': { attendeeId: first },
    'open-meeting': reason === 'quorum-short' ? { withoutQuorumBecause: 'The frost holds many back' } : {},
    'confer-commendation': { presenterId: officers.chair },
    'issue-statement': { issuerId: first, addressedTo: [second] },
    'put-motion': { title: 'Pipes', text: 'The pipes are replaced.', moverId: first },
    'open-vote': { method: 'show-of-hands', eligible: [first] },
    'record-hands': counts,
    'record-secret-count': { for: 0, against: 0, abstain: 0 },
  };
  return forms[command ?? ''] ?? {};
}

/** Takes what is offered until the meeting is closed. Throws where a step is refused; gives what was taken. */
function followed(meeting: Rehearsal): readonly string[] {
  const taken: string[] = [];
  while (meeting.view.meeting.lifecycle.status !== 'closed') {
    const step = offeredStep(meeting.view, meeting.now);
    if (step?.command === null || step === null || taken.length > 500)
      throw new Error(`Stuck after ${taken.slice(-6).join(', ')}: ${step?.reason}`);
    const done = meeting.attempt(step.command, { ...filledIn(step, meeting.view.meeting), ...step.data });
    if (isRejection(done))
      throw new Error(
        `${step.command} (${step.reason}) after ${taken.slice(-6).join(', ')}: ${done.code} ${done.message}`,
      );
    if (done.length === 0) throw new Error(`${step.command} (${step.reason}) changes nothing`);
    taken.push(step.command);
    meeting.wait(30);
  }
  return taken;
}

describe('following the step that is offered', () => {
  it('leads any meeting to its closing, and is never refused', () => {
    fc.assert(
      fc.property(anyMeeting(), (meeting) => {
        expect(followed(meeting).at(-1) ?? 'close-meeting').toBe('close-meeting');
      }),
      { numRuns: 150 },
    );
  });

  it('leads the whole conference: everyone heard, everything conferred, issued, announced and decided', () => {
    const meeting = preparedConference();
    const taken = new Set(followed(meeting));
    for (const command of [
      'open-meeting',
      'call-item',
      'give-floor',
      'yield-floor',
      'confer-commendation',
      'issue-statement',
      'announce-document',
      'put-motion',
      'open-vote',
      'record-hands',
      'close-vote',
      'conclude-item',
    ]) {
      expect(taken).toContain(command);
    }
    const { agenda, commendations } = meeting.view.meeting;
    expect(agenda.items.values().every(({ status }) => status === 'concluded')).toBe(true);
    expect(commendations.all.values().every(({ status }) => status === 'conferred')).toBe(true);
  });
});
