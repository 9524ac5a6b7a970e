// Who is there when a machine goes: whoever comes back at another node was never away, and whoever does not is gone from
// then on, though nobody looks.

import { setTimeout as pause } from 'node:timers/promises';
import { presenceOf } from '@rostrum/events';
import type { Interval } from '@rostrum/events';
import { expect, test } from 'vitest';
import { Secretariat } from '../server/secretariat.ts';
import { gather } from './crowd.ts';
import { Deployment } from './deployment.ts';
import { Follower, viewAt } from './follower.ts';
import { eventStore } from './given.ts';

test('a node that is killed takes nobody with it who goes elsewhere, and leaves nobody behind', async () => {
  const store = await eventStore();
  const deployment = await Deployment.of(store, 2);
  const [here, there] = deployment.addresses as readonly [string, string];
  const admin = await Secretariat.at(here);
  const { meetingId, members } = await gather(admin, 'sitting');
  const intervals = async (attendeeId: string): Promise<readonly Interval[]> => {
    const { meeting, attendance } = await viewAt(here, meetingId, admin.cookie);
    return presenceOf(meeting, attendance, attendeeId, new Date().toISOString()).intervals;
  };
  let addresses = [there];
  const [ada, ben] = ['ada', 'ben'].map((id) => new Follower(meetingId, members.get(id)!, () => addresses)) as [
    Follower,
    Follower,
  ];
  const following = [ada.follow(), ben.follow()];
  await expect.poll(() => intervals('ada')).toMatchObject([{ to: null }]);
  await expect.poll(() => intervals('ben')).toMatchObject([{ to: null }]);

  // A node is heard of every few seconds.
  await pause(6000);
  // Ada finds the node that is left; Ben knows of none.
  addresses = [here];
  ben.leave();
  const killed = Date.now();
  void deployment.kill(1, 100_000);

  await expect.poll(() => intervals('ben').then((all) => all.at(-1)!.to)).not.toBeNull();
  const [stay, ...more] = await intervals('ben');
  expect(more).toEqual([]);
  expect(Math.abs(Date.parse(stay!.to!) - killed)).toBeLessThan(8000);
  await expect
    .poll(async () => {
      const { attendance } = await viewAt(here, meetingId, admin.cookie);
      return attendance.whereabouts.get('ada')!.sessions.map(({ left }) => left === null);
    })
    .toEqual(expect.arrayContaining([true, false]));
  expect(await intervals('ada')).toMatchObject([{ to: null }]);
  ada.leave();
  await Promise.all(following);
});
