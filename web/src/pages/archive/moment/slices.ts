// The parts of the view as signals of their own. A part that is the same object in two moments did not change between them,
// and what shows it is left as it stands: a jump costs what changed, not what there is.

import type { MeetingState } from '@rostrum/events';
import type { MeetingView } from '@rostrum/projections';
import { createMemo } from 'solid-js';
import type { Accessor } from 'solid-js';

export type Slices = {
  readonly [Slice in Exclude<keyof MeetingState, 'minutes'>]: Accessor<MeetingState[Slice]>;
} & {
  readonly attendance: Accessor<MeetingView['attendance']>;
  readonly conversation: Accessor<MeetingView['conversation']>;
  readonly followUps: Accessor<MeetingView['followUps']>;
};

export function createSlices(view: Accessor<MeetingView>): Slices {
  const part = <T>(of: (view: MeetingView) => T): Accessor<T> => createMemo(() => of(view()));
  return {
    lifecycle: part(({ meeting }) => meeting.lifecycle),
    officers: part(({ meeting }) => meeting.officers),
    agenda: part(({ meeting }) => meeting.agenda),
    roster: part(({ meeting }) => meeting.roster),
    floor: part(({ meeting }) => meeting.floor),
    directives: part(({ meeting }) => meeting.directives),
    statements: part(({ meeting }) => meeting.statements),
    commendations: part(({ meeting }) => meeting.commendations),
    documents: part(({ meeting }) => meeting.documents),
    decisions: part(({ meeting }) => meeting.decisions),
    attendance: part(({ attendance }) => attendance),
    conversation: part(({ conversation }) => conversation),
    followUps: part(({ followUps }) => followUps),
  };
}
