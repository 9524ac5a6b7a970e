// An address of which the house knows nothing.

import type { JSX } from 'solid-js';
import { Frame } from '../shell/frame.tsx';
import { StateMissing } from '../ui/state-missing.tsx';

export default function NotFound(): JSX.Element {
  return (
    <Frame home="/">
      <StateMissing />
    </Frame>
  );
}
