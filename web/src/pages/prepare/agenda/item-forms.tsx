// Adding an item to the agenda, and revising one in its place.

import { createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { useLive } from '../../../live/use-live.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import { createRevision } from '../form/revision.ts';
import { usePrepareWords } from '../words.tsx';
import { draftOf, emptyItem, itemTyped, outlineOf } from './item-draft.ts';
import type { ItemDraft, ItemOutline } from './item-draft.ts';
import { ItemFields } from './item-fields.tsx';

export function AddItemForm(props: { readonly onClose: () => void }): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const agenda = () => live.view().meeting.agenda;
  const [draft, setDraft] = createStore<ItemDraft>(emptyItem(agenda().order.length === 0 ? 'opening' : 'report'));
  const [before, setBefore] = createSignal('');
  const form = createForm({
    command: 'add-item',
    input: () => ({ ...itemTyped(draft), beforeItemId: before() === '' ? null : before() }),
    sentences: () => ({ plannedMinutes: p('agenda.minutes.invalid') }),
    done: () => props.onClose(),
  });
  const places = () =>
    agenda().order.map((itemId, place) => ({
      value: itemId,
      label: p('agenda.before', { number: place + 1, title: agenda().items.get(itemId)?.title ?? '' }),
    }));
  return (
    <FormFrame form={form} label={p('agenda.add')} submit={p('agenda.add')} onCancel={() => props.onClose()}>
      <ItemFields draft={draft} change={setDraft} form={form} />
      <Show when={places().length > 0}>
        <Select
          label={p('agenda.place')}
          value={before()}
          onValue={setBefore}
          empty={p('agenda.atEnd')}
          choices={places()}
          error={form.errorAt('beforeItemId')}
        />
      </Show>
    </FormFrame>
  );
}

export function ReviseItemForm(props: { readonly itemId: string; readonly onClose: () => void }): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const item = () => live.view().meeting.agenda.items.get(props.itemId)!;
  const [draft, setDraft] = createStore<ItemDraft>(draftOf(item()));
  const revision = createRevision<ItemOutline>(() => outlineOf(item()));
  const form = createForm({
    command: 'revise-item',
    input: () => ({ itemId: props.itemId, ...revision.changes(itemTyped(draft)) }),
    sentences: () => ({ plannedMinutes: p('agenda.minutes.invalid') }),
    done: () => props.onClose(),
  });
  const names: Readonly<Record<keyof ItemOutline, () => string>> = {
    kind: () => p('agenda.kind'),
    title: () => p('agenda.title'),
    presenters: () => p('agenda.presenters'),
    plannedMinutes: () => p('agenda.minutes'),
    documents: () => p('agenda.documents'),
    topics: () => p('agenda.topics'),
  };
  const begin = () => {
    revision.begin();
    setDraft(draftOf(item()));
  };
  return (
    <FormFrame
      form={form}
      label={p('revise.of', { name: item().title })}
      submit={p('form.save')}
      onCancel={() => props.onClose()}
      meanwhile={{ fields: revision.meanwhile().map((field) => names[field]()), onBegin: begin }}
    >
      <ItemFields draft={draft} change={setDraft} form={form} />
    </FormFrame>
  );
}
