// The pages before one is in: a single sheet in the middle.

import type { RouteSectionProps } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { Frame } from '../../shell/frame.tsx';
import './doors.css';

export default function DoorsLayout(props: RouteSectionProps): JSX.Element {
  return (
    <Frame>
      <div data-component="door">{props.children}</div>
    </Frame>
  );
}
