/** The contract of the home of processes, sentence by sentence. Every adapter of `infra/src/process-home/port.ts` passes it. */

import type { Checkpoint, ProcessHome, Tenure } from '@rostrum/infra';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A home under test. Each test has its own, in which no name was ever taken. */
export type HomeUnderTest = {
  /** The same home as two machines see it; one and the same where it is for one process. */
  readonly homes: readonly [ProcessHome, ProcessHome];
  /** Lets so much time pass by the clock that every holder goes by. */
  readonly elapse: (milliseconds: number) => void;
  /** Opens the same home again, as after a restart of every machine. */
  readonly reopen: () => Promise<ProcessHome>;
  readonly close: () => Promise<void>;
};

const TTL = 9000;

const checkpointAt = (revision: number): Checkpoint => ({
  position: 2n ** 60n + BigInt(revision),
  stream: 'meeting-1',
  revision,
  eventId: `00000000-0000-5000-8000-${String(revision).padStart(12, '0')}`,
});

type Deed = { readonly who: number; readonly what: 'take' | 'renew' | 'release' | 'wait'; readonly wait: number };

const deed = fc.record<Deed>({
  who: fc.integer({ min: 0, max: 2 }),
  what: fc.constantFrom('take', 'renew', 'release', 'wait'),
  wait: fc.integer({ min: 1, max: TTL }),
});

/**
 * Declares the suite for one adapter.
 * @param name of the adapter, for the report.
 * @param open an empty home, a new one for each test.
 */
