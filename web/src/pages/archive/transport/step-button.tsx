// To the notable event before or after, by its name.

import { createMemo } from 'solid-js';
import type { JSX } from 'solid-js';
import { Icon } from '../../../ui/icon.tsx';
import { useArchive } from '../archive-context.tsx';
import { sentenceOf } from '../events/sentences.ts';
import type { Telling } from '../events/sentences.ts';
import { nextNotable, previousNotable } from '../moment/moment.ts';
import { useArchiveWords } from '../words.tsx';

export function StepButton(props: { readonly to: 'previous' | 'next'; readonly telling: Telling }): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const moment = createMemo(() => {
    archive.length();
    return (props.to === 'next' ? nextNotable : previousNotable)(archive.playback, archive.moment());
  });
  const place = createMemo(() => moment()?.count);
  const name = createMemo(() => {
    const event = archive.playback.eventAt((place() ?? 0) - 1);
    return event === undefined ? a(`step.${props.to}.none`) : sentenceOf(event, props.telling);
  });
  const go = () => {
    const to = moment();
    if (to !== undefined) archive.go(to);
  };
  return (
    <button
      type="button"
      data-component="step"
      data-to={props.to}
      aria-disabled={moment() === undefined ? true : undefined}
      onClick={() => go()}
    >
      <Icon name={props.to === 'next' ? 'forward' : 'back'} />
      <span>
        <small>{a(`step.${props.to}`)}</small>
        <span data-part="name">{name()}</span>
      </span>
    </button>
  );
}
