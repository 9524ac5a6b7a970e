// The record itself: every event in order, with who did it and when, to be searched, and each a way to its moment.

import { createMemo, createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { LiveEvent } from '../../../live/live-fold.ts';
import { Checkbox, Select, TextInput } from '../../../ui/inputs.tsx';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';
import { EventDialog } from './event-dialog.tsx';
import { KINDS, wantedPlaces } from './filter.ts';
import type { Kind } from './filter.ts';
import { RecordExtent } from './record-extent.tsx';
import { RecordRows } from './record-rows.tsx';
import { sentenceOf } from './sentences.ts';
import { useTelling } from './use-telling.ts';
import { excerptAround, writtenIn } from './written.ts';
import './record-list.css';

/** Milliseconds after the last letter before thousands of lines are looked through. */
const REST = 180;

export function RecordList(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const telling = useTelling();
  const [kind, setKind] = createSignal<Kind>('all');
  const [typed, setTyped] = createSignal('');
  const [words, setWords] = createSignal('');
  const [following, setFollowing] = createSignal(true);
  const [opened, setOpened] = createSignal<LiveEvent | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const events = createMemo(() => {
    const count = archive.length();
    return Array.from({ length: count }, (_unused, place) => archive.playback.eventAt(place) as LiveEvent);
  });
  const actorOf = ({ actor }: LiveEvent): string =>
    actor === undefined ? '' : (actor.name ?? (actor.kind === 'system' ? a('record.system') : actor.id));
  const textOf = createMemo(() => {
    const written = new Map<number, string>();
    const told = telling();
    return (place: number) => {
      let text = written.get(place);
      if (text === undefined) {
        const event = events()[place]!;
        text = `${sentenceOf(event, told)} ${actorOf(event)} ${writtenIn(event.data)}`;
        written.set(place, text);
      }
      return text;
    };
  });
  const places = createMemo(() => wantedPlaces(events(), { kind: kind(), words: words() }, textOf()));
  /** Where the words stand in what was written and not in the line itself, the line tells them. */
  const toldOf = (event: LiveEvent): string => {
    const sentence = sentenceOf(event, telling());
    if (words() === '' || excerptAround(`${sentence} ${actorOf(event)}`, words()) !== '') return sentence;
    const excerpt = excerptAround(writtenIn(event.data), words());
    return excerpt === '' ? sentence : a('record.excerpt', { event: sentence, excerpt });
  };
  const type = (value: string) => {
    setTyped(value);
    clearTimeout(timer);
    timer = setTimeout(() => setWords(value), REST);
  };

  return (
    <section data-component="archive-part" aria-labelledby="record">
      <h2 id="record">{a('record.title')}</h2>
      <RecordExtent />
      <div data-component="record-tools">
        <TextInput
          type="search"
          label={a('record.search')}
          value={typed()}
          autocomplete="off"
          onValue={(value) => type(value)}
        />
        <Select
          label={a('record.kind')}
          value={kind()}
          choices={KINDS.map((value) => ({ value, label: a(`record.kind.${value}`) }))}
          onValue={(value) => setKind(value as Kind)}
        />
        <Checkbox label={a('record.follow')} checked={following()} onChecked={(value) => setFollowing(value)} />
        <p data-part="found" role="status">
          {a('record.found', { count: places().length, all: events().length })}
        </p>
      </div>
      <Show when={places().length > 0} fallback={<p data-part="none">{a('record.nothing')}</p>}>
        <RecordRows
          events={events()}
          places={places()}
          following={following()}
          sentence={toldOf}
          actor={actorOf}
          onOpen={setOpened}
        />
      </Show>
      <EventDialog event={opened()} telling={telling()} onClose={() => setOpened(null)} />
    </section>
  );
}
