// What stands between a meeting and its closing. The chair sees every blocker at once, not one refusal after another.

import type { MeetingState } from './meeting.ts';

/** One thing to finish first: a code, a sentence with what to do, and the id of what it is about. */
export type Blocker = { readonly code: string; readonly message: string; readonly about: string };

/** Every reason why the meeting cannot close now; empty where it can. */
export function blockersOfClosing({ agenda, floor, decisions }: MeetingState): readonly Blocker[] {
  const blockers: Blocker[] = [];
  if (floor.speech !== null) {
    blockers.push({
      code: 'floor.held',
      message: 'The floor is held. Take it back or let the speaker finish.',
      about: floor.speech.speechId,
    });
  }
  if (agenda.open !== null) {
    const item = agenda.items.get(agenda.open);
    blockers.push({
      code: 'agenda.item-open',
      message: `“${item?.title ?? agenda.open}” is still open. Conclude it first.`,
      about: agenda.open,
    });
  }
  for (const motion of decisions.motions) {
    if (motion.status === 'voting') {
      blockers.push({
        code: 'decisions.vote-running',
        message: `The vote on “${motion.title}” is running. Close it first.`,
        about: motion.motionId,
      });
    }
  }
  return blockers;
}
