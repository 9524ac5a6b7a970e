// The table of the roster, as a secretary at the keyboard works on it.

import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Staged } from '../../../../meeting/staged.fixture.ts';
import { show } from '../../../../testing/show.tsx';
import { following, stagedLive } from '../../../../testing/staged-live.tsx';
import type { StagedLive } from '../../../../testing/staged-live.tsx';
import { PrepareWords } from '../../words.tsx';
import { RosterTable } from './roster-table.tsx';

const MANY = 5000;

const scheduled = (): Staged =>
  new Staged().give('schedule-meeting', {
    meetingId: 'staged',
    title: 'Digital Space Work Conference',
    organisation: 'CASIC',
    timeZone: 'Asia/Shanghai',
    startsAt: '2021-05-26T09:00:00+08:00',
    endsAt: '2021-05-26T11:50:00+08:00',
    venues: [
      { venueId: 'main', name: 'Beijing', main: true },
      { venueId: 'branch', name: 'Wuhan' },
    ],
  });

const row = (name: string, more: object = {}) => ({ kind: 'person', name, unit: 'CASIC', ...more });
const four = (): Staged =>
  scheduled().give('import-roster', {
    rows: [
      row('Liu Shiquan', { venue: 'main' }),
      row('Wei Yiyin', { unit: 'CASIC / Headquarters' }),
      row('Chen Guoying', { unit: 'CASIC / Headquarters' }),
      row('<b>Сunning</b> 😀 مرحبا', { unit: 'CASIC / Second Academy' }),
    ],
  });

async function opened(staged: Staged): Promise<StagedLive> {
  const stage = stagedLive(staged);
  await show(() =>
    following(stage.live, () => (
      <PrepareWords>
        <RosterTable editable answerable={false} onRevise={() => undefined} />
      </PrepareWords>
    )),
  );
  await expect.element(page.getByRole('grid')).toBeVisible();
  return stage;
}

const cell = (name: string, column: string): HTMLElement => {
  const row = [...document.querySelectorAll<HTMLElement>('[data-part="rows"] [data-part="row"]')].find((element) =>
    element.querySelector('[data-column="name"]')?.textContent.includes(name),
  );
  return row!.querySelector<HTMLElement>(`[data-column="${column}"]`)!;
};
const order = () =>
  [...document.querySelectorAll<HTMLElement>('[data-part="rows"] [data-part="row"]')]
    .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map((element) => element.querySelector('[data-column="name"] [data-part="text"]')!.textContent);
const stand = (name: string, column: string) => userEvent.click(cell(name, column));

