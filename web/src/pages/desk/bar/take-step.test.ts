import { describe, expect, it } from 'vitest';
import { Problem } from '../../../api/problem.ts';
import { STEP_CHANGED, takeStep } from './take-step.ts';
import type { Standing } from './take-step.ts';

/** A record that others write in, and a desk that shows each of its revisions once it has moved on. */
class Record {
  revision = 4;
  shown = 4;
  /** The step at each revision; the last one stays. */
  readonly steps: readonly string[];
  readonly given: number[] = [];

  constructor(steps: Readonly<globalThis.Record<number, string>>) {
    this.steps = Object.assign([], steps);
  }

  step = () => this.steps.slice(0, this.shown + 1).findLast((step) => step !== undefined) ?? '';

  desk(): Standing {
    return {
      shown: this.step,
      revision: () => this.shown,
      movedOnFrom: async () => void (this.shown = this.revision),
      give: async (revision) => {
        if (revision !== this.revision) throw new Problem(409, 'meeting.stale-revision', 'Moved on.');
        this.given.push(revision);
        this.revision += 1;
      },
    };
  }
}

const codeOf = (doing: Promise<unknown>) => doing.then(() => 'done').catch((thrown: Problem) => thrown.code);

describe('taking the next step', () => {
  it('sends it at the revision it was seen at', async () => {
    const record = new Record({ 4: 'call' });
    expect(await codeOf(takeStep('call', record.desk()))).toBe('done');
    expect(record.given).toEqual([4]);
  });

  it('sends it again where the record moved on and the step is the same', async () => {
    const record = new Record({ 4: 'call' });
    record.revision = 6;
    expect(await codeOf(takeStep('call', record.desk()))).toBe('done');
    expect(record.given).toEqual([6]);
  });

  it('leaves it where another hand took it in the same moment', async () => {
    const record = new Record({ 4: 'call', 5: 'give' });
    const other = record.desk();
    const [first, second] = [takeStep('call', record.desk()), takeStep('call', other)];
    expect([await codeOf(first), await codeOf(second)]).toEqual(['done', STEP_CHANGED]);
    expect(record.given).toEqual([4]);
  });

  it('gives nothing where another step is shown already', async () => {
    const record = new Record({ 4: 'give' });
    expect(await codeOf(takeStep('call', record.desk()))).toBe(STEP_CHANGED);
    expect(record.given).toEqual([]);
  });

  it('gives up in the end, and lets every other refusal through', async () => {
    const stale = new Record({ 4: 'call' });
    const behind = { ...stale.desk(), movedOnFrom: async () => void (stale.revision += 1) };
    stale.revision = 9;
    expect(await codeOf(takeStep('call', behind))).toBe('meeting.stale-revision');
    const refused = { ...stale.desk(), give: () => Promise.reject(new Problem(409, 'agenda.item-open', 'Open.')) };
    expect(await codeOf(takeStep('call', refused))).toBe('agenda.item-open');
  });
});
