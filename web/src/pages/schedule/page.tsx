// Scheduling a meeting: what it is, when, where. It is kept as a draft; agenda and roster follow on its own page.

import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { createAction } from '../../api/action.ts';
import { scheduleMeeting } from '../../api/command.ts';
import { useSession } from '../../api/session.tsx';
import { useInputSentences } from '../../i18n/input-sentences.ts';
import { useWords } from '../../i18n/language.tsx';
import { languages } from '../../i18n/words.ts';
import type { Language } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Checkbox, NumberInput, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { emptyDraft, readDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { VenuesEditor } from './venues.tsx';
import { WhenFields } from './when.tsx';
import './schedule.css';

const forms = ['video', 'hybrid', 'on-site'] as const;

export default function SchedulePage(): JSX.Element {
  const { t, language } = useWords();
  const inputSentence = useInputSentences();
  const session = useSession();
  const navigate = useNavigate();
  usePageTitle(() => t('schedule.title'));

  const [draft, setDraft] = createStore<Draft>(emptyDraft(language(), new Date()));
  const [tried, setTried] = createSignal(false);
  const reading = createMemo(() =>
    readDraft(draft, {
      timeMissing: t('schedule.time.missing'),
      noSuchTime: t('schedule.noSuchTime'),
      quorumInvalid: t('schedule.quorum.invalid'),
      languagesNone: t('schedule.languages.none'),
    }),
  );
  const change = (entries: Partial<Draft>) => setDraft(entries);

  const schedule = createAction(async (key) => {
    const { meetingId } = await scheduleMeeting(session.client, reading().input!, key);
    navigate(`/meetings/${encodeURIComponent(meetingId)}`);
  });

  const errors = () => (tried() ? [...reading().errors, ...(schedule.problem()?.errors ?? [])] : []);
  const errorAt = (path: string) => {
    const found = errors().find((error) => error.path === path || error.path.startsWith(`${path}[`));
    return found && inputSentence(found.message);
  };
  const toggle = (tag: Language, chosen: boolean) =>
    change({ languages: chosen ? [...draft.languages, tag] : draft.languages.filter((other) => other !== tag) });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (reading().input) void schedule.run();
    else queueMicrotask(() => document.querySelector<HTMLElement>('[data-page="schedule"] [aria-invalid]')?.focus());
  };

  return (
    <form data-page="schedule" onSubmit={submit} novalidate>
      <header>
        <h1>{t('schedule.title')}</h1>
        <p>{t('schedule.lead')}</p>
      </header>

      <section>
        <h2>{t('schedule.what')}</h2>
        <div data-part="fields">
          <TextInput
            label={t('schedule.name')}
            value={draft.title}
            onValue={(title) => change({ title })}
            error={errorAt('title')}
            data-ceremonial=""
            autofocus
          />
          <TextInput
            label={t('schedule.organisation')}
            value={draft.organisation}
            onValue={(organisation) => change({ organisation })}
            error={errorAt('organisation')}
            autocomplete="organization"
          />
          <TextArea
            label={t('schedule.purpose')}
            hint={t('schedule.purpose.hint')}
            optional
            value={draft.purpose}
            onValue={(purpose) => change({ purpose })}
            error={errorAt('purpose')}
          />
          <FieldGroup label={t('schedule.languages')} error={errorAt('languages')}>
            <div data-part="choices">
              <For each={Object.keys(languages) as Language[]}>
                {(tag) => (
                  <Checkbox
                    label={<span lang={tag}>{languages[tag]}</span>}
                    checked={draft.languages.includes(tag)}
                    onChecked={(chosen) => toggle(tag, chosen)}
                  />
                )}
              </For>
            </div>
          </FieldGroup>
        </div>
      </section>

      <section>
        <h2>{t('schedule.when')}</h2>
        <WhenFields draft={draft} change={change} errorAt={errorAt} />
      </section>

      <section>
        <h2>{t('schedule.where')}</h2>
        <div data-part="fields">
          <div data-part="row">
            <Select
              label={t('schedule.form')}
              value={draft.form}
              onValue={(form) => change({ form: form as Draft['form'] })}
              choices={forms.map((form) => ({ value: form, label: t(`form.${form}`) }))}
            />
            <NumberInput
              label={t('schedule.quorum')}
              hint={t('schedule.quorum.hint')}
              optional
              value={draft.quorum}
              onValue={(quorum) => change({ quorum })}
              error={errorAt('quorum')}
            />
          </div>
          <VenuesEditor draft={draft} change={change} errorAt={errorAt} />
        </div>
      </section>

      <footer>
        <Show when={errors().length > 0}>
          <Notice variant="warn">{t('schedule.check', { count: errors().length })}</Notice>
        </Show>
        <Button type="submit" variant="primary" size="large" action={schedule}>
          {t('schedule.submit')}
        </Button>
      </footer>
    </form>
  );
}
