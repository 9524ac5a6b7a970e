// A dialog, as a reader at the keyboard meets it.

import { createSignal } from 'solid-js';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../testing/show.tsx';
import { Dialog } from './dialog.tsx';

it('begins in its first field, closes with Escape and gives the focus back', async () => {
  await show(() => {
    const [open, setOpen] = createSignal(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Appoint…
        </button>
        <Dialog open={open()} onOpenChange={setOpen} title="Appoint">
          <input aria-label="Reason" />
        </Dialog>
      </>
    );
  });
  await page.getByRole('button', { name: 'Appoint…' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Reason' })).toHaveFocus();

  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Appoint…' })).toHaveFocus();
});

it('keeps the focus inside and what is behind it out of reach', async () => {
  await show(() => (
    <>
      <button type="button">Behind</button>
      <Dialog open onOpenChange={() => {}} title="Appoint" footer={<button type="button">Appoint now</button>}>
        <input aria-label="Reason" />
      </Dialog>
    </>
  ));
  await expect.element(page.getByRole('textbox', { name: 'Reason' })).toHaveFocus();
  const dialog = page.getByRole('dialog', { name: 'Appoint' }).element();
  for (let tabs = 0; tabs < 5; tabs++) {
    await userEvent.tab();
    expect(dialog.contains(document.activeElement)).toBe(true);
  }
  await expect.element(page.getByRole('button', { name: 'Behind' })).not.toBeInTheDocument();
});

it('keeps the keyboard inside when what it holds is exchanged for something that asks for nothing', async () => {
  const [second, setSecond] = createSignal(false);
  await show(() => (
    <Dialog open onOpenChange={() => {}} title={second() ? 'Resume' : 'Every command'}>
      {second() ? <button type="button">Do it</button> : <input aria-label="Command" />}
    </Dialog>
  ));
  await expect.element(page.getByRole('textbox', { name: 'Command' })).toHaveFocus();

  setSecond(true);
  await expect.element(page.getByRole('dialog', { name: 'Resume' })).toHaveFocus();
});
