// The slider to any instant, the very place that the hairline below shows. Arrows step by notable event, Page by item, Home
// and End go to the ends, the space bar plays.

import { createEffect, createMemo } from 'solid-js';
import type { JSX } from 'solid-js';
import { useArchive } from '../archive-context.tsx';
import { instantAt } from '../axis/axis.ts';
import { useTelling } from '../events/use-telling.ts';
import { sentenceOf } from '../events/sentences.ts';
import { nextCall, previousCall } from '../moment/calls.ts';
import { momentAfter, nextNotable, previousNotable } from '../moment/moment.ts';
import type { Drawing } from '../timeline/create-drawing.ts';
import { useArchiveWords } from '../words.tsx';

/** Values of the control for the whole line. */
const VALUES = 1_000_000;

export function Slider(props: { readonly drawing: Drawing }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const telling = useTelling();
  let input!: HTMLInputElement;

  const spoken = createMemo(() => {
    const zone = formats(archive.latest().meeting.lifecycle.timeZone);
    const last = archive.playback.eventAt(archive.moment().count - 1);
    const said = last === undefined ? '' : sentenceOf(last, telling());
    return a('slider.value', { time: zone.timeWithSeconds(archive.at()), day: zone.day(archive.at()), event: said });
  });

  const { playback } = archive;
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowRight: () => step(nextNotable(playback, archive.moment())),
    ArrowUp: () => step(nextNotable(playback, archive.moment())),
    ArrowLeft: () => step(previousNotable(playback, archive.moment())),
    ArrowDown: () => step(previousNotable(playback, archive.moment())),
    PageUp: () => step(nextCall(playback, archive.calls(), archive.moment())),
    PageDown: () => step(previousCall(playback, archive.calls(), archive.moment())),
    Home: () => archive.go(momentAfter(playback, 1)),
    End: () => archive.go(null),
    ' ': () => archive.player.toggle(),
    '+': () => props.drawing.zoomBy(2),
    '-': () => props.drawing.zoomBy(1 / 2),
  };
  const step = (moment: ReturnType<typeof nextNotable>) => {
    if (moment !== undefined) archive.go(moment);
  };
  const press = (event: KeyboardEvent) => {
    const deed = event.altKey || event.ctrlKey || event.metaKey ? undefined : deeds[event.key];
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  };

  // Bounds before the value: a value beyond its bounds would be cut.
  createEffect(() => {
    const { start, end } = props.drawing.stretch();
    input.min = String(Math.floor(start * VALUES));
    input.max = String(Math.ceil(end * VALUES));
    input.value = String(Math.round(props.drawing.place() * VALUES));
  });

  return (
    <div data-component="archive-slider" style={{ '--reached': `${Math.round(props.drawing.x())}px` }}>
      <input
        ref={(made) => (input = made)}
        type="range"
        step="1"
        aria-label={a('slider.label')}
        aria-valuetext={spoken()}
        onInput={(event) => {
          const ms = instantAt(archive.axis(), Number(event.currentTarget.value) / VALUES);
          archive.goTo(Math.round(ms / 1000) * 1000);
        }}
        onKeyDown={(event) => press(event)}
      />
    </div>
  );
}
