// The roster: imported from a file, added to, and worked on in its table.

import { createSignal, Show, Suspense } from 'solid-js';
import type { JSX } from 'solid-js';
import { lazyPart } from '../../../lazy-page.ts';
import { useLive } from '../../../live/use-live.tsx';
import { everyone } from '../../../meeting/people.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { StateLoading } from '../../../ui/state-loading.tsx';
import { Nothing, Section } from '../section.tsx';
import { stageOf } from '../sections.ts';
import { usePrepareWords } from '../words.tsx';
import { rosterFigures } from './figures.ts';
import { NameDialog } from './name-dialog.tsx';
import type { NameInHand } from './name-dialog.tsx';
import './roster.css';

const ImportPanel = lazyPart(() => import('./import-panel.tsx'));
const RosterTable = lazyPart(async () => ({ default: (await import('./table/roster-table.tsx')).RosterTable }));

export function RosterSection(): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const [inHand, setInHand] = createSignal<NameInHand | null>(null);
  const [importing, setImporting] = createSignal(false);
  const meeting = () => live.view().meeting;
  const open = () => stageOf(meeting()) !== 'after';
  const names = () => everyone(meeting());
  const figures = () => {
    const { persons, delegations, expected, units } = rosterFigures(names());
    return [
      ...(persons > 0 ? [p('roster.persons', { count: persons })] : []),
      ...(delegations > 0 ? [p('roster.delegations', { count: delegations })] : []),
      ...(expected > 0 ? [p('roster.expected', { count: expected })] : []),
      p('roster.units', { count: units }),
    ].join(' · ');
  };

  return (
    <Section
      id="roster"
      lead={names().length === 0 ? p('roster.lead') : figures()}
      tools={
        <Show when={open()}>
          <Show when={!importing()}>
            <Button size="small" onClick={() => setImporting(true)}>
              {p('roster.import')}
            </Button>
          </Show>
          <Button size="small" onClick={() => setInHand({ kind: 'attendee', rosterId: null })}>
            <Icon name="add" />
            {p('roster.addPerson')}
          </Button>
          <Button size="small" onClick={() => setInHand({ kind: 'delegation', rosterId: null })}>
            <Icon name="add" />
            {p('roster.addDelegation')}
          </Button>
        </Show>
      }
    >
      <Show when={importing()}>
        <Suspense fallback={<StateLoading />}>
          <ImportPanel onClose={() => setImporting(false)} />
        </Suspense>
      </Show>
      <Show when={names().length > 0} fallback={<Nothing>{p('roster.none')}</Nothing>}>
        <Suspense fallback={<StateLoading />}>
          <RosterTable
            editable={open()}
            answerable={open() && meeting().lifecycle.status !== 'draft'}
            onRevise={(rosterId) =>
              setInHand({ kind: meeting().roster.attendees.has(rosterId) ? 'attendee' : 'delegation', rosterId })
            }
          />
        </Suspense>
      </Show>
      <Show when={inHand()} keyed>
        {(name) => <NameDialog of={name} onClose={() => setInHand(null)} />}
      </Show>
    </Section>
  );
}
