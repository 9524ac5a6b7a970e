/** What can befall a store: any order of appends, deletions and new beginnings over a few streams. */

import type { EventStore } from '@rostrum/infra';
import fc from 'fast-check';
import { said } from '../event-store/given.ts';

export type Deed =
  | { readonly does: 'append'; readonly stream: string; readonly texts: readonly string[]; readonly anywhere: boolean }
  | { readonly does: 'delete'; readonly stream: string };

export const STREAMS = ['meeting-1', 'attendance-1', 'contact-1.a', 'contact-1.b'];

const stream = fc.constantFrom(...STREAMS);
const append: fc.Arbitrary<Deed> = fc.record({
  does: fc.constant('append' as const),
  stream,
  texts: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 5 }),
  anywhere: fc.boolean(),
});
const removal: fc.Arbitrary<Deed> = fc.record({ does: fc.constant('delete' as const), stream });

export const deeds = (most: number): fc.Arbitrary<readonly Deed[]> =>
  fc.array(fc.oneof({ weight: 4, arbitrary: append }, { weight: 1, arbitrary: removal }), { maxLength: most });

/** Does them one after another. */
export async function befall(store: EventStore, done: readonly Deed[]): Promise<void> {
  for (const deed of done) {
    if (deed.does === 'delete') await store.deleteStream(deed.stream);
    else {
      const events = deed.texts.map((text) => said(text));
      await store.append(deed.stream, events, deed.anywhere ? 'any' : await endOf(store, deed.stream));
    }
  }
}

async function endOf(store: EventStore, name: string): Promise<number | 'none'> {
  for await (const page of store.readStream(name, { direction: 'backwards', limit: 1 })) {
    for (const { revision } of page) return revision;
  }
  return 'none';
}
