// The room, for whoever takes part.

import type { JSX } from 'solid-js';
import { MeetingOutline } from '../meeting/outline.tsx';

export default function RoomPage(): JSX.Element {
  return <MeetingOutline />;
}
