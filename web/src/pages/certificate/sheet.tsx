// The sheet itself, set as one would read it out: the award, upon whom, for what, when and by whom, with the lines for the
// signatures of whoever presented it and whoever presided.

import { chairAt, nameInRecord } from '@rostrum/events';
import type { Commendation } from '@rostrum/events';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { unitName } from '../../meeting/people.ts';
import { useLive } from '../../live/use-live.tsx';
import { useAfterWords } from '../room/after-words.tsx';

/** Names that stand large; more are set as a text. */
const FEW = 4;

export function Sheet(props: { readonly of: Commendation }): JSX.Element {
  const { a, formats } = useAfterWords();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const about = () => [props.of.programme, props.of.period].filter((word) => word !== null).join(' · ');
  const day = () => {
    const at = props.of.conferral?.at;
    return at === undefined ? '' : formats(meeting().lifecycle.timeZone).day(at);
  };
  const chair = () => {
    const { officers, roster } = meeting();
    const { conferral } = props.of;
    const presided = conferral === null ? null : chairAt(officers, conferral.at);
    // Whoever presided and presented signs once.
    return presided === null || presided === conferral?.presenterId ? '' : nameInRecord(roster, presided);
  };
  return (
    <article data-component="certificate" aria-labelledby="certificate-award">
      <header>
        <p data-part="organisation" dir="auto">
          {meeting().lifecycle.organisation}
        </p>
        <p data-part="heading">{a('certificate.heading')}</p>
      </header>
      <div data-part="body">
        <h1 id="certificate-award" dir="auto">
          {props.of.award}
        </h1>
        <Show when={props.of.rank}>
          {(rank) => (
            <p data-part="rank" dir="auto">
              {rank()}
            </p>
          )}
        </Show>
        <Show when={about()}>
          <p data-part="about" dir="auto">
            {about()}
          </p>
        </Show>
        <Show when={props.of.recipients.length > 0}>
          <p data-part="upon">{a('certificate.upon')}</p>
          <ul data-part="recipients" data-many={props.of.recipients.length > FEW ? '' : undefined}>
            <For each={props.of.recipients}>
              {({ name, unit }) => (
                <li dir="auto">
                  {name}
                  <Show when={unit !== null && unitName(unit) !== name}>
                    <span data-part="unit">{unitName(unit ?? '')}</span>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.of.citation}>
          {(citation) => (
            <p data-part="citation" dir="auto">
              {citation()}
            </p>
          )}
        </Show>
      </div>
      <footer>
        <p data-part="at" dir="auto">
          {a('certificate.at', { meeting: meeting().lifecycle.title, day: day() })}
        </p>
        <div data-part="signatures">
          <Signature role={a('certificate.presenter')} name={props.of.conferral?.presenterName ?? ''} />
          <Signature role={a('certificate.chair')} name={chair()} />
        </div>
        <p data-part="number">{a('certificate.number', { certificate: props.of.conferral?.certificate ?? '' })}</p>
      </footer>
    </article>
  );
}

function Signature(props: { readonly role: string; readonly name: string }): JSX.Element {
  return (
    <Show when={props.name !== ''}>
      <p>
        <span data-part="name" dir="auto">
          {props.name}
        </span>
        <span data-part="role">{props.role}</span>
      </p>
    </Show>
  );
}
