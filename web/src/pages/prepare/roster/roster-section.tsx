// The roster: imported from a file, then added to, revised and removed name by name.

import { createMemo, createSignal, lazy, Show, Suspense } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { everyone } from '../../../meeting/people.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Select, TextInput } from '../../../ui/inputs.tsx';
import { StateLoading } from '../../../ui/state-loading.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { Nothing, Section } from '../section.tsx';
import { stageOf } from '../sections.ts';
import { usePrepareWords } from '../words.tsx';
import { listed, rosterFigures } from './listing.ts';
import type { RosterOrder } from './listing.ts';
import { NameDialog } from './name-dialog.tsx';
import type { NameInHand } from './name-dialog.tsx';
import { RosterTable } from './roster-table.tsx';
import './roster.css';

const ImportPanel = lazy(() => import('./import-panel.tsx'));

/** Below this many names a list is read, not searched. */
const WORTH_SEARCHING = 8;

export function RosterSection(): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const [inHand, setInHand] = createSignal<NameInHand | null>(null);
  const [removing, setRemoving] = createSignal<string | null>(null);
  const [importing, setImporting] = createSignal(false);
  const [typed, setTyped] = createSignal('');
  const [order, setOrder] = createSignal<RosterOrder>('precedence');
  const meeting = () => live.view().meeting;
  const open = () => stageOf(meeting()) !== 'after';
  const names = () => everyone(meeting());
  const shown = createMemo(() => listed(names(), typed(), order()));
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
        <Show when={names().length >= WORTH_SEARCHING}>
          <div data-component="roster-search">
            <TextInput label={p('roster.find')} type="search" value={typed()} onValue={setTyped} autocomplete="off" />
            <Select
              label={p('roster.order')}
              value={order()}
              onValue={(chosen) => setOrder(chosen as RosterOrder)}
              choices={[
                { value: 'precedence', label: p('roster.order.precedence') },
                { value: 'unit', label: p('roster.order.unit') },
              ]}
            />
          </div>
        </Show>
        <RosterTable
          names={shown()}
          editable={open()}
          onRevise={(kind, rosterId) => setInHand({ kind, rosterId })}
          onRemove={setRemoving}
        />
      </Show>
      <Show when={inHand()} keyed>
        {(name) => <NameDialog of={name} onClose={() => setInHand(null)} />}
      </Show>
      <Show when={removing()} keyed>
        {(rosterId) => <RemoveDialog rosterId={rosterId} onClose={() => setRemoving(null)} />}
      </Show>
    </Section>
  );
}

function RemoveDialog(props: { readonly rosterId: string; readonly onClose: () => void }): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const roster = () => live.view().meeting.roster;
  const name = () => (roster().attendees.get(props.rosterId) ?? roster().delegations.get(props.rosterId))?.name ?? '';
  return (
    <Show
      when={roster().attendees.has(props.rosterId)}
      fallback={
        <ReasonDialog
          command="remove-delegation"
          input={(reason) => ({ delegationId: props.rosterId, reason })}
          title={p('roster.remove.title', { name: name() })}
          submit={p('remove')}
          onClose={() => props.onClose()}
        />
      }
    >
      <ReasonDialog
        command="remove-attendee"
        input={(reason) => ({ attendeeId: props.rosterId, reason })}
        title={p('roster.remove.title', { name: name() })}
        text={p('roster.remove.text')}
        submit={p('remove')}
        onClose={() => props.onClose()}
      />
    </Show>
  );
}
