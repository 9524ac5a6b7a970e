// What stands under the pointer, in one line; without a pointer, under the hairline.

import { createMemo } from 'solid-js';
import type { JSX } from 'solid-js';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';
import { readerOf } from './reading.ts';
import type { Pointed } from './timeline.tsx';

export function Readout(props: { readonly pointed: Pointed | null }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const ms = () => props.pointed?.ms ?? archive.second();
  const read = createMemo(() => readerOf(archive.timeline()));
  const text = createMemo(() => {
    const { meeting } = archive.latest();
    const time = formats(meeting.lifecycle.timeZone).timeWithSeconds(new Date(ms()).toISOString());
    if (props.pointed?.label) return [time, props.pointed.label].join(' · ');
    const { itemId, speech, present } = read()(ms());
    const number = itemId === null ? 0 : meeting.agenda.order.indexOf(itemId) + 1;
    const title = itemId === null ? undefined : meeting.agenda.items.get(itemId)?.title;
    return [
      time,
      title === undefined ? undefined : `${number > 0 ? `${number} ` : ''}${title}`,
      speech?.name,
      present > 0 ? a('timeline.present', { count: present }) : undefined,
    ]
      .filter(Boolean)
      .join(' · ');
  });
  return (
    <p data-part="readout" data-pointed={props.pointed ? '' : undefined} aria-hidden="true">
      {text()}
    </p>
  );
}
