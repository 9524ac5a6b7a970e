// An item edited in its row: Tab goes from cell to cell, Enter saves and goes on, Escape gives up, leaving the row saves.
// What somebody else does to it meanwhile is said, and never written over.

import { createEffect, onMount, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import { useLive } from '../../../live/use-live.tsx';
import { subjectOf } from '../../../meeting/marks.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Conflicts } from '../form/conflicts.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import { createRevising } from '../form/revising.ts';
import { nameOf } from '../people-options.ts';
import { usePrepareWords } from '../words.tsx';
import { draftOf, itemTyped, outlineOf } from './item-draft.ts';
import type { ItemDraft, ItemOutline } from './item-draft.ts';
import { ItemFields } from './item-fields.tsx';

export type ItemEditorProps = {
  readonly itemId: string;
  /** The row is done with: saved, given up, or nothing was changed. */
  readonly onClose: () => void;
  /** Enter was pressed: the work goes on in the next row. */
  readonly onNext: () => void;
  /** Escape was pressed: back to the row as it is shown. */
  readonly onGiveUp: () => void;
};

export function ItemEditor(props: ItemEditorProps): JSX.Element {
  const words = usePrepareWords();
  const { t, p } = words;
  const live = useLive();
  let place!: HTMLDivElement;
  const meeting = () => live.view().meeting;
  const item = () => meeting().agenda.items.get(props.itemId)!;
  const revising = createRevising<ItemOutline, ItemDraft>({
    current: () => outlineOf(item()),
    draftOf,
    typed: itemTyped,
    concerns: (event) => subjectOf(event) === props.itemId,
  });
  const gone = () => item().status === 'withdrawn';
  const form = createForm({
    command: 'revise-item',
    input: () => ({ itemId: props.itemId, ...revising.changes() }),
    sentences: () => ({ plannedMinutes: p('agenda.minutes.invalid') }),
    done: () => props.onClose(),
    keep: {
      // An editor is made for one item.
      // oxlint-disable-next-line solid/reactivity
      place: `agenda/${props.itemId}`,
      label: () => p('revise.of', { name: item().title }),
      value: revising.kept,
      restore: revising.restore,
    },
  });
  const names: Readonly<Record<keyof ItemOutline, () => string>> = {
    kind: () => p('agenda.kind'),
    title: () => p('agenda.title'),
    presenters: () => p('agenda.presenters'),
    plannedMinutes: () => p('agenda.minutes'),
    documents: () => p('agenda.documents'),
    topics: () => p('agenda.topics'),
  };
  const shown = (field: keyof ItemOutline, outline: ItemOutline): string => {
    if (field === 'kind') return t(`kind.${outline.kind}`);
    if (field === 'presenters') return words.names().list(outline.presenters.map((id) => nameOf(meeting(), id)));
    if (field === 'documents') {
      const titles = outline.documents.map((id) => meeting().documents.all.get(id)?.title ?? id);
      return words.names().list(titles);
    }
    return draftOf(outline)[field];
  };

  const close = () => {
    form.kept?.done();
    props.onClose();
  };
  const giveUp = () => {
    close();
    props.onGiveUp();
  };
  const free = () => !form.action.busy() && !gone() && revising.conflicts().length === 0;
  const submit = () => place.querySelector('form')?.requestSubmit();
  const goOn = () => {
    const goes = (revising.untouched() && !gone()) || (form.ready?.() && free());
    if (goes) props.onNext();
    if (revising.untouched() && !gone()) close();
    else if (free()) submit();
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') {
      event.stopPropagation();
      giveUp();
    } else if (event.key === 'Enter' && !target.matches('button') && (!target.matches('textarea') || event.ctrlKey)) {
      event.preventDefault();
      goOn();
    }
  };
  const leave = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && place.contains(event.relatedTarget)) return;
    // What takes the focus may be another window, or the row itself as it moves in the list.
    setTimeout(() => {
      if (!place.isConnected || !document.hasFocus() || place.contains(document.activeElement)) return;
      if (revising.untouched() && !gone()) close();
      else if (free() && form.action.problem() === null && form.ready?.()) submit();
    });
  };

  const addAnew = createAction(async (key) => {
    await live.send('add-item', itemTyped(revising.draft), key);
    close();
  });
  onMount(() => place.addEventListener('focusout', leave));
  // A refusal that comes after the row was left is brought before the reader.
  createEffect(() => {
    if (form.action.problem()) place.scrollIntoView({ block: 'nearest' });
  });

  return (
    <div ref={(made) => (place = made)} data-component="prepare-item-editor" onKeyDown={press}>
      <FormFrame
        form={form}
        label={p('revise.of', { name: item().title })}
        submit={p('form.save')}
        onCancel={giveUp}
        held={gone() ? p('agenda.gone.held') : undefined}
        conflicts={{
          open: () => revising.conflicts().length > 0,
          shown: () => <Conflicts of={revising} name={(field) => names[field]()} show={shown} />,
        }}
      >
        <Show when={gone()}>
          <Notice
            variant="warn"
            action={
              <Button size="small" variant="primary" action={addAnew}>
                {p('agenda.addAnew')}
              </Button>
            }
          >
            {p('merge.gone', { name: revising.hand() ?? p('merge.somebody') })}
          </Notice>
        </Show>
        <ItemFields draft={revising.draft} change={revising.change} form={form} />
      </FormFrame>
    </div>
  );
}
