import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plan } from '../conference.fixture.ts';
import { openTestHouse, organizer } from '../house.fixture.ts';
import type { TestHouse } from '../house.fixture.ts';

let house: TestHouse;
beforeEach(async () => void (house = await openTestHouse()));
afterEach(() => house.remove());

const schedule = async (meetingId: string): Promise<bigint> => {
  const response = await house.send(organizer, 'POST', '/api/meetings', { ...plan, meetingId });
  const { position } = (await response.json()) as { position: string };
  return BigInt(position);
};

describe('a follower of the feed that fails', () => {
  test('fails for itself: those before and after it are handed every page, and so is it from then on', async () => {
    const { feed } = house.deps;
    const heard: Record<string, string[]> = { before: [], failing: [], after: [] };
    const hear = (name: string) => feed.follow((events) => heard[name]!.push(...events.map(({ stream }) => stream)));
    hear('before');
    let faults = 0;
    feed.follow(
      (events) => {
        heard['failing']!.push(...events.map(({ stream }) => stream));
        if (events.some(({ stream }) => stream === 'meeting-one')) throw new Error('It fell over.');
      },
      () => void (faults += 1),
    );
    hear('after');
    for (const meetingId of ['one', 'two']) expect(await feed.reach(await schedule(meetingId), 5000)).toBe(true);
    const all = ['meeting-one', 'meeting-two'];
    expect([heard, faults]).toEqual([{ before: all, failing: all, after: all }, 1]);
  });

  test('is told of in the log, with where that was', async () => {
    const { feed } = house.deps;
    feed.follow(() => {
      throw new Error('It fell over.');
    });
    const position = await schedule('one');
    await feed.reach(position, 5000);
    const lines = house.lines.filter((line) => line.includes('"level":"error"'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      error: expect.stringContaining('It fell over.') as string,
      position: String(position),
      streams: 'meeting-one',
    });
  });

  test('holds nobody up even where it cannot recover', async () => {
    const { feed } = house.deps;
    const fall = () => {
      throw new Error('It fell over.');
    };
    feed.follow(fall, fall);
    expect(await feed.reach(await schedule('one'), 5000)).toBe(true);
    expect(await feed.reach(await schedule('two'), 5000)).toBe(true);
  });
});
