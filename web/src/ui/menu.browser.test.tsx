// A menu, as a reader at the keyboard meets it.

import { createSignal } from 'solid-js';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../testing/show.tsx';
import { Menu, MenuChoice, MenuItem } from './menu.tsx';

const trigger = () => page.getByRole('button', { name: 'Actions' });

async function shown() {
  const done: string[] = [];
  await show(() => {
    const [order, setOrder] = createSignal('time');
    return (
      <Menu trigger="Actions">
        <MenuItem onSelect={() => done.push('rename')}>Rename</MenuItem>
        <MenuItem onSelect={() => done.push('never')} disabled>
          Not now
        </MenuItem>
        <MenuItem onSelect={() => done.push('withdraw')}>Withdraw</MenuItem>
        <MenuChoice
          label="Order"
          value={order()}
          choices={[
            { value: 'time', label: 'By time' },
            { value: 'name', label: 'By name' },
          ]}
          onValue={(value) => {
            done.push(value);
            setOrder(value);
          }}
        />
      </Menu>
    );
  });
  return done;
}

it('opens with Enter at its first item, skips what is not open now, and does what is chosen once', async () => {
  const done = await shown();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem', { name: 'Rename' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('menuitem', { name: 'Withdraw' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  expect(done).toEqual(['withdraw']);
  await expect.element(trigger()).toHaveFocus();
});

it('finds an item by its letters', async () => {
  await shown();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem', { name: 'Rename' })).toHaveFocus();
  await userEvent.keyboard('w');
  await expect.element(page.getByRole('menuitem', { name: 'Withdraw' })).toHaveFocus();
});

it('closes with Escape, does nothing, and gives the focus back', async () => {
  const done = await shown();
  await trigger().click();
  await expect.element(page.getByRole('menu')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  await expect.element(trigger()).toHaveFocus();
  expect(done).toEqual([]);
});

it('says which of several is chosen', async () => {
  const done = await shown();
  await trigger().click();
  await expect.element(page.getByRole('menuitemradio', { name: 'By time' })).toHaveAttribute('aria-checked', 'true');
  await page.getByRole('menuitemradio', { name: 'By name' }).click();
  expect(done).toEqual(['name']);
  await trigger().click();
  await expect.element(page.getByRole('menuitemradio', { name: 'By name' })).toHaveAttribute('aria-checked', 'true');
});
