// What goes on, large: before the opening a calm wait, then what is on and who speaks, and after the closing the way to what
// is left of the meeting.

import type { MeetingStatus } from '@rostrum/events';
import { createMemo } from 'solid-js';
import type { Component, JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useRoom } from '../use-room.tsx';
import { Before } from './before.tsx';
import { Cancelled } from './cancelled.tsx';
import { InSession } from './in-session.tsx';
import { Over } from './over.tsx';
import { Recess } from './recess.tsx';
import './hall.css';

const halls: Readonly<Record<MeetingStatus, Component>> = {
  unscheduled: Before,
  draft: Before,
  convened: Before,
  open: InSession,
  recess: Recess,
  closed: Over,
  minuted: Over,
  sealed: Over,
  cancelled: Cancelled,
};

export function Hall(): JSX.Element {
  const { meeting } = useRoom();
  const hall = createMemo(() => halls[meeting().lifecycle.status]);
  return <Dynamic component={hall()} />;
}
