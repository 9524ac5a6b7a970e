// A commendation as it was conferred: the award, who received it, by whom, with which certificate. It is set as one would
// read it out.

import { A } from '@solidjs/router';
import type { Commendation as Conferred } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { unitName } from '../../../meeting/people.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { commendedIn } from './commended.ts';
import './commendation.css';

export function Commendation(props: { readonly of: Conferred }): JSX.Element {
  const { r } = useRoomWords();
  const { live, mine } = useRoom();
  const own = () => commendedIn(props.of, mine());
  const about = () => [props.of.rank, props.of.programme, props.of.period].filter((word) => word !== null).join(' · ');
  return (
    <li data-component="commendation" data-own={own() ?? undefined}>
      <Show when={own()}>
        {(whose) => <span data-part="own">{r(whose() === 'person' ? 'part.mine' : 'part.mine.unit')}</span>}
      </Show>
      <span data-part="award">{props.of.award}</span>
      <Show when={about()}>
        <span data-part="about">{about()}</span>
      </Show>
      <Show when={props.of.recipients.length > 0}>
        <ul data-part="recipients">
          <For each={props.of.recipients}>
            {({ name, unit }) => (
              <li>
                {name}
                <Show when={unit !== null && unitName(unit) !== name}>
                  <span data-part="unit"> {unitName(unit ?? '')}</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.of.citation}>{(citation) => <p data-part="citation">{citation()}</p>}</Show>
      <Show when={props.of.conferral}>
        {(conferral) => (
          <span data-part="about">
            {r('part.presentedBy', { name: conferral().presenterName })} ·{' '}
            {r('part.certificate', { certificate: conferral().certificate })}
          </span>
        )}
      </Show>
      <Show when={own()}>
        <A
          data-part="open"
          href={`/meetings/${encodeURIComponent(live.meetingId)}/certificates/${encodeURIComponent(props.of.commendationId)}`}
        >
          {r('part.certificate.open')}
        </A>
      </Show>
    </li>
  );
}
