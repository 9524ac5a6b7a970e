import { describe, expect, it } from 'vitest';
import { createAction } from './action.ts';
import { Problem, unreachable } from './problem.ts';

const refused = new Problem(409, 'floor.already-held', 'Someone has the floor.');

describe('an action', () => {
  it('is busy while it is under way, and cannot be done twice at once', async () => {
    let finish = () => {};
    let times = 0;
    const action = createAction(() => {
      times += 1;
      return new Promise<void>((resolve) => (finish = resolve));
    });
    const first = action.run();
    expect(action.busy()).toBe(true);
    expect(await action.run()).toBe(false);
    finish();
    expect(await first).toBe(true);
    expect(action.busy()).toBe(false);
    expect(times).toBe(1);
  });

  it('keeps why it failed until it is tried again', async () => {
    const outcomes = [() => Promise.reject(refused), () => Promise.resolve()];
    const action = createAction(() => outcomes.shift()!());
    await action.run();
    expect(action.problem()).toBe(refused);
    await action.run();
    expect(action.problem()).toBeNull();
  });

  it('takes a new key each time, but the same while it is open whether it went through', async () => {
    const keys: string[] = [];
    const outcomes = [() => Promise.reject(unreachable()), () => Promise.reject(refused), () => Promise.resolve()];
    const action = createAction((key) => {
      keys.push(key);
      return outcomes.shift()!();
    });
    await action.run();
    await action.run();
    await action.run();
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
  });
});
