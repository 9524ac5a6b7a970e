// Adding a venue, and revising one.

import { createUniqueId } from 'solid-js';
import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { useLive } from '../../../live/use-live.tsx';
import { subjectOf } from '../../../meeting/marks.ts';
import { Checkbox, TextInput } from '../../../ui/inputs.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import { Conflicts } from '../form/conflicts.tsx';
import { createRevising } from '../form/revising.ts';
import { usePrepareWords } from '../words.tsx';
import { venueIdFor } from './venue-id.ts';

type VenueDraft = { readonly name: string; readonly main: boolean };

export function AddVenueForm(props: { readonly onClose: () => void }): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const venues = () => live.view().meeting.roster.venues;
  const hasMain = () =>
    venues()
      .values()
      .some(({ main, withdrawn }) => main && !withdrawn);
  const [draft, setDraft] = createStore({
    name: '',
    main: !hasMain(),
    venueId: venueIdFor(venues().keys(), !hasMain()),
  });
  const form = createForm({
    command: 'add-venue',
    input: () => ({ name: draft.name, main: draft.main, venueId: draft.venueId.trim() }),
    done: () => props.onClose(),
    keep: { place: 'venues', label: () => t('schedule.venue.add'), value: () => ({ ...draft }), restore: setDraft },
  });
  return (
    <FormFrame
      form={form}
      label={t('schedule.venue.add')}
      submit={t('schedule.venue.add')}
      onCancel={() => props.onClose()}
    >
      <div data-part="row" data-first="wide">
        <TextInput
          label={p('name')}
          value={draft.name}
          onValue={(name) => setDraft({ name })}
          error={form.errorAt('name')}
          placeholder={p('venues.name.example')}
          autofocus
        />
        <TextInput
          label={p('venues.id')}
          hint={p('venues.id.hint')}
          value={draft.venueId}
          onValue={(venueId) => setDraft({ venueId })}
          error={form.errorAt('venueId')}
          spellcheck={false}
        />
      </div>
      <Main checked={draft.main} onChecked={(main) => setDraft({ main })} error={form.errorAt('main')} />
    </FormFrame>
  );
}

export function ReviseVenueForm(props: { readonly venueId: string; readonly onClose: () => void }): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const current = (): VenueDraft => {
    const { name = '', main = false } = live.view().meeting.roster.venues.get(props.venueId) ?? {};
    return { name, main };
  };
  const revising = createRevising<VenueDraft, VenueDraft>({
    current,
    draftOf: (venue) => venue,
    typed: ({ name, main }) => ({ name: name.trim(), main }),
    concerns: (event) => subjectOf(event) === props.venueId,
  });
  const { draft, change } = revising;
  const form = createForm({
    command: 'revise-venue',
    input: () => ({ venueId: props.venueId, ...revising.changes() }),
    done: () => props.onClose(),
    keep: {
      // A form is made for one thing.
      // oxlint-disable-next-line solid/reactivity
      place: `venues/${props.venueId}`,
      label: () => p('revise.of', { name: current().name }),
      value: revising.kept,
      restore: revising.restore,
    },
  });
  const names: Readonly<Record<keyof VenueDraft, () => string>> = {
    name: () => p('name'),
    main: () => t('venue.main'),
  };
  return (
    <FormFrame
      form={form}
      label={p('revise.of', { name: current().name })}
      submit={p('form.save')}
      onCancel={() => props.onClose()}
      conflicts={{
        open: () => revising.conflicts().length > 0,
        shown: () => (
          <Conflicts
            of={revising}
            name={(field) => names[field]()}
            show={(field, venue) => (field === 'name' ? venue.name : venue.main ? t('venue.main') : t('venue.branch'))}
          />
        ),
      }}
    >
      <TextInput
        label={p('name')}
        value={draft.name}
        onValue={(name) => change({ name })}
        error={form.errorAt('name')}
        autofocus
      />
      <Main checked={draft.main} onChecked={(main) => change({ main })} error={form.errorAt('main')} />
    </FormFrame>
  );
}

type MainProps = {
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  readonly error: string | undefined;
};

function Main(props: MainProps): JSX.Element {
  const { t } = usePrepareWords();
  const id = createUniqueId();
  return (
    <div>
      <Checkbox
        label={t('venue.main')}
        checked={props.checked}
        onChecked={(checked) => props.onChecked(checked)}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={props.error ? id : undefined}
      />
      <p id={id}>{props.error}</p>
    </div>
  );
}
