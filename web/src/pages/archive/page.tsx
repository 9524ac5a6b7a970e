// The record of the meeting.

import type { JSX } from 'solid-js';
import { MeetingOutline } from '../meeting/outline.tsx';

export default function ArchivePage(): JSX.Element {
  return <MeetingOutline />;
}
