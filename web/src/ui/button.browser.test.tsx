// A button, as whoever presses it meets it: on a slow network, refused, and quiet with its reason.

import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createAction } from '../api/action.ts';
import { Problem } from '../api/problem.ts';
import { show } from '../testing/show.tsx';
import { Button } from './button.tsx';

/** An answer that comes when it is let. */
function answer() {
  let give!: () => void;
  const comes = new Promise<void>((resolve) => (give = resolve));
  return { comes, give };
}

const yieldButton = () => page.getByRole('button', { name: /Yield the floor/ });

it('says on itself that it is still sending, and for how long, and does it once however often it is pressed', async () => {
  const { comes, give } = answer();
  let sent = 0;
  await show(() => {
    const action = createAction(() => {
      sent += 1;
      return comes;
    });
    return <Button action={action}>Yield the floor</Button>;
  });
  await yieldButton().click();
  await expect.element(yieldButton()).toHaveAttribute('aria-busy', 'true');
  await expect.element(page.getByText(/Still sending/)).toBeVisible();
  await expect.element(page.getByText(/\b[2-9] sec/)).toBeVisible();
  yieldButton()
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(sent).toBe(1);

  give();
  await expect.element(page.getByText(/Still sending/)).not.toBeInTheDocument();
  await expect.element(yieldButton()).toHaveAttribute('aria-busy', 'false');
});

it.each(['en', 'zh-CN'])('covers no other button while it says so (%s)', async (language) => {
  await show(() => {
    const [few, many] = [createAction(() => new Promise(() => {})), createAction(() => new Promise(() => {}))];
    return (
      <div style={{ display: 'flex', 'flex-wrap': 'wrap', gap: '2px', width: '20rem' }}>
        <Button size="small" action={few}>
          Yes
        </Button>
        <Button size="small">Beside it</Button>
        <Button size="small" action={many}>
          Carry on with the next item of the agenda
        </Button>
        <Button size="small">Below it</Button>
      </div>
    );
  }, language);
  const waiting = () => [...document.querySelectorAll<HTMLElement>('[data-part="slow"]')];
  for (const name of [/^Yes/, /^Carry on/]) await page.getByRole('button', { name }).click();
  await expect.poll(waiting, { timeout: 6000 }).toHaveLength(2);
  const others = [...document.querySelectorAll('button:not([aria-busy="true"])')].map((button) =>
    button.getBoundingClientRect(),
  );
  expect(others).toHaveLength(2);
  for (const told of waiting()) {
    const own = told.getBoundingClientRect();
    const covers = others.filter(
      (other) => own.left < other.right && other.left < own.right && own.top < other.bottom && other.top < own.bottom,
    );
    expect(covers).toEqual([]);
    const seconds = told.querySelector('[data-part="seconds"]')!.getBoundingClientRect();
    expect(seconds.left).toBeGreaterThanOrEqual(own.left);
    expect(seconds.right).toBeLessThanOrEqual(own.right);
  }
});

it('says what did not go through, and sends the same thing under the same key when it is pressed again', async () => {
  const keys: string[] = [];
  const unanswered = new Problem(0, 'client.unreachable', 'The server did not answer.');
  await show(() => {
    const action = createAction(async (key) => {
      keys.push(key);
      if (keys.length === 1) throw unanswered;
    });
    return <Button action={action}>Yield the floor</Button>;
  });
  await yieldButton().click();
  await expect.element(page.getByRole('alert').getByText(/did not go through/)).toBeVisible();
  await yieldButton().click();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  expect(keys[1]).toBe(keys[0]);
});

it('is quiet with its reason: it keeps its place among the keys, says why, and does nothing', async () => {
  let pressed = 0;
  await show(() => (
    <Button reason="Item 7 is still open." onClick={() => (pressed += 1)}>
      Yield the floor
    </Button>
  ));
  await userEvent.tab();
  await expect.element(yieldButton()).toHaveFocus();
  await expect.element(yieldButton()).toHaveAccessibleDescription('Item 7 is still open.');
  await userEvent.keyboard('{Enter}');
  expect(pressed).toBe(0);
});
