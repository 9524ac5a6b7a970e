// Which events of a record are wanted: of which kind, and with which words in what they say.

import { isNotable } from '@rostrum/projections';
import type { ViewEvent } from '@rostrum/projections';

export const KINDS = ['all', 'notable', 'meeting', 'attendance', 'conversation', 'directive'] as const;
export type Kind = (typeof KINDS)[number];

const isOfKind = (event: Pick<ViewEvent, 'stream' | 'type'>, kind: Kind): boolean => {
  if (kind === 'all') return true;
  return kind === 'notable' ? isNotable(event) : event.stream.startsWith(`${kind}-`);
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The places of the events that are wanted, in their order.
 * @param words every one of them must occur, in any case and in any order
 * @param textOf what stands in an event's line; asked for only where words are wanted
 */
export function wantedPlaces(
  events: readonly Pick<ViewEvent, 'stream' | 'type'>[],
  { kind, words }: { readonly kind: Kind; readonly words: string },
  textOf: (place: number) => string,
): readonly number[] {
  const parts = plain(words).split(/\s+/).filter(Boolean);
  return events.flatMap((event, place) => {
    if (!isOfKind(event, kind)) return [];
    if (parts.length === 0) return [place];
    const text = plain(textOf(place));
    return parts.every((part) => text.includes(part)) ? [place] : [];
  });
}
