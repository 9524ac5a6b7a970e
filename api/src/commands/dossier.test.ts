// What is remembered of a meeting's streams: read once however many ask, and never again what was forgotten meanwhile.

import { streams } from '@rostrum/events';
import type { RecordedEvent } from '@rostrum/events';
import type { EventStore } from '@rostrum/infra';
import { expect, test } from 'vitest';
import { Dossier } from './dossier.ts';

const { contact } = streams;
const of = [['contact-conference.liu', contact]] as const;

const set = (revision: number, email: string): RecordedEvent => ({
  id: `event-${revision}`,
  type: 'ContactSet',
  data: { attendeeId: 'liu', meetingId: 'conference', email, telephone: null, at: '2021-05-26T01:00:00.000Z' },
  metadata: {
    actor: { kind: 'system', id: 'test' },
    commandId: 'command-1',
    command: 'set-contact',
    fingerprint: '0000000000000000',
    $correlationId: 'command-1',
    $causationId: 'command-1',
    recordedAt: '2021-05-26T01:00:00.000Z',
  },
  stream: 'contact-conference.liu',
  revision,
  position: BigInt(revision + 1),
});

/** A store that answers a reading only when it is told to. */
function slowStore(record: RecordedEvent[]) {
  const gates: (() => void)[] = [];
  const store = {
    async *readStream(_stream: string, { from = 0 } = {}) {
      const page = record.filter(({ revision }) => revision >= from);
      await new Promise<void>((resolve) => gates.push(resolve));
      yield page;
    },
  } as unknown as EventStore;
  return { store, gates };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a stream that several ask for at once is read once', async () => {
  const { store, gates } = slowStore([set(0, 'liu@example.org')]);
  const dossier = new Dossier('conference', streams);
  const asked = [dossier.load(store, of), dossier.load(store, of), dossier.load(store, of)];
  await settled();
  expect(gates).toHaveLength(1);
  gates[0]!();
  await Promise.all(asked);
  expect(dossier.known('contact-conference.liu')!.handled.get('command-1')!.events).toHaveLength(1);
});

test('what was forgotten while it was read is not remembered, but read once more', async () => {
  const record = [set(0, 'liu@example.org')];
  const { store, gates } = slowStore(record);
  const dossier = new Dossier('conference', streams);
  const asked = dossier.load(store, of);
  await settled();
  record.pop();
  dossier.forget('contact-conference.liu');
  gates[0]!();
  await settled();
  gates[1]!();
  await asked;
  expect(dossier.known('contact-conference.liu')!.state).toEqual(contact.initial);
});
