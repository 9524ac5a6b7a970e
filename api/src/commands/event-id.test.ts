// Event ids follow from the command.

import { expect, test } from 'vitest';
import { eventId, isUuid, uuidV5 } from './event-id.ts';
import { fingerprintOf } from './fingerprint.ts';

const command = '0f8fad5b-d9cb-469f-a165-70867728950e';

test('a UUIDv5 is the one of RFC 9562, appendix A.4', () => {
  expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

test('the same command gives the same ids, each event its own, on each stream its own', () => {
  const id = eventId(command, 'meeting-1', 0);
  expect(isUuid(id)).toBe(true);
  expect(eventId(command, 'meeting-1', 0)).toBe(id);
  expect(
    new Set([
      id,
      eventId(command, 'meeting-1', 1),
      eventId(command, 'meeting-2', 0),
      eventId(crypto.randomUUID(), 'meeting-1', 0),
    ]).size,
  ).toBe(4);
});

test('a fingerprint tells commands apart by name and by data', () => {
  const print = fingerprintOf('add-item', { title: 'One' });
  expect(print).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprintOf('add-item', { title: 'One' })).toBe(print);
  expect(fingerprintOf('revise-item', { title: 'One' })).not.toBe(print);
  expect(fingerprintOf('add-item', { title: 'Two' })).not.toBe(print);
});
