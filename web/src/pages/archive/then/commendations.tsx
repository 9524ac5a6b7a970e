// Commendations conferred by then, in the order of conferral.

import { conferredCommendations } from '@rostrum/events';
import type { Commendation } from '@rostrum/events';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Few } from './few.tsx';
import { ThenSection } from './section.tsx';

export function ThenCommendations(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const conferred = createMemo(() => conferredCommendations(archive.parts.commendations()));
  return (
    <ThenSection title={a('commendations.title')} count={conferred().length}>
      <Few ordered count={conferred().length} at={(place) => conferred()[place]!}>
        {(commendation) => <Conferred commendation={commendation()} />}
      </Few>
    </ThenSection>
  );
}

function Conferred(props: { readonly commendation: Commendation }): JSX.Element {
  const { a } = useArchiveWords();
  const recipients = () =>
    props.commendation.recipients
      .map(({ name, unit }) => (unit === null ? name : a('recipient', { name, unit })))
      .join(a('and'));
  const about = () => {
    const { category, period, programme, rank, conferral } = props.commendation;
    return [
      '',
      a(`category.${category}`),
      rank,
      programme,
      period,
      conferral === null ? undefined : a('conferral.by', { name: conferral.presenterName }),
      conferral === null ? undefined : a('conferral.certificate', { number: conferral.certificate }),
    ]
      .filter((part) => part !== null && part !== undefined)
      .join(' · ');
  };
  return (
    <article data-component="then-entry">
      <h4>{props.commendation.award}</h4>
      <Show when={recipients() !== ''}>
        <p data-part="text">{recipients()}</p>
      </Show>
      <Show when={props.commendation.citation !== null}>
        <p data-part="citation">{props.commendation.citation}</p>
      </Show>
      <p data-part="about">
        <InstantLink at={props.commendation.conferral?.at} />
        {about()}
      </p>
    </article>
  );
}
