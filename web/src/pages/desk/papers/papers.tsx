// Everything that is done under an item, on top of each other: what was said, what is required, decided, signed, conferred
// and announced.

import type { JSX } from 'solid-js';
import { Commendations } from './commendations.tsx';
import { Directives } from './directives.tsx';
import { Documents } from './documents.tsx';
import { Motions } from './motions.tsx';
import { Points } from './points.tsx';
import { Speeches } from './speeches.tsx';
import { Statements } from './statements.tsx';

export function Papers(): JSX.Element {
  return (
    <>
      <Points />
      <div data-component="papers">
        <Directives />
        <Motions />
        <Statements />
        <Commendations />
        <Documents />
        <Speeches />
      </div>
    </>
  );
}
