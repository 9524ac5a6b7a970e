// The finder, as a reader at the keyboard and one with a pointer meet it.

import { createSignal } from 'solid-js';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../testing/show.tsx';
import { Finder } from './finder.tsx';
import { TextInput } from './inputs.tsx';

const people = [
  { value: 'liu', label: 'Liu Shiquan', note: 'Second Academy' },
  { value: 'okafor', label: 'Ngozi Okafor', note: 'Harbour Board' },
  { value: 'tanaka', label: 'Aiko Tanaka', note: 'Harbour Board' },
];

const field = () => page.getByRole('combobox', { name: 'Presenter' });
const options = () => page.getByRole('option');
/** What the field says is under the arrow keys. */
const current = () => document.getElementById(field().element().getAttribute('aria-activedescendant') ?? '');

async function shown(given: { readonly open?: boolean } = {}) {
  const chosen: string[] = [];
  await show(() => {
    const [name, setName] = createSignal('');
    return (
      <>
        <Finder
          aria-label="Presenter"
          empty="Nobody is called that."
          options={people}
          shown={name()}
          open={given.open ?? false}
          onSelect={({ value, label }) => {
            chosen.push(value);
            setName(label);
          }}
        />
        <TextInput label="After it" value="" onValue={() => {}} />
      </>
    );
  });
  return chosen;
}

describe('at the keyboard', () => {
  it('opens with the arrow keys, goes round, and chooses with Enter what it says it is at', async () => {
    const chosen = await shown();
    await userEvent.tab();
    await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(field()).toHaveAttribute('aria-expanded', 'true');
    expect(current()?.textContent).toContain('Aiko Tanaka');
    expect(current()).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(current()?.textContent).toContain('Ngozi Okafor');
    await userEvent.keyboard('{Enter}');
    expect(chosen).toEqual(['okafor']);
    await expect.element(field()).toHaveValue('Ngozi Okafor');
    await expect.element(field()).toHaveFocus();
    await expect.element(options().first()).not.toBeInTheDocument();
  });

  it('begins at the closest match whenever something else is typed', async () => {
    const chosen = await shown();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await userEvent.keyboard('harb');
    await expect.element(options()).toHaveLength(2);
    expect(current()?.textContent).toContain('Ngozi Okafor');
    await userEvent.keyboard('{Enter}');
    expect(chosen).toEqual(['okafor']);
  });

  it('says that nothing is found, and then chooses nothing', async () => {
    const chosen = await shown();
    await userEvent.tab();
    await userEvent.keyboard('nobody');
    await expect.element(page.getByText('Nobody is called that.')).toBeVisible();
    expect(field().element().hasAttribute('aria-activedescendant')).toBe(false);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen).toEqual([]);
  });

  it('closes with Escape, and whoever leaves finds again what was chosen', async () => {
    await shown();
    await userEvent.tab();
    await userEvent.keyboard('liu{Enter}');
    await userEvent.keyboard('xyz{Escape}');
    await expect.element(field()).toHaveValue('Liu Shiquan');
    await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('xyz');
    await userEvent.tab();
    await expect.element(page.getByLabelText('After it')).toHaveFocus();
    await expect.element(field()).toHaveValue('Liu Shiquan');
  });
});

it('is chosen from with a pointer, and keeps the focus', async () => {
  const chosen = await shown();
  await field().click();
  await page.getByRole('option', { name: /Aiko Tanaka/ }).click();
  expect(chosen).toEqual(['tanaka']);
  await expect.element(field()).toHaveFocus();
});

it('stands open where it is the whole of a dialog', async () => {
  await shown({ open: true });
  await expect.element(options()).toHaveLength(3);
  await expect.element(field()).toHaveAttribute('aria-expanded', 'true');
});
