import { OutcomeUnknown, StoreUnavailable } from '@rostrum/infra';
import { expect, test } from 'vitest';
import { whenReachable } from './when-reachable.ts';

const away = new StoreUnavailable('store.unreachable', 'It does not answer.');

/** Fails with these, one after another, and then opens. */
const failing =
  (...errors: readonly Error[]) =>
  () => {
    const [error, ...rest] = errors;
    errors = rest;
    return error ? Promise.reject(error) : Promise.resolve('open');
  };

test('what a store that is away keeps from opening is opened once it is there, and it is said why it waits', async () => {
  const reasons: string[] = [];
  const waiting = { onWaiting: (reason: string) => void reasons.push(reason), signal: new AbortController().signal };
  await expect(whenReachable(failing(away, new OutcomeUnknown('It went silent.')), waiting)).resolves.toBe('open');
  expect(reasons).toEqual(['It does not answer.', 'It went silent.']);
});

test.each([
  new StoreUnavailable('store.damaged', 'It is damaged.'),
  new StoreUnavailable('store.access-denied', 'It refuses the user.'),
  new Error('A mistake.'),
])('what does not pass by itself is not waited for: $message', async (lasting) => {
  const waiting = { onWaiting: () => expect.unreachable(), signal: new AbortController().signal };
  await expect(whenReachable(failing(lasting), waiting)).rejects.toBe(lasting);
});

test('waiting ends at once with the signal', async () => {
  const leaving = new AbortController();
  const waiting = { onWaiting: () => leaving.abort(), signal: leaving.signal };
  await expect(whenReachable(failing(away, away, away), waiting)).rejects.toMatchObject({ name: 'AbortError' });
});
