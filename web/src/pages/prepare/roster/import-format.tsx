// How the table is to be made: its columns, what may stand in each, and an empty one to begin with.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';
import { capacity } from '../../../catalogue.ts';
import { useLive } from '../../../live/use-live.tsx';
import { Button } from '../../../ui/button.tsx';
import { save } from '../save.ts';
import { usePrepareWords } from '../words.tsx';

const columns = ['kind', 'name', 'title', 'unit', 'capacity', 'precedence', 'venue', 'expected'] as const;

export function ImportFormat(): JSX.Element {
  const { p, names } = usePrepareWords();
  const live = useLive();
  const venues = () =>
    live
      .view()
      .meeting.roster.venues.values()
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ venueId }) => venueId);
  const says: Readonly<Record<(typeof columns)[number], () => string>> = {
    kind: () => p('import.column.kind'),
    name: () => p('import.column.name'),
    title: () => p('import.column.title'),
    unit: () => p('import.column.unit'),
    capacity: () => p('import.column.capacity', { capacities: names().list(capacity.options) }),
    precedence: () => p('import.column.precedence'),
    venue: () =>
      venues().length === 0 ? p('import.column.noVenue') : p('import.column.venue', { venues: names().list(venues()) }),
    expected: () => p('import.column.expected'),
  };
  return (
    <details>
      <summary>{p('import.format')}</summary>
      <dl>
        <For each={columns}>
          {(column) => (
            <div>
              <dt>
                <code>{column}</code>
              </dt>
              <dd>{says[column]()}</dd>
            </div>
          )}
        </For>
      </dl>
      <Button size="small" onClick={() => save('roster.csv', 'text/csv', `\uFEFF${columns.join(',')}\r\n`)}>
        {p('import.template')}
      </Button>
    </details>
  );
}
