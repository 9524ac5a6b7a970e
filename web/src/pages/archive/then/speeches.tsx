// What had been said: each speech with its points, the latest first.

import { spokenSecondsOf } from '@rostrum/events';
import type { Speech } from '@rostrum/events';
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
  const running = () => archive.parts.floor().speech;
  const finished = () => archive.parts.floor().finished;
  const count = () => finished().size + (running() === null ? 0 : 1);
  /** Counted from the latest. */
  const at = (place: number): Speech => {
    const now = running();
    return now !== null && place === 0 ? now : finished().at(count() - 1 - place)!;
  };
  return (
    <ThenSection title={a('speeches.title')} count={count()}>
      <Few count={count()} at={at}>
        {(speech) => <SpeechEntry speech={speech()} />}
      </Few>
    </ThenSection>
  );
}

function SpeechEntry(props: { readonly speech: Speech }): JSX.Element {
  const { a, t } = useArchiveWords();
  const archive = useArchive();
  const speaker = createMemo(() => personOf({ roster: archive.parts.roster() }, props.speech.speakerId));
  const name = () => speaker()?.name ?? props.speech.speakerId;
  const item = createMemo(() => {
    const { items, order } = archive.parts.agenda();
    const number = order.indexOf(props.speech.itemId) + 1;
    return [number > 0 ? number : undefined, items.get(props.speech.itemId)?.title].filter(Boolean).join(' ');
  });
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
          <InstantLink at={props.speech.to} label={a('to.speechEnd', { name: name() })} />
          <span data-part="length">{clock(spokenSecondsOf(props.speech, props.speech.to ?? archive.at()))}</span>
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
