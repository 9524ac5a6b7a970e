// What had been said: each speech with its points, the latest first.

import { spokenSecondsOf } from '@rostrum/events';
import type { Speech } from '@rostrum/events';
import { speechesOf } from '@rostrum/projections';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { clock } from '../../../i18n/format.ts';
import { personOf, unitName } from '../../../meeting/people.ts';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Few } from './few.tsx';
import { ThenSection } from './section.tsx';

export function ThenSpeeches(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const speeches = createMemo(() => speechesOf(archive.view().meeting).toReversed());
  return (
    <ThenSection title={a('speeches.title')} count={speeches().length}>
      <Few each={speeches()}>{(speech) => <SpeechEntry speech={speech} />}</Few>
    </ThenSection>
  );
}

function SpeechEntry(props: { readonly speech: Speech }): JSX.Element {
  const { a, t } = useArchiveWords();
  const archive = useArchive();
  const meeting = () => archive.view().meeting;
  const speaker = createMemo(() => personOf(meeting(), props.speech.speakerId));
  const name = () => speaker()?.name ?? props.speech.speakerId;
  const item = () => {
    const { items, order } = meeting().agenda;
    const number = order.indexOf(props.speech.itemId) + 1;
    return [number > 0 ? number : undefined, items.get(props.speech.itemId)?.title].filter(Boolean).join(' ');
  };
  const about = () => {
    const { kind } = props.speech;
    return [
      speaker()?.title ?? unitName(speaker()?.unit ?? ''),
      kind === 'speech' ? undefined : t(`request.${kind}`),
      item(),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <article data-component="then-speech" data-running={props.speech.to === null ? '' : undefined}>
      <header>
        <h4>{name()}</h4>
        <p data-part="times">
          <InstantLink at={props.speech.from} label={a('to.speech', { name: name() })} />–
          <Show when={props.speech.to}>
            {(to) => <InstantLink at={to()} label={a('to.speechEnd', { name: name() })} />}
          </Show>
          <span data-part="length">{clock(spokenSecondsOf(props.speech, archive.at()))}</span>
        </p>
        <p data-part="about">{about()}</p>
      </header>
      <Show when={props.speech.takenBackBecause !== null}>
        <p data-part="remark">{[a('speech.takenBack'), props.speech.takenBackBecause].filter(Boolean).join(': ')}</p>
      </Show>
      <Show when={props.speech.points.length > 0}>
        <ol data-part="points">
          <For each={props.speech.points}>{(point) => <li>{point}</li>}</For>
        </ol>
      </Show>
    </article>
  );
}