describe('the table of the roster', () => {
  it('is gone through with arrows, one cell of it among the stops of the Tab key', async () => {
    await opened(four());
    await stand('Liu Shiquan', 'name');
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect.poll(() => document.activeElement).toBe(cell('Wei Yiyin', 'title'));
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect.poll(() => document.activeElement).toBe(cell('😀', 'answer'));
    await userEvent.keyboard('{Home}{ArrowRight}');
    await expect.poll(() => document.activeElement).toBe(cell('😀', 'precedence'));
    expect(document.querySelectorAll('[data-part="cell"][tabindex="0"]')).toHaveLength(1);
  });

  it('writes what is typed, puts it in with Enter and goes on below', async () => {
    const { sent } = await opened(four());
    await stand('Liu Shiquan', 'title');
    await userEvent.keyboard('General Manager{Enter}');
    await expect.poll(() => cell('Liu Shiquan', 'title').textContent).toBe('General Manager');
    expect(sent).toEqual([
      {
        name: 'revise-roster',
        data: { changes: [{ rosterId: 'command-2.1', title: 'General Manager', seen: { title: null } }] },
      },
    ]);
    await expect.poll(() => document.activeElement).toBe(cell('Wei Yiyin', 'title'));
  });

  it('leaves a cell as it was with Escape, and writes nothing where nothing was changed', async () => {
    const { sent } = await opened(four());
    await stand('Wei Yiyin', 'name');
    await userEvent.keyboard('Somebody{Escape}');
    await expect.poll(() => document.activeElement).toBe(cell('Wei Yiyin', 'name'));
    await userEvent.keyboard('{F2}{Enter}');
    await expect.poll(() => document.activeElement).toBe(cell('Chen Guoying', 'name'));
    expect(sent).toEqual([]);
  });

  it('says at once what cannot stand in a cell', async () => {
    await opened(four());
    await stand('Wei Yiyin', 'precedence');
    await userEvent.keyboard('first{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('A whole number.');
    await expect.element(page.getByRole('textbox', { name: 'No. of Wei Yiyin' })).toHaveAttribute('aria-invalid');
  });

  it('keeps what was refused at its cell, to be corrected or let go', async () => {
    await opened(four());
    await stand('Wei Yiyin', 'name');
    await userEvent.keyboard('Chen Guoying{Enter}{ArrowUp}');
    await expect.element(page.getByText(/is on the roster already/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => order()).toContain('Wei Yiyin');
  });

  it('shows both where somebody else writes into the same cell, and lets one choose', async () => {
    const { other, sent } = await opened(four());
    await stand('Wei Yiyin', 'title');
    await userEvent.keyboard('Director');
    other('revise-attendee', { attendeeId: 'command-2.2', title: 'Deputy' });
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Leave “Deputy”' })).toHaveFocus();
    expect(sent).toEqual([]);
    await page.getByRole('button', { name: 'Write “Director”' }).click();
    await expect.poll(() => cell('Wei Yiyin', 'title').textContent).toBe('Director');
  });

  it('chooses rows with Shift, and changes all of them by one command that can be taken back', async () => {
    const { sent } = await opened(four());
    await stand('Wei Yiyin', 'name');
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await expect.element(page.getByText('2 names are chosen')).toBeVisible();
    await page.getByRole('button', { name: 'Venue …' }).click();
    await page.getByRole('combobox', { name: 'Venue' }).selectOptions('Wuhan');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => cell('Chen Guoying', 'venue').textContent).toBe('Wuhan');
    expect(cell('Wei Yiyin', 'venue').textContent).toBe('Wuhan');
    expect(sent).toHaveLength(1);
    await page.getByRole('button', { name: 'Take back the last change' }).click();
    await expect.poll(() => cell('Chen Guoying', 'venue').textContent).toBe('Remote');
  });

  it('moves names in the order of precedence with Alt and arrows', async () => {
    await opened(four());
    await stand('Chen Guoying', 'name');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect.poll(() => order().slice(0, 3)).toEqual(['Liu Shiquan', 'Chen Guoying', 'Wei Yiyin']);
    expect(document.activeElement).toBe(cell('Chen Guoying', 'name'));
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect.poll(() => order()[0]).toBe('Chen Guoying');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => order()[0]).toBe('Liu Shiquan');
  });

  it('takes cells of a spreadsheet, all of them or none', async () => {
    const { sent } = await opened(four());
    await stand('Wei Yiyin', 'name');
    const paste = (text: string) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    };
    paste('Wei\tDirector\nChen\t"Deputy\tDirector"');
    await expect.poll(() => order().slice(1, 3)).toEqual(['Wei', 'Chen']);
    expect(sent).toHaveLength(1);
    await stand('😀', 'name');
    paste('A\nB');
    await expect.element(page.getByText(/Nothing was written\./)).toBeVisible();
    expect(sent).toHaveLength(1);
  });

  it('lists the people of a unit alone, counted in the tree', async () => {
    await opened(four());
    await page.getByRole('treeitem', { name: /^Headquarters 2 people/ }).click();
    await expect.poll(() => order()).toEqual(['Wei Yiyin', 'Chen Guoying']);
    await expect.element(page.getByRole('treeitem', { name: /^CASIC 4 people/ })).toBeVisible();
  });

  it('shows names as text and nothing else', async () => {
    await opened(four());
    expect(document.querySelector('[data-part="rows"] b')).toBeNull();
    expect(cell('😀', 'name').querySelector('bdi')!.textContent).toBe('<b>Сunning</b> 😀 مرحبا');
  });

  it('holds the rows in sight alone of five thousand, and says how many there are', async () => {
    const rows = Array.from({ length: MANY }, (_none, place) => row(`Name ${place + 1}`));
    await opened(scheduled().give('import-roster', { rows }));
    const grid = page.getByRole('grid').element();
    expect(grid.getAttribute('aria-rowcount')).toBe(String(MANY + 1));
    expect(document.querySelectorAll('[data-part="rows"] [data-part="row"]').length).toBeLessThan(80);
    await stand('Name 1', 'name');
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect
      .poll(() => document.activeElement?.closest('[role="row"]')?.getAttribute('aria-rowindex'))
      .toBe('5001');
    grid.scrollTop = 0;
    await expect.poll(() => order()).toContain('Name 1');
    // The cell one stands in is still there, so that a key goes on from it.
    expect(document.activeElement?.getAttribute('data-column')).toBe('answer');
  });
});
