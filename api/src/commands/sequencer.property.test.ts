// Whatever comes at once and however the store fails: what was acknowledged is in the record exactly once, and what is
// remembered is what the record says.

import { streams } from '@rostrum/events';
import { OutcomeUnknown, StoreUnavailable } from '@rostrum/infra';
import type { EventStore } from '@rostrum/infra';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { item, plan, recordedIn } from '../conference.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';

type Mishap = 'none' | 'disk full' | 'no answer, not written' | 'no answer, written' | 'another node first';

/** What happens to the appends that come, one after another; nothing once they are used up. */
let mishaps: Mishap[] = [];
let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse({ around: unreliable });
});
afterAll(() => house.remove());

function unreliable(store: EventStore): EventStore {
  const append: EventStore['append'] = async (stream, events, expected) => {
    const mishap = stream.startsWith('meeting-') ? (mishaps.shift() ?? 'none') : 'none';
    if (mishap === 'disk full') throw new StoreUnavailable('store.disk-full', 'The disk is full.');
    if (mishap === 'no answer, not written') throw new OutcomeUnknown('No answer came.');
    if (mishap === 'another node first' && typeof expected === 'number') {
      const id = crypto.randomUUID();
      const data = { venueId: id, name: `Hall ${id}`, main: false, at: house.clock.now() };
      const metadata = { ...events[0]!.metadata, commandId: id, command: 'add-venue' };
      await store.append(stream, [{ id, type: 'VenueAdded', data, metadata }], expected);
    }
    const appended = await store.append(stream, events, expected);
    if (mishap === 'no answer, written') throw new OutcomeUnknown('No answer came.');
    return appended;
  };
  return new Proxy(store, {
    get(target, name) {
      if (name === 'append') return append;
      const value = target[name as keyof EventStore];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const command = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map((id) => ['add-item', item(id)] as const),
  fc.constantFrom('a', 'b', 'c').map((id) => ['withdraw-item', { itemId: id }] as const),
  fc
    .constantFrom('x', 'y')
    .map((id) => ['add-attendee', { attendeeId: id, name: `Attendee ${id}`, unit: 'CASIC' }] as const),
  fc.constantFrom('x', 'y').map((id) => ['set-contact', { attendeeId: id, email: `${id}@example.org` }] as const),
);

const mishap = fc.constantFrom<Mishap[]>(
  'none',
  'disk full',
  'no answer, not written',
  'no answer, written',
  'another node first',
);

test('what was acknowledged is recorded once; what is remembered is what is recorded', async () => {
  let meetings = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(command, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
      fc.array(mishap, { maxLength: 4 }),
      async (waves, coming) => {
        const meetingId = `meeting-${++meetings}`;
        await house.send(organizer, 'POST', '/api/meetings', { ...plan, meetingId });
        mishaps = [...coming];
        const acknowledged: { id: string; revision: number }[] = [];
        for (const wave of waves) {
          const answers = await Promise.all(
            wave.map(([name, data]) => house.send(organizer, 'POST', `/api/meetings/${meetingId}/${name}`, data)),
          );
          for (const answer of answers) {
            expect([200, 404, 409, 503]).toContain(answer.status);
            const { events = [] } = (await answer.json()) as { events?: { id: string; revision: number }[] };
            acknowledged.push(...events);
          }
        }
        mishaps = [];

        const record = await recordedIn(house, `meeting-${meetingId}`);
        const beside = [
          ...(await recordedIn(house, `contact-${meetingId}.x`)),
          ...(await recordedIn(house, `contact-${meetingId}.y`)),
        ];
        const all = [...record, ...beside];
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        for (const { id, revision } of acknowledged) {
          expect(all.filter((event) => event.id === id).map((event) => event.revision)).toEqual([revision]);
        }
        const { meeting } = streams;
        const { state, revision } = await house.deps.commands.stateOf('meeting', meetingId);
        const remembered = record
          .slice(0, revision + 1)
          .reduce((folded, event) => meeting.evolve(folded, event), meeting.initial);
        expect(JSON.stringify(state)).toBe(JSON.stringify(remembered));
      },
    ),
    { numRuns: 30 },
  );
});
