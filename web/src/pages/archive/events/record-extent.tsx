// What the record says about itself: how many events it holds, when the first and the last were recorded, and how far the
// meeting's own stream has come.

import type { JSX } from 'solid-js';
import type { LiveEvent } from '../../../live/live-fold.ts';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';

export function RecordExtent(): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const zone = () => formats(archive.latest().meeting.lifecycle.timeZone);
  const recorded = (place: number): string => {
    const event = archive.playback.eventAt(place) as LiveEvent | undefined;
    return event === undefined ? '' : `${zone().day(event.recordedAt)} ${zone().timeWithSeconds(event.recordedAt)}`;
  };
  return (
    <p data-part="extent">
      {a('record.extent', {
        count: archive.length(),
        first: recorded(0),
        last: recorded(archive.length() - 1),
        revision: archive.latest().revision,
        zone: zone().timeZone,
      })}
    </p>
  );
}
