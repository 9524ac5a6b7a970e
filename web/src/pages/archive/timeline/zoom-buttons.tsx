// Drawing a part of the timeline larger, around the moment shown.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { CLOSEST } from '../axis/stretch.ts';
import { useArchiveWords } from '../words.tsx';
import type { Drawing } from './create-drawing.ts';

const FACTOR = 2;

export function ZoomButtons(props: { readonly drawing: Drawing }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const whole = () => props.drawing.zoom() <= 1;
  return (
    <div data-part="zoom" role="group" aria-label={a('zoom.label')}>
      <Show when={!whole()}>
        <span data-part="factor">
          {a('zoom.factor', { factor: formats().number(Math.round(props.drawing.zoom())) })}
        </span>
        <Button variant="quiet" size="small" onClick={() => props.drawing.showWhole()}>
          {a('zoom.whole')}
        </Button>
        <Button
          variant="quiet"
          size="small"
          square
          aria-label={a('zoom.out')}
          onClick={() => props.drawing.zoomBy(1 / FACTOR)}
        >
          <Icon name="less" />
        </Button>
      </Show>
      <Button
        variant="quiet"
        size="small"
        square
        aria-label={a('zoom.in')}
        disabled={props.drawing.zoom() >= CLOSEST}
        onClick={() => props.drawing.zoomBy(FACTOR)}
      >
        <Icon name="add" />
      </Button>
    </div>
  );
}