export function processHomeContract(name: string, open: () => Promise<HomeUnderTest>): void {
  describe(`the home of processes ${name}`, () => {
    let current: HomeUnderTest;
    let here: ProcessHome;
    let there: ProcessHome;
    beforeEach(async () => {
      current = await open();
      [here, there] = current.homes;
    });
    afterEach(() => current.close());

    const takeHere = (process = 'mail'): Promise<Tenure | undefined> =>
      here.take(process, { holder: 'here', ttlMs: TTL });
    const takeThere = (process = 'mail'): Promise<Tenure | undefined> =>
      there.take(process, { holder: 'there', ttlMs: TTL });

    it('gives a name to one holder at a time', async () => {
      const tenure = await takeHere();
      expect(tenure).toMatchObject({ name: 'mail', holder: 'here' });
      expect(tenure!.held()).toBe(true);
      expect(tenure!.checkpoint()).toBeUndefined();
      expect(await takeThere()).toBeUndefined();
      expect(await takeThere('sealing')).toMatchObject({ name: 'sealing', holder: 'there' });
    });

    it('says where each process stopped, whoever holds it', async () => {
      expect(await there.checkpoints()).toEqual(new Map());
      await (await takeHere())!.renew(checkpointAt(3));
      const sealing = await takeThere('sealing');
      await sealing!.renew(checkpointAt(5));
      await sealing!.release();
      await takeThere('never-said');
      const stopped = new Map([
        ['mail', checkpointAt(3)],
        ['sealing', checkpointAt(5)],
      ]);
      expect(await there.checkpoints()).toEqual(stopped);
      expect(await (await current.reopen()).checkpoints()).toEqual(stopped);
    });

    it('lets one of many who take it at the same moment have it', async () => {
      for (let round = 0; round < 10; round++) {
        const taking = Array.from({ length: 6 }, (_, index) =>
          current.homes[index % 2]!.take(`round-${round}`, { holder: `holder-${index}`, ttlMs: TTL }),
        );
        const tenures = (await Promise.all(taking)).filter((tenure) => tenure !== undefined);
        expect(tenures).toHaveLength(1);
        expect(await tenures[0]!.renew()).toBe(true);
      }
    });

    it('hands the name on at once where it is released, with a larger fence and the checkpoint', async () => {
      const first = (await takeHere())!;
      expect(await first.renew(checkpointAt(3))).toBe(true);
      expect(await first.renew()).toBe(true);
      expect(first.checkpoint()).toEqual(checkpointAt(3));
      await first.release();
      expect(first.held()).toBe(false);
      expect(await first.renew(checkpointAt(4))).toBe(false);
      const second = (await takeThere())!;
      expect(second.checkpoint()).toEqual(checkpointAt(3));
      expect(second.fence).toBeGreaterThan(first.fence);
    });

    it('keeps the name while it is renewed', async () => {
      const tenure = (await takeHere())!;
      for (let time = 0; time < 4 * TTL; time += TTL / 3) {
        current.elapse(TTL / 3);
        expect(tenure.held()).toBe(true);
        expect(await tenure.renew()).toBe(true);
        expect(await takeThere()).toBeUndefined();
      }
    });

    it('hands the name on where it was not renewed in time, and its former holder finds it lost', async () => {
      const first = (await takeHere())!;
      await first.renew(checkpointAt(1));
      expect(await takeThere()).toBeUndefined();
      current.elapse(TTL);
      expect(first.held()).toBe(false);
      const second = (await takeThere())!;
      expect(second.checkpoint()).toEqual(checkpointAt(1));
      expect(second.fence).toBeGreaterThan(first.fence);
      expect(await first.renew(checkpointAt(2))).toBe(false);
      await first.release();
      expect(second.held()).toBe(true);
      expect(await second.renew()).toBe(true);
      expect(second.checkpoint()).toEqual(checkpointAt(1));
      expect(await takeHere()).toBeUndefined();
    });

    it('does not let a holder that has outstayed its time go on as if nothing had happened', async () => {
      const first = (await takeHere())!;
      current.elapse(TTL);
      expect(first.held()).toBe(false);
      expect(await first.renew(checkpointAt(1))).toBe(false);
      const again = (await takeHere())!;
      expect(again.fence).toBeGreaterThan(first.fence);
      expect(again.checkpoint()).toBeUndefined();
    });

    it('gives a holder that takes its own name again a new tenure, and ends the former', async () => {
      const first = (await takeHere())!;
      await first.renew(checkpointAt(7));
      const second = (await takeHere())!;
      expect(second.fence).toBeGreaterThan(first.fence);
      expect(second.checkpoint()).toEqual(checkpointAt(7));
      expect(await first.renew(checkpointAt(6))).toBe(false);
      expect(await second.renew()).toBe(true);
    });

    it('keeps the checkpoint and the fence through a restart of everything', async () => {
      const first = (await takeHere())!;
      await first.renew(checkpointAt(5));
      const again = await current.reopen();
      const second = (await again.take('mail', { holder: 'here', ttlMs: TTL }))!;
      expect(second.checkpoint()).toEqual(checkpointAt(5));
      expect(second.fence).toBeGreaterThan(first.fence);
    });

    it('says who holds the names that begin so', async () => {
      expect(await there.holders('')).toEqual([]);
      const mail = (await takeHere())!;
      await takeThere('room-2');
      await takeHere('room-1');
      const seenAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
      expect(await there.holders('room-')).toEqual([
        { name: 'room-1', holder: 'here', seenAt },
        { name: 'room-2', holder: 'there', seenAt },
      ]);
      expect((await here.holders('')).map((holder) => holder.name)).toEqual(['mail', 'room-1', 'room-2']);
      await mail.release();
      expect((await there.holders('')).map((holder) => holder.name)).toEqual(['room-1', 'room-2']);
      current.elapse(TTL);
      expect(await there.holders('')).toEqual([]);
    });

    it.each(['', 'Mail', '-mail', 'with space', '../mail', 'x'.repeat(101)])('refuses the name %j', async (process) => {
      await expect(here.take(process, { holder: 'here', ttlMs: TTL })).rejects.toBeInstanceOf(RangeError);
    });

    it('refuses a holder without a name and a tenure without an end', async () => {
      await expect(here.take('mail', { holder: '', ttlMs: TTL })).rejects.toBeInstanceOf(RangeError);
      for (const ttlMs of [0, -1, Number.NaN, Infinity]) {
        await expect(here.take('mail', { holder: 'here', ttlMs })).rejects.toBeInstanceOf(RangeError);
      }
    });

    it('never has two who hold a name, nor a checkpoint that goes back, whatever they do and however time passes', async () => {
      let round = 0;
      const lives = fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 30 }), (deeds) =>
        live(current, `lives-${round++}`, deeds),
      );
      await expect(fc.assert(lives, { numRuns: 50 })).resolves.toBeUndefined();
    });
  });
}

/** Three holders on two machines do as they like with one name. */
async function live({ homes, elapse }: HomeUnderTest, process: string, deeds: readonly Deed[]): Promise<void> {
  const tenures: (Tenure | undefined)[] = [undefined, undefined, undefined];
  let handled = -1;
  let fence = -1;
  const take = async (who: number): Promise<void> => {
    const taken = await homes[who % 2]!.take(process, { holder: `holder-${who}`, ttlMs: TTL });
    if (taken === undefined) return;
    expect(taken.fence).toBeGreaterThan(fence);
    expect(taken.checkpoint()?.revision ?? -1).toBe(handled);
    ({ fence } = taken);
    tenures[who] = taken;
  };
  const renew = async (tenure: Tenure): Promise<void> => {
    const held = tenure.held();
    expect(await tenure.renew(checkpointAt(handled + 1))).toBe(held);
    if (held) handled++;
  };
  for (const { who, what, wait } of deeds) {
    const tenure = tenures[who];
    if (what === 'wait') elapse(wait);
    else if (what === 'take') await take(who);
    else if (what === 'release') await tenure?.release();
    else if (tenure !== undefined) await renew(tenure);
    expect(tenures.filter((each) => each?.held()).length).toBeLessThanOrEqual(1);
  }
}
