// The single moments: conferrals, directives, statements, announcements, motions and votes, handovers, corrections.

import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { CAPTION } from './geometry.ts';
import { SIGN } from './mark-rows.ts';
import type { PlacedSign } from './mark-rows.ts';
import { SignForm } from './signs.tsx';

export function SignsLane(props: {
  readonly y: number;
  readonly rows: number;
  readonly signs: readonly PlacedSign[];
}): JSX.Element {
  return (
    <g data-lane="signs" transform={`translate(0 ${props.y})`}>
      <For each={props.signs}>
        {(sign) => (
          <g
            data-part="place"
            data-kind={sign.kind}
            data-at={sign.signs[0]!.at}
            data-label={sign.signs.map(({ label }) => label).join(' · ')}
            transform={`translate(${sign.x - 6} ${CAPTION + (props.rows - 1 - sign.row) * (SIGN + 2)})`}
          >
            <rect data-part="ground" x="-1" y="-1" width={SIGN} height={SIGN + 1} />
            <SignForm kind={sign.kind} />
            <Show when={sign.signs.length > 1}>
              <text data-part="count" x="14" y="10">
                {sign.signs.length}
              </text>
            </Show>
          </g>
        )}
      </For>
    </g>
  );
}
