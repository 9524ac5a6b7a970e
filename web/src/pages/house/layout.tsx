// The pages for those who are signed in, outside of any one meeting.

import type { RouteSectionProps } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { Frame } from '../../shell/frame.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';

export default function HouseLayout(props: RouteSectionProps): JSX.Element {
  return (
    <Frame home="/">
      <SignedIn>{props.children}</SignedIn>
    </Frame>
  );
}
