// The conference of 2021 as it travels: every event as the live stream sends it, the snapshot at its end, and what of each
// event is stored.

import { listen, readSettings } from '@rostrum/api/server';
import { digitalSpace2021, MEETING_ID, ORGANIZER, plan, rosterId } from '../scenarios/digital-space-2021/script.ts';
import { openPlayhouse } from '../scenarios/house.fixture.ts';
import { play } from '../scenarios/play.ts';
import { Listeners } from './listeners.ts';

/** The password that a playhouse gives its administrator. */
const PASSWORD = 'a password for a play';

export type Wire = {
  /** Bytes of each. */
  readonly events: readonly number[];
  readonly snapshot: number;
  readonly stored: readonly number[];
};

export async function conferenceOnTheWire(): Promise<Wire> {
  const { house, clock, remove } = await openPlayhouse('2021-04-01T00:00:00.000Z');
  await house.deps.files.put(plan.bytes);
  await play(
    house,
    MEETING_ID,
    digitalSpace2021(),
    (as, meeting) =>
      as === ORGANIZER
        ? { kind: 'account', id: 'organizer', name: 'Secretariat', roles: ['organizer'] }
        : { kind: 'attendee', id: rosterId(meeting, as), meetingId: MEETING_ID, name: as },
    clock,
  );
  const listening = await listen(house, readSettings({ PORT: '0' }, '.'));
  try {
    const signedIn = await fetch(`${listening.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ signInName: 'admin', password: PASSWORD }),
    });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    const path = `/api/meetings/${MEETING_ID}/live`;
    const snapshot = await Listeners.snapshotBytes(listening.address, cookie, path);
    const leaving = new AbortController();
    const past = await fetch(`${listening.address}${path}`, {
      headers: { cookie, 'last-event-id': '0' },
      signal: leaving.signal,
    });
    const stored: number[] = [];
    for await (const page of house.deps.store.readAll())
      for (const { stream, data, metadata } of page)
        if (stream.endsWith(MEETING_ID))
          stored.push(Buffer.byteLength(JSON.stringify(data) + JSON.stringify(metadata)));
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of past.body!) {
      text += decoder.decode(chunk, { stream: true });
      if (text.split('\n\n').length - 1 >= stored.length) break;
    }
    leaving.abort();
    const events = text
      .split('\n\n')
      .flatMap((message) => (message.startsWith('id: ') ? Buffer.byteLength(message) + 2 : []));
    return { events, snapshot, stored };
  } finally {
    await listening.close();
    await remove();
  }
}
