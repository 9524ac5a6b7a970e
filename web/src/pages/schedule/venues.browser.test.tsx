// The venues of a new meeting, as they are written one after another at the keyboard.

import { createStore } from 'solid-js/store';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../../testing/show.tsx';
import { emptyDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { VenuesEditor } from './venues.tsx';

it('gives the keyboard to the venue that was added, and takes it back when one is removed', async () => {
  await show(() => {
    const [draft, setDraft] = createStore<Draft>(emptyDraft('en', new Date('2026-02-27T09:00:00Z')));
    return <VenuesEditor draft={draft} change={(entries) => setDraft(entries)} errorAt={() => undefined} />;
  });
  const add = page.getByRole('button', { name: 'Add a venue' });
  await add.click();
  await userEvent.keyboard('Headquarters');
  await add.click();
  await userEvent.keyboard('Branch venues');
  await expect.element(page.getByRole('textbox', { name: 'Venue 1' })).toHaveValue('Headquarters');
  await expect.element(page.getByRole('textbox', { name: 'Venue 2' })).toHaveValue('Branch venues');
  await page
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click();
  await expect.element(add).toHaveFocus();
});
