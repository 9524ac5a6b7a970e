// Moving the meeting to another time, with the reason.

import { createMemo } from 'solid-js';
import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { useLive } from '../../../live/use-live.tsx';
import { Select, TextInput } from '../../../ui/inputs.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { createForm } from '../form/form.ts';
import { createRevision } from '../form/revision.ts';
import { typedText } from '../form/typed.ts';
import { usePrepareWords } from '../words.tsx';
import { termDraft, termTyped, withStartDay } from './outline-draft.ts';
import type { Term, TermDraft } from './outline-draft.ts';

export function TermForm(props: { readonly onClose: () => void }): JSX.Element {
  const { t, p, formats } = usePrepareWords();
  const live = useLive();
  const lifecycle = () => live.view().meeting.lifecycle;
  const [draft, setDraft] = createStore<TermDraft>(termDraft(lifecycle()));
  const revision = createRevision<Term>(() => {
    const { timeZone, startsAt, endsAt } = lifecycle();
    return { timeZone, startsAt, endsAt };
  });
  const missing = (day: string, time: string) =>
    day === '' || time === '' ? t('schedule.time.missing') : t('schedule.noSuchTime');
  const sentences = () => {
    const typed = termTyped(draft);
    return {
      ...(typed.startsAt === '' ? { startsAt: missing(draft.startDay, draft.starts) } : {}),
      ...(typed.endsAt === '' ? { endsAt: missing(draft.endDay, draft.ends) } : {}),
    };
  };
  const form = createForm({
    command: 'reschedule-meeting',
    input: () => ({ ...termTyped(draft), reason: typedText(draft.reason) }),
    sentences,
    done: () => props.onClose(),
    keep: {
      place: 'outline/term',
      label: () => p('outline.reschedule'),
      value: () => ({ ...draft }),
      restore: setDraft,
    },
  });
  const begin = () => {
    revision.begin();
    setDraft(termDraft(lifecycle()));
  };
  const zones = createMemo(() => {
    const names = new Set([draft.timeZone, ...Intl.supportedValuesOf('timeZone'), 'UTC']);
    return Array.from(names, (name) => ({ value: name, label: name.replaceAll('_', ' ') }));
  });
  const written = (day: string) => (day === '' ? undefined : formats('UTC').longDay(`${day}T12:00:00Z`));

  return (
    <FormFrame
      form={form}
      label={p('outline.reschedule')}
      submit={p('outline.reschedule.submit')}
      onCancel={() => props.onClose()}
      meanwhile={{ fields: revision.meanwhile().length > 0 ? [t('schedule.when')] : [], onBegin: begin }}
    >
      <div data-part="row">
        <TextInput
          label={p('outline.startDay')}
          type="date"
          value={draft.startDay}
          onValue={(startDay) => setDraft(withStartDay(draft, startDay))}
          hint={written(draft.startDay)}
        />
        <TextInput
          label={t('schedule.starts')}
          type="time"
          value={draft.starts}
          onValue={(starts) => setDraft({ starts })}
          error={form.errorAt('startsAt')}
        />
      </div>
      <div data-part="row">
        <TextInput
          label={p('outline.endDay')}
          type="date"
          value={draft.endDay}
          onValue={(endDay) => setDraft({ endDay })}
          hint={written(draft.endDay)}
        />
        <TextInput
          label={t('schedule.ends')}
          type="time"
          value={draft.ends}
          onValue={(ends) => setDraft({ ends })}
          error={form.errorAt('endsAt')}
        />
      </div>
      <Select
        label={t('schedule.timeZone')}
        hint={t('schedule.timeZone.hint')}
        value={draft.timeZone}
        onValue={(timeZone) => setDraft({ timeZone })}
        choices={zones()}
        error={form.errorAt('timeZone')}
      />
      <TextInput
        label={p('reason')}
        hint={p('outline.reschedule.hint')}
        optional
        value={draft.reason}
        onValue={(reason) => setDraft({ reason })}
        error={form.errorAt('reason')}
      />
    </FormFrame>
  );
}
