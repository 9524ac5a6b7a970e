// The days of a calendar, as a reader at the keyboard meets them.

import { Route, Router } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { MeetingLine } from '../../../api/meetings.ts';
import { show } from '../../../testing/show.tsx';
import { FindingWords } from '../words.tsx';
import { monthOf } from './days.ts';
import { DayGrid } from './grid.tsx';

const meeting = (meetingId: string, title: string): MeetingLine => ({
  meetingId,
  title,
  organisation: 'CASIC',
  form: 'video',
  timeZone: 'UTC',
  startsAt: '2026-02-27T09:00:00Z',
  endsAt: '2026-02-27T10:00:00Z',
  status: 'convened',
  venues: [],
  attendees: 0,
  delegations: 0,
});

async function showGrid(meetings: readonly MeetingLine[] = []) {
  const entered: string[] = [];
  await show(() => {
    const [day, setDay] = createSignal('2026-02-27');
    return (
      <Router>
        <Route
          path="*"
          component={() => (
            <FindingWords>
              <DayGrid
                label="February 2026"
                view="month"
                weeks={monthOf(day(), 1)}
                day={day()}
                today="2026-02-02"
                first={1}
                meetings={new Map([['2026-02-27', meetings]])}
                busy={false}
                onDay={setDay}
                onEnter={() => entered.push(day())}
              />
            </FindingWords>
          )}
        />
      </Router>
    );
  });
  await expect.element(page.getByRole('gridcell', { name: /27 February/ })).toBeVisible();
  return entered;
}

const here = () => document.activeElement?.getAttribute('data-day');

it('goes from day to day with the keys, over the end of the month, and never loses the focus', async () => {
  const entered = await showGrid();
  await userEvent.tab();
  expect(here()).toBe('2026-02-27');
  for (const [key, day] of [
    ['ArrowRight', '2026-02-28'],
    ['ArrowRight', '2026-03-01'],
    ['ArrowUp', '2026-02-22'],
    ['Home', '2026-02-16'],
    ['End', '2026-02-22'],
    ['PageDown', '2026-03-22'],
    ['PageUp', '2026-02-22'],
    ['ArrowDown', '2026-03-01'],
  ] as const) {
    await userEvent.keyboard(`{${key}}`);
    await expect.poll(here, { message: key }).toBe(day);
  }
  await userEvent.keyboard('{Enter}');
  expect(entered).toEqual(['2026-03-01']);
});

it('is one stop for the Tab key, says how many meetings a day has, and names the first of many', async () => {
  const titles = ['One', 'سباق', '<b>Three</b>', '四'.repeat(200), 'Five'];
  await showGrid(titles.map((title, place) => meeting(`m-${place}`, title)));
  await expect.element(page.getByRole('gridcell', { name: /27 February 2026: 5 meetings/ })).toBeVisible();
  expect(document.querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
  expect(document.querySelectorAll('td a')).toHaveLength(2);
  await expect.element(page.getByText('3 more')).toBeVisible();
  const grid = document.querySelector('table')!;
  expect(grid.scrollWidth).toBeLessThanOrEqual(grid.parentElement!.clientWidth);
});
