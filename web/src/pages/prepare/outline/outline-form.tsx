// Revising what the meeting is.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';
import { languages } from '../../../i18n/words.ts';
import type { Language } from '../../../i18n/words.ts';
import { useLive } from '../../../live/use-live.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { Checkbox, NumberInput, Select, TextArea, TextInput } from '../../../ui/inputs.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import { Conflicts } from '../form/conflicts.tsx';
import { createRevising } from '../form/revising.ts';
import { usePrepareWords } from '../words.tsx';
import { outlineDraft, outlineOf, outlineTyped } from './outline-draft.ts';
import type { Outline, OutlineDraft } from './outline-draft.ts';

const forms = ['video', 'hybrid', 'on-site'] as const;

export function OutlineForm(props: { readonly onClose: () => void }): JSX.Element {
  const words = usePrepareWords();
  const { t, p } = words;
  const live = useLive();
  const lifecycle = () => live.view().meeting.lifecycle;
  const revising = createRevising<Outline, OutlineDraft>({
    current: () => outlineOf(lifecycle()),
    draftOf: outlineDraft,
    typed: outlineTyped,
    concerns: ({ type }) => type === 'MeetingRevised',
  });
  const { draft, change: setDraft } = revising;
  const form = createForm({
    command: 'revise-meeting',
    input: revising.changes,
    sentences: () => ({ quorum: t('schedule.quorum.invalid'), languages: t('schedule.languages.none') }),
    done: () => props.onClose(),
    keep: { place: 'outline', label: () => p('outline.revise'), value: revising.kept, restore: revising.restore },
  });
  const names: Readonly<Record<keyof Outline, () => string>> = {
    title: () => t('schedule.name'),
    organisation: () => t('schedule.organisation'),
    purpose: () => t('schedule.purpose'),
    languages: () => t('schedule.languages'),
    form: () => t('schedule.form'),
    quorum: () => t('schedule.quorum'),
  };
  const languageName = (tag: string) => (Object.hasOwn(languages, tag) ? languages[tag as Language] : tag);
  const shown = (field: keyof Outline, outline: Outline) => {
    if (field === 'form') return t(`form.${outline.form}`);
    if (field === 'languages') return words.names().list(outline.languages.map(languageName));
    return outlineDraft(outline)[field];
  };
  const offered = () => [...new Set([...Object.keys(languages), ...lifecycle().languages])];
  const toggle = (tag: string, chosen: boolean) =>
    setDraft({ languages: chosen ? [...draft.languages, tag] : draft.languages.filter((other) => other !== tag) });

  return (
    <FormFrame
      form={form}
      label={p('outline.revise')}
      submit={p('form.save')}
      onCancel={() => props.onClose()}
      conflicts={{
        open: () => revising.conflicts().length > 0,
        shown: () => <Conflicts of={revising} name={(field) => names[field]()} show={shown} />,
      }}
    >
      <TextInput
        label={t('schedule.name')}
        value={draft.title}
        onValue={(title) => setDraft({ title })}
        error={form.errorAt('title')}
        data-ceremonial=""
      />
      <TextInput
        label={t('schedule.organisation')}
        value={draft.organisation}
        onValue={(organisation) => setDraft({ organisation })}
        error={form.errorAt('organisation')}
      />
      <TextArea
        label={t('schedule.purpose')}
        hint={t('schedule.purpose.hint')}
        optional
        value={draft.purpose}
        onValue={(purpose) => setDraft({ purpose })}
        error={form.errorAt('purpose')}
      />
      <div data-part="row">
        <Select
          label={t('schedule.form')}
          value={draft.form}
          onValue={(chosen) => setDraft({ form: chosen as OutlineDraft['form'] })}
          choices={forms.map((value) => ({ value, label: t(`form.${value}`) }))}
        />
        <NumberInput
          label={t('schedule.quorum')}
          hint={t('schedule.quorum.hint')}
          optional
          value={draft.quorum}
          onValue={(quorum) => setDraft({ quorum })}
          error={form.errorAt('quorum')}
        />
      </div>
      <FieldGroup label={t('schedule.languages')} error={form.errorAt('languages')}>
        <div data-part="choices">
          <For each={offered()}>
            {(tag) => (
              <Checkbox
                label={<span lang={tag}>{languageName(tag)}</span>}
                checked={draft.languages.includes(tag)}
                onChecked={(chosen) => toggle(tag, chosen)}
              />
            )}
          </For>
        </div>
      </FieldGroup>
    </FormFrame>
  );
}
