import { expect, test } from 'vitest';
import { Progress } from './progress.ts';

function onScreen(terminal: boolean) {
  let now = 0;
  let written = '';
  const progress = new Progress({ terminal, elapsed: () => now, write: (text) => void (written += text) });
  return { progress, written: () => written, at: (seconds: number) => void (now = seconds * 1000) };
}

const events = (count: number) => ({ count, unit: 'events' });

test('elsewhere than on a terminal a line says every few seconds how far it is, how fast and how long still', () => {
  const { progress, written, at } = onScreen(false);
  for (let second = 0; second <= 12; second += 1) {
    at(second);
    progress.show('Copying', second / 20, events(second * 1000));
  }
  progress.end();
  expect(written()).toBe(
    'Copying: 5,000 events, 25%, 1,000 events/s, 15 s left\nCopying: 10,000 events, 50%, 1,000 events/s, 10 s left\n',
  );
});

test('what is over at once says nothing there', () => {
  const { progress, written, at } = onScreen(false);
  progress.show('Copying', 0, events(0));
  at(1);
  progress.show('Copying', 1, events(10));
  progress.show('Verifying', 1, events(10));
  progress.end();
  expect(written()).toBe('');
});

test('on a terminal one line is written over, and stays as it was at the end of its phase', () => {
  const { progress, written, at } = onScreen(true);
  progress.show('Copying', 0, events(1));
  at(0.1);
  progress.show('Copying', 0.5, events(5));
  at(0.15);
  progress.show('Copying', 1, events(10));
  progress.show('Verifying', undefined, { count: 3, unit: 'files' });
  progress.end();
  const lines = written().replaceAll('\r\u001b[K', '|').split('\n');
  expect(lines).toEqual([
    '|Copying: 1 events, 0%|Copying: 10 events, 100%',
    '|Verifying: 3 files|Verifying: 3 files',
    '',
  ]);
});

test('long times are told in minutes and hours', () => {
  const left = (done: number) => {
    const { progress, written, at } = onScreen(false);
    progress.show('Copying', 0);
    at(6);
    progress.show('Copying', done);
    return written();
  };
  expect(left(0.03)).toBe('Copying: 3%, 3 min left\n');
  expect(left(0.0005)).toBe('Copying: 0%, 3.3 h left\n');
});
