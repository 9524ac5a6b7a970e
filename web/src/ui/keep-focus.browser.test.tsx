// The keyboard stays where somebody works when what had the focus goes.

import { createSignal, For, Show } from 'solid-js';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../testing/show.tsx';
import { createKeptFocus } from './keep-focus.ts';

async function showSection() {
  await show(() => {
    let section!: HTMLElement;
    createKeptFocus(() => section);
    const [open, setOpen] = createSignal(false);
    const [rows, setRows] = createSignal(['One', 'Two']);
    return (
      <>
        <section ref={(made) => (section = made)} tabindex="-1" aria-label="Section">
          <Show when={!open()}>
            <button onClick={() => setOpen(true)}>Open</button>
          </Show>
          <ul>
            <For each={rows()}>
              {(row) => (
                <li>
                  <button onClick={() => setRows(rows().filter((other) => other !== row))}>{`Withdraw ${row}`}</button>
                </li>
              )}
            </For>
          </ul>
          <Show when={open()}>
            <form aria-label="Form">
              <button type="button" onClick={() => setOpen(false)}>
                Close
              </button>
              <input aria-label="Name" />
            </form>
          </Show>
        </section>
        <button>Elsewhere</button>
      </>
    );
  });
}

const named = (role: 'button' | 'textbox', name: string) => page.getByRole(role, { name, exact: true });

it('passes from a button to the form it opened, and back when the form is closed', async () => {
  await showSection();
  page.getByRole('button', { name: 'Open' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(named('textbox', 'Name')).toHaveFocus();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
  await expect.element(named('button', 'Open')).toHaveFocus();
});

it('passes from a row that goes to what is nearest, and from the last to what is left', async () => {
  await showSection();
  page.getByRole('button', { name: 'Withdraw Two' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(named('button', 'Withdraw One')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(named('button', 'Open')).toHaveFocus();
});

it('leaves the focus alone where it went elsewhere', async () => {
  await showSection();
  page.getByRole('button', { name: 'Withdraw Two' }).element().focus();
  page.getByRole('button', { name: 'Elsewhere' }).element().focus();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  (page.getByRole('button', { name: 'Withdraw Two' }).element() as HTMLElement).click();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect.element(named('button', 'Elsewhere')).toHaveFocus();
});
