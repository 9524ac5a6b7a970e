// What stands at an instant of the timeline: the item, the speech, the number present. What the pointer reads off.

import type { SpeechSpan, Timeline } from '@rostrum/projections';
import { presentAt } from './presence-path.ts';

export type Reading = {
  readonly itemId: string | null;
  readonly speech: SpeechSpan | null;
  readonly present: number;
};

const covers = (instant: number) => (span: { readonly from: string; readonly to: string | null }) =>
  Date.parse(span.from) <= instant && (span.to === null || Date.parse(span.to) > instant);

/** What is on at an instant, in milliseconds. */
export function readingAt({ items, speeches, presence }: Timeline, instant: number): Reading {
  const covering = covers(instant);
  return {
    itemId: items.find(({ sittings }) => sittings.some(covering))?.itemId ?? null,
    speech: speeches.find(covering) ?? null,
    present: presentAt(presence, instant),
  };
}
