// Notes of what has been done: read out politely, few at a time, gone by themselves or when they are sent away.

import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '../testing/show.tsx';
import { useToast } from './toasts.tsx';

function Deeds() {
  const toast = useToast();
  let deeds = 0;
  return (
    <button type="button" onClick={() => toast(`Deed ${++deeds} is done.`)}>
      Do it
    </button>
  );
}

const notes = () => [...document.querySelectorAll('[data-component="toasts"] [data-part="toast"]')];
const press = () => page.getByRole('button', { name: 'Do it' }).click();

it('stands in a region that is read out, and takes no focus', async () => {
  await show(() => <Deeds />);
  const region = page.getByRole('status');
  await expect.element(region).toHaveAttribute('aria-live', 'polite');
  await press();
  await expect.element(region.getByText('Deed 1 is done.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Do it' })).toHaveFocus();
});

it('keeps the last three, and sends away the one that is dismissed', async () => {
  await show(() => <Deeds />);
  for (let deed = 1; deed <= 4; deed++) await press();
  await expect
    .poll(() => notes().map((note) => note.querySelector('span')?.textContent))
    .toEqual(['Deed 2 is done.', 'Deed 3 is done.', 'Deed 4 is done.']);
  await page.getByRole('button', { name: 'Dismiss' }).nth(1).click();
  await expect
    .poll(() => notes().map((note) => note.querySelector('span')?.textContent))
    .toEqual(['Deed 2 is done.', 'Deed 4 is done.']);
});

it('goes by itself after it could be read', async () => {
  await show(() => <Deeds />);
  await press();
  await expect.poll(notes).toHaveLength(1);
  const since = performance.now();
  await expect.poll(notes, { timeout: 15_000 }).toHaveLength(0);
  expect(performance.now() - since).toBeGreaterThan(4000);
});
