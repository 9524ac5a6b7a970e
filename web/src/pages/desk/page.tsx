// The chair's desk.

import type { JSX } from 'solid-js';
import { MeetingOutline } from '../meeting/outline.tsx';

export default function DeskPage(): JSX.Element {
  return <MeetingOutline />;
}
