// Sessions of whole nodes on one event store: opened at one, used at another, over at every one, also when the store
// broke every connection meanwhile.

import { expect, test } from 'vitest';
import { COUNCIL, gatherCouncil } from '../server/council.ts';
import { Secretariat } from '../server/secretariat.ts';
import { ADMIN_PASSWORD } from '../server/start.ts';
import { eventStore, newSecret, node } from './given.ts';

const PASSWORD = 'a long and quiet evening';
const LIVE = `/api/meetings/${COUNCIL}/live`;

/** Why a live stream ended, once it does. */
async function endOf(stream: Response): Promise<string | undefined> {
  return /^event: ended\ndata: (.+)$/m.exec(await stream.text())?.[1];
}

const statusOf = async (who: Secretariat) => (await who.ask('GET', '/api/session')).status;

test('a session is one at every node, and over at every node', async () => {
  const store = await eventStore();
  const env = { EVENT_STORE: store.url, SECRET: newSecret(), ADMIN_PASSWORD };
  const [one, other] = await Promise.all([node(env), node(env)]);
  const admin = await Secretariat.at(one.address);
  const council = await gatherCouncil(admin, 'open');

  // By a link: handed out at one node, opened at the other, revoked at the other, over at the first.
  const tanaka = await Secretariat.at(other.address, { link: council.links.tanaka });
  const atOne = tanaka.elsewhere(one.address);
  const seen = await atOne.ask('GET', LIVE);
  expect(seen.status).toBe(200);
  store.dropConnections();
  const links = await admin
    .elsewhere(other.address)
    .does<{ linkId: string; attendeeId: string }[]>('GET', `/api/meetings/${COUNCIL}/links`);
  const { linkId } = links.find(({ attendeeId }) => attendeeId === 'tanaka')!;
  await admin.elsewhere(other.address).does('POST', `/api/meetings/${COUNCIL}/links/${linkId}/revoke`);
  expect(await endOf(seen)).toBe('{"reason":"session-ended"}');
  expect(await statusOf(atOne)).toBe(401);

  // By a password: signed in at one node, in use at the other, signed out at the first.
  await admin.account('zhou', 'Zhou Ping', ['organizer'], PASSWORD);
  const zhou = await Secretariat.at(other.address, { signInName: 'zhou', password: PASSWORD });
  const followed = await zhou.elsewhere(one.address).ask('GET', LIVE);
  expect(followed.status).toBe(200);
  store.dropConnections();
  expect((await zhou.ask('DELETE', '/api/session')).status).toBe(204);
  expect(await endOf(followed)).toBe('{"reason":"session-ended"}');
  expect(await statusOf(zhou.elsewhere(one.address))).toBe(401);
});
