// The rows of the record, of which only those in sight are drawn.

import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount } from 'solid-js';
import type { JSX } from 'solid-js';
import { instantOf } from '@rostrum/projections';
import type { LiveEvent } from '../../../live/live-fold.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useArchive } from '../archive-context.tsx';
import { searchOfEvent } from '../moment/address.ts';
import { useArchiveWords } from '../words.tsx';
import { lastUpTo, rowsInSight, topShowing } from './rows-in-sight.ts';

export type RecordRowsProps = {
  readonly events: readonly LiveEvent[];
  /** Those that are shown, in their order. */
  readonly places: readonly number[];
  /** Keeps the event of the moment shown in sight. */
  readonly following: boolean;
  readonly sentence: (event: LiveEvent) => string;
  readonly actor: (event: LiveEvent) => string;
  readonly onOpen: (event: LiveEvent) => void;
};

/** Pixels; on a narrow page a row has two lines. */
const ROW = 40;
const ROW_NARROW = 68;
const NARROW = '(width < 48rem)';

/** The streams of which a record consists. */
const FAMILIES = ['meeting', 'attendance', 'conversation', 'directive'] as const;

export function RecordRows(props: RecordRowsProps): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const [top, setTop] = createSignal(0);
  const [height, setHeight] = createSignal(480);
  const [narrow, setNarrow] = createSignal(false);
  const [seen, setSeen] = createSignal(false);
  let frame!: HTMLDivElement;
  const row = () => (narrow() ? ROW_NARROW : ROW);
  const inSight = createMemo(() => rowsInSight(props.places.length, row(), top(), height()), undefined, {
    equals: (before, after) => before.first === after.first && before.last === after.last,
  });
  const shown = createMemo(() => {
    const { first, last } = inSight();
    return props.places.slice(first, last);
  });
  const current = createMemo(() => lastUpTo(props.places, archive.moment().count - 1));

  onMount(() => {
    const media = window.matchMedia(NARROW);
    const read = () => setNarrow(media.matches);
    read();
    media.addEventListener('change', read);
    const observer = new ResizeObserver(([entry]) => setHeight(entry!.contentRect.height));
    observer.observe(frame);
    const sight = new IntersectionObserver(([entry]) => setSeen(entry!.isIntersecting));
    sight.observe(frame);
    onCleanup(() => {
      media.removeEventListener('change', read);
      observer.disconnect();
      sight.disconnect();
    });
  });
  // Nobody looks at it while it is out of sight.
  createEffect(
    on([current, () => props.following, seen, row, height], ([place, following, inView]) => {
      if (!following || !inView || place < 0) return;
      const there = topShowing(place, row(), top(), height());
      if (there !== top()) frame.scrollTop = there;
    }),
  );

  return (
    <div
      ref={(made) => (frame = made)}
      data-component="record-rows"
      tabindex="0"
      role="region"
      aria-label={a('record.rows')}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <ol style={{ height: `${props.places.length * row()}px` }}>
        <For each={shown()}>
          {(place, index) => (
            <RecordRow
              {...props}
              event={props.events[place]!}
              place={place}
              number={inSight().first + index() + 1}
              all={props.places.length}
              current={props.places[current()] === place}
              y={(inSight().first + index()) * row()}
              row={row()}
            />
          )}
        </For>
      </ol>
    </div>
  );
}

type RecordRowProps = Pick<RecordRowsProps, 'sentence' | 'actor' | 'onOpen'> & {
  readonly event: LiveEvent;
  readonly place: number;
  readonly number: number;
  readonly all: number;
  readonly current: boolean;
  readonly y: number;
  readonly row: number;
};

function RecordRow(props: RecordRowProps): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const zone = () => formats(archive.latest().meeting.lifecycle.timeZone);
  const at = () => instantOf(props.event) ?? props.event.recordedAt;
  const href = createMemo(() => searchOfEvent(archive.playback, props.place));
  const stream = () => FAMILIES.find((family) => props.event.stream.startsWith(`${family}-`)) ?? 'meeting';
  return (
    <li
      aria-setsize={props.all}
      aria-posinset={props.number}
      aria-current={props.current ? 'true' : undefined}
      data-to-come={props.place >= archive.moment().count ? '' : undefined}
      style={{ transform: `translateY(${props.y}px)`, height: `${props.row}px` }}
    >
      <a href={href()} noScroll data-part="to">
        <time datetime={at()}>
          <span data-part="day">{zone().day(at())}</span> {zone().timeWithSeconds(at())}
        </time>
        <span data-part="sentence">{props.sentence(props.event)}</span>
      </a>
      <span data-part="actor">{props.actor(props.event)}</span>
      <span data-part="revision">{a(`stream.${stream()}`, { revision: props.event.revision })}</span>
      <Button
        variant="quiet"
        size="small"
        square
        aria-label={a('record.open', { event: props.sentence(props.event) })}
        onClick={() => props.onOpen(props.event)}
      >
        <Icon name="info" />
      </Button>
    </li>
  );
}
