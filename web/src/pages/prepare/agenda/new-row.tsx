// The empty row at the end of the agenda: an item is typed, Enter adds it, and the row is empty again for the next. Several
// pasted lines are several items. What is on its way to the record stands above it.

import type { ItemKind } from '@rostrum/events';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { itemKind, meetingCommands } from '../../../catalogue.ts';
import { useInputSentences } from '../../../i18n/input-sentences.ts';
import { useRefusals } from '../../../i18n/refusals.ts';
import { useLive } from '../../../live/use-live.tsx';
import { Button } from '../../../ui/button.tsx';
import { NumberInput, Select, TextInput } from '../../../ui/inputs.tsx';
import { createKeptHere } from '../form/form.ts';
import { inputErrors } from '../form/input-check.ts';
import { usePrepareWords } from '../words.tsx';
import type { Adding, Waiting } from './adding.ts';
import { emptyItem, itemTyped } from './item-draft.ts';
import { kindOf } from './kind-of.ts';
import { pastedItems } from './pasted.ts';

type NewRowProps = {
  readonly adding: Adding;
  /** The number that the next item has. */
  readonly number: number;
  /** When it is planned to begin. */
  readonly from: string;
  readonly onSaid: (sentence: string) => void;
};

type Row = { readonly title: string; readonly minutes: string; readonly kind: ItemKind | null };
const blank: Row = { title: '', minutes: '', kind: null };

export function NewRow(props: NewRowProps): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const inputSentence = useInputSentences();
  const [row, setRow] = createStore<Row>({ ...blank });
  const [tried, setTried] = createSignal(false);
  let form!: HTMLFormElement;

  // The first item opens a meeting, if its title says nothing else.
  const guessed = (): ItemKind => (props.number === 1 && row.title.trim() === '' ? 'opening' : kindOf(row.title));
  const kind = () => row.kind ?? guessed();
  const draft = () => ({ ...emptyItem(kind()), title: row.title, plannedMinutes: row.minutes });
  const errors = () =>
    tried()
      ? inputErrors(meetingCommands['add-item'].input, itemTyped(draft()), {
          plannedMinutes: p('agenda.minutes.invalid'),
        })
      : [];
  const errorAt = (path: string) => {
    const found = errors().find((error) => error.path === path);
    return found && inputSentence(found.message);
  };
  const clear = () => {
    setRow({ ...blank });
    setTried(false);
  };
  const focus = () => form.querySelector<HTMLInputElement>('input')?.focus();

  // The place has no name of an item: it is that of the empty row.
  createKeptHere(live.meetingId, {
    place: 'agenda',
    label: () => p('agenda.add'),
    value: () => ({ row: { ...row }, waiting: props.adding.waiting() }),
    restore: (kept: { readonly row: Row; readonly waiting: readonly Waiting[] }) => {
      setRow({ ...blank, ...kept.row });
      if (kept.waiting.length > 0) props.adding.restore(kept.waiting);
      focus();
    },
  });

  const add = () => {
    if (row.title.trim() === '' && row.minutes.trim() === '') {
      focus();
      return;
    }
    setTried(true);
    if (errors().length > 0) {
      form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
      return;
    }
    const title = row.title.trim();
    props.adding.add([draft()]);
    props.onSaid(p('agenda.adding', { title }));
    clear();
    focus();
  };
  const paste = (event: ClipboardEvent) => {
    const items = pastedItems(event.clipboardData?.getData('text/plain') ?? '');
    if (items.length < 2) return;
    event.preventDefault();
    props.adding.add(
      items.map(({ title, kind: of, plannedMinutes }) => ({
        ...emptyItem(of),
        title,
        plannedMinutes: plannedMinutes === null ? '' : String(plannedMinutes),
      })),
    );
    props.onSaid(p('agenda.pasted', { count: items.length }));
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.target as HTMLElement).matches('input, select')) {
      event.preventDefault();
      add();
    } else if (event.key === 'Escape') clear();
  };
  const mend = (key: string) => {
    const taken = props.adding.takeBack(key);
    if (!taken) return;
    setRow({ title: taken.title, minutes: taken.plannedMinutes, kind: taken.kind });
    focus();
  };

  return (
    <>
      <Show when={props.adding.waiting().length > 0}>
        <WaitingRows adding={props.adding} onMend={mend} />
      </Show>
      <form
        ref={(made) => (form = made)}
        data-component="prepare-agenda-new"
        aria-label={p('agenda.add')}
        novalidate
        onKeyDown={press}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <span data-part="number" aria-hidden="true">
          {props.number}
        </span>
        <time data-part="from">{props.from}</time>
        <TextInput
          label={p('agenda.title')}
          labelHidden
          placeholder={p('agenda.new')}
          value={row.title}
          onValue={(title) => setRow({ title })}
          onPaste={paste}
          error={errorAt('title')}
          data-ceremonial=""
          autocomplete="off"
          dir="auto"
        />
        <Select
          label={p('agenda.kind')}
          labelHidden
          value={kind()}
          onValue={(chosen) => setRow({ kind: chosen as ItemKind })}
          choices={itemKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <NumberInput
          label={p('agenda.minutes')}
          labelHidden
          placeholder={p('agenda.minutes.short')}
          value={row.minutes}
          onValue={(minutes) => setRow({ minutes })}
          error={errorAt('plannedMinutes')}
        />
        <Button type="submit" size="small">
          {p('agenda.add.short')}
        </Button>
      </form>
    </>
  );
}

type WaitingRowsProps = { readonly adding: Adding; readonly onMend: (key: string) => void };

function WaitingRows(props: WaitingRowsProps): JSX.Element {
  const { t, p } = usePrepareWords();
  const sentence = useRefusals();
  const first = (key: string) => props.adding.waiting()[0]?.key === key;
  return (
    <ol data-component="prepare-agenda-waiting" aria-label={p('agenda.waiting')}>
      <For each={props.adding.waiting()}>
        {(item) => (
          <li>
            <span data-part="title" dir="auto">
              {item.draft.title}
            </span>
            <Show
              when={first(item.key) && props.adding.problem()}
              fallback={<span data-part="about">{p('agenda.onTheWay')}</span>}
            >
              {(problem) => (
                <>
                  <span role="alert" data-part="why">
                    {sentence(problem())}
                  </span>
                  <span data-part="tools">
                    <Button size="small" variant="primary" onClick={() => props.adding.retry()}>
                      {t('state.retry')}
                    </Button>
                    <Button size="small" onClick={() => props.onMend(item.key)}>
                      {p('agenda.mend')}
                    </Button>
                  </span>
                </>
              )}
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}
