// What is done to all who are chosen: another venue, another capacity, another unit, or off the roster, by one command.

import type { Capacity } from '@rostrum/events';
import { unitsOnRoster } from '@rostrum/events';
import { createSignal, createUniqueId, For, Match, Show, Switch, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import { capacity } from '../../../../catalogue.ts';
import { useLive } from '../../../../live/use-live.tsx';
import { Button } from '../../../../ui/button.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Select, TextInput } from '../../../../ui/inputs.tsx';
import { FormFrame } from '../../form/form-frame.tsx';
import { createForm } from '../../form/form.ts';
import { ReasonDialog } from '../../reason-dialog.tsx';
import { usePrepareWords } from '../../words.tsx';
import { unitTyped } from '../name-draft.ts';
import { namesAsText } from './answers.ts';
import type { Change } from './cell-change.ts';
import type { TableName } from './columns.ts';
import type { RosterTableModel } from './use-table.ts';
import './bulk.css';

type Doing = 'venue' | 'capacity' | 'unit' | 'remove';

export function BulkBar(props: { readonly table: RosterTableModel; readonly editable: boolean }): JSX.Element {
  const { p } = usePrepareWords();
  const [doing, setDoing] = createSignal<Doing | null>(null);
  const chosen = () => {
    const ids = new Set(props.table.chosen());
    return props.table.shown().filter(({ rosterId }) => ids.has(rosterId));
  };
  const close = () => setDoing(null);
  return (
    <>
      <Show when={chosen().length > 0}>
        <div data-component="roster-bulk" role="group" aria-label={p('bulk.chosen', { count: chosen().length })}>
          <strong role="status">{p('bulk.chosen', { count: chosen().length })}</strong>
          <Show when={props.editable}>
            <Button size="small" onClick={() => setDoing('venue')}>
              {p('bulk.venue')}
            </Button>
            <Button size="small" onClick={() => setDoing('capacity')}>
              {p('bulk.capacity')}
            </Button>
            <Button size="small" onClick={() => setDoing('unit')}>
              {p('bulk.unit')}
            </Button>
            <Button size="small" onClick={() => setDoing('remove')}>
              {p('bulk.remove')}
            </Button>
          </Show>
          <CopyButton text={namesAsText(chosen())}>{p('bulk.copy')}</CopyButton>
          <Button size="small" variant="quiet" onClick={() => props.table.chooseNone()}>
            {p('bulk.none')}
          </Button>
        </div>
      </Show>
      <Switch>
        <Match when={doing() === 'remove'}>
          <ReasonDialog
            command="remove-from-roster"
            input={(reason) => ({ rosterIds: [...props.table.chosen()], reason })}
            title={p('bulk.remove.title', { count: chosen().length })}
            text={p('bulk.remove.text')}
            submit={p('remove')}
            onClose={close}
          />
        </Match>
        <Match when={doing()}>
          {(what) => (
            <Dialog
              open
              onOpenChange={(open) => !open && close()}
              title={p('bulk.title', { count: chosen().length })}
              width="narrow"
            >
              <BulkForm
                what={what() as Exclude<Doing, 'remove'>}
                names={chosen()}
                onClose={close}
                onDone={(changes) => props.table.work.note(changes)}
              />
            </Dialog>
          )}
        </Match>
      </Switch>
    </>
  );
}

type BulkFormProps = {
  readonly what: Exclude<Doing, 'remove'>;
  readonly names: readonly TableName[];
  readonly onClose: () => void;
  readonly onDone: (changes: readonly Change[]) => void;
};

function BulkForm(props: BulkFormProps): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const unitsId = createUniqueId();
  const [venueId, setVenueId] = createSignal('');
  const [chosenCapacity, setCapacity] = createSignal<Capacity>('member');
  const [unit, setUnit] = createSignal('');
  const roster = () => live.view().meeting.roster;
  const changeOf = ({ rosterId, ...name }: TableName): Change => {
    switch (props.what) {
      case 'venue':
        return { rosterId, venueId: venueId() === '' ? null : venueId(), seen: { venueId: name.venueId } };
      case 'capacity':
        return { rosterId, capacity: chosenCapacity(), seen: { capacity: name.capacity } };
      case 'unit':
        return { rosterId, unit: unitTyped(unit()), seen: { unit: name.unit } };
    }
  };
  // What is changed is what one saw when one began.
  const names = untrack(() => props.names);
  let sent: readonly Change[] = [];
  const form = createForm({
    command: 'revise-roster',
    input: () => ({ changes: (sent = names.map(changeOf)) as Change[] }),
    done: () => {
      props.onDone(sent);
      props.onClose();
    },
  });
  return (
    <FormFrame form={form} label={p(`bulk.${props.what}`)} submit={p('form.save')} onCancel={() => props.onClose()}>
      <Switch>
        <Match when={props.what === 'venue'}>
          <Select
            label={p('roster.venue')}
            value={venueId()}
            onValue={setVenueId}
            empty={t('venue.remote')}
            choices={roster()
              .venues.values()
              .filter(({ withdrawn }) => !withdrawn)
              .map(({ venueId: value, name }) => ({ value, label: name }))}
            error={form.errorAt('changes')}
          />
        </Match>
        <Match when={props.what === 'capacity'}>
          <Select
            label={p('roster.capacity')}
            value={chosenCapacity()}
            onValue={(value) => setCapacity(value as Capacity)}
            choices={capacity.options.map((value) => ({ value, label: t(`capacity.${value}`) }))}
            error={form.errorAt('changes')}
          />
        </Match>
        <Match when={props.what === 'unit'}>
          <TextInput
            label={p('roster.unit')}
            hint={p('roster.unit.hint')}
            value={unit()}
            onValue={setUnit}
            list={unitsId}
            autocomplete="off"
            error={form.errorAt('changes')}
          />
          <datalist id={unitsId}>
            <For each={unitsOnRoster(roster())}>{(known) => <option value={known} />}</For>
          </datalist>
        </Match>
      </Switch>
    </FormFrame>
  );
}
