// The meeting's own page.

import type { JSX } from 'solid-js';
import { MeetingOutline } from './outline.tsx';

export default function Overview(): JSX.Element {
  return <MeetingOutline />;
}
