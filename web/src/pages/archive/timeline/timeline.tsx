// The timeline: the whole meeting as wide as the page, one hairline where it is shown, and a slider to any instant of it.
// What is drawn is told below in words, so those who hear the page lose nothing of it; the slider speaks for itself.

import { createMemo, createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useArchive } from '../archive-context.tsx';
import { CopyLink } from '../copy-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Above } from './above.tsx';
import type { Drawing } from './create-drawing.ts';
import { lanesOf } from './geometry.ts';
import { Keys } from './keys.tsx';
import { ItemsLane } from './lane-items.tsx';
import { PresenceLane } from './lane-presence.tsx';
import { SignsLane } from './lane-signs.tsx';
import { SpeechesLane } from './lane-speeches.tsx';
import { Legend } from './legend.tsx';
import { placedSigns, signsOf } from './mark-rows.ts';
import { Readout } from './readout.tsx';
import { TimeScale } from './scale.tsx';
import { UnitPatternDefs } from './signs.tsx';
import { unitPatterns } from './units.ts';
import { ZoomButtons } from './zoom-buttons.tsx';
import './timeline.css';

/** A hand is not more exact than that, and the address stays legible. */
const wholeSecond = (ms: number): number => Math.round(ms / 1000) * 1000;

/** Where the pointer is: an instant, and what the sign below it says. */
export type Pointed = { readonly x: number; readonly ms: number; readonly label: string | null };

export function TimelineDrawing(props: { readonly drawing: Drawing }): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const scale = () => props.drawing.scale();
  const [pointed, setPointed] = createSignal<Pointed | null>(null);
  const units = createMemo(() => unitPatterns(archive.latest().meeting, archive.latest().at ?? ''));
  const signs = createMemo(() => placedSigns(signsOf(archive.timeline()), scale()));
  const rows = createMemo(() => signs().reduce((most, { row }) => Math.max(most, row + 1), 0));
  const lanes = createMemo(() => lanesOf(rows()));

  const read = (event: PointerEvent & { currentTarget: SVGSVGElement; target: Element }): Pointed => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const sign = event.target.closest<SVGElement>('[data-at]');
    const at = sign?.dataset['at'];
    return { x, ms: at === undefined ? scale().instant(x) : Date.parse(at), label: sign?.dataset['label'] ?? null };
  };
  const press = (event: PointerEvent & { currentTarget: SVGSVGElement; target: Element }) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { ms, label } = read(event);
    archive.goTo(label === null ? wholeSecond(ms) : ms);
  };
  const move = (event: PointerEvent & { currentTarget: SVGSVGElement; target: Element }) => {
    if (event.buttons === 1) archive.goTo(wholeSecond(scale().instant(read(event).x)));
    setPointed(event.pointerType === 'mouse' ? read(event) : null);
  };

  return (
    <section data-component="timeline" aria-label={a('timeline.label')}>
      <VisuallyHidden>
        <p>{a('timeline.told')}</p>
      </VisuallyHidden>
      <div data-part="plot" aria-hidden="true">
        <svg
          width={scale().width}
          height={lanes().height}
          onPointerDown={(event) => press(event)}
          onPointerMove={(event) => move(event)}
          onPointerLeave={() => setPointed(null)}
        >
          <UnitPatternDefs />
          <Show when={scale().width > 0}>
            <TimeScale scale={scale()} height={lanes().height} />
            <ItemsLane y={lanes().items} scale={scale()} />
            <SpeechesLane y={lanes().speeches} scale={scale()} units={units()} />
            <PresenceLane y={lanes().presence} scale={scale()} />
            <Show when={rows() > 0}>
              <SignsLane y={lanes().signs} rows={rows()} signs={signs()} />
            </Show>
          </Show>
        </svg>
        <Above x={props.drawing.x()} pointed={pointed()} lanes={lanes()} />
      </div>
      <Show when={props.drawing.zoom() > 1}>
        <div
          data-part="overview"
          aria-hidden="true"
          style={{
            '--start': `${props.drawing.stretch().start * 100}%`,
            '--width': `${100 / props.drawing.zoom()}%`,
          }}
        />
      </Show>
      <div data-part="foot">
        <Readout pointed={pointed()} />
        <div data-part="tools">
          <CopyLink />
          <ZoomButtons drawing={props.drawing} />
        </div>
      </div>
      <Legend units={units().units} />
      <Keys />
    </section>
  );
}
