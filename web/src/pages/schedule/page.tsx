// Scheduling a meeting: what it begins with, what it is, when, where. It is kept as a draft; what it does not take over
// follows on its own page.

import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createResource, createSignal, For, on, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import { createAction } from '../../api/action.ts';
import { scheduleMeeting } from '../../api/command.ts';
import { asProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.tsx';
import { createKept } from '../../drafts/kept.ts';
import { DraftOffer } from '../../drafts/offer.tsx';
import { useInputSentences } from '../../i18n/input-sentences.ts';
import { languages } from '../../i18n/words.ts';
import type { Language } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Checkbox, NumberInput, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { FindingWords, useFindingWords } from '../meetings/words.tsx';
import { Begin } from './begin/begin.tsx';
import type { Beginning } from './begin/begin.tsx';
import { carryAll, minutesOf, noParts, partsAfter, partsOf } from './begin/carry.ts';
import type { Carry } from './begin/carry.ts';
import { draftAfter, draftFrom, timeAfter } from './begin/moved.ts';
import { readPast } from './begin/past.ts';
import { emptyDraft, readDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { templates } from './templates/templates.ts';
import { VenuesEditor } from './venues.tsx';
import { WhenFields } from './when.tsx';
import './schedule.css';

const forms = ['video', 'hybrid', 'on-site'] as const;

export default function SchedulePage(): JSX.Element {
  return (
    <FindingWords>
      <ScheduleForm />
    </FindingWords>
  );
}

function ScheduleForm(): JSX.Element {
  const { t, f, language, formats } = useFindingWords();
  const inputSentence = useInputSentences();
  const session = useSession();
  const navigate = useNavigate();
  usePageTitle(() => t('schedule.title'));

  const [draft, setDraft] = createStore<Draft>(emptyDraft(language(), new Date()));
  const [carry, setCarry] = createStore<Carry>(carryAll);
  const [tried, setTried] = createSignal(false);
  const [endTyped, setEndTyped] = createSignal(false);
  const change = (entries: Partial<Draft>) => setDraft(entries);

  // What it begins with stands in the address: a link can lead here with a meeting or a template chosen.
  const [parameters, setParameters] = useSearchParams<{ begin?: string; after?: string; template?: string }>();
  const after = () => parameters.after ?? '';
  const template = createMemo(() => templates.find(({ name }) => name === parameters.template));
  const beginning = (): Beginning => {
    if (parameters.begin === 'meeting' || after() !== '') return 'meeting';
    return parameters.begin === 'template' || template() ? 'template' : 'nothing';
  };
  const begin = (entries: { readonly begin?: Beginning; readonly after?: string; readonly template?: string }) =>
    setParameters({ begin: null, after: null, template: null, ...entries }, { scroll: false });
  const [past, { refetch }] = createResource(
    () => after() || null,
    (meetingId) => readPast(session.client, meetingId),
  );
  const chosen = () => {
    const found = past.error ? undefined : past.latest;
    return found?.meeting.lifecycle.meetingId === after() ? found : undefined;
  };

  // Each is taken over once: whoever goes back and forth in the history finds what they typed since.
  let taken = '';
  const takeOver = (name: string, drafted: () => Draft) => {
    if (taken === name) return;
    taken = name;
    setEndTyped(false);
    setDraft(drafted());
  };
  createEffect(
    on(chosen, (found) => {
      if (!found) return;
      const { meetingId, timeZone } = found.meeting.lifecycle;
      const today = formats(timeZone).isoDay(new Date().toISOString());
      takeOver(`meeting ${meetingId}`, () => draftAfter(found, draft, today));
    }),
  );
  createEffect(
    on(template, (found) => {
      if (found) takeOver(`template ${found.name}`, () => draftFrom(found, draft));
    }),
  );
  createEffect(
    on(
      () => carry.venues,
      (kept) => {
        const found = chosen();
        if (!found) return;
        const { venues, main } = draftAfter(found, draft, draft.day);
        change(kept ? { venues, main } : { venues: [], main: '' });
      },
      { defer: true },
    ),
  );

  const parts = createMemo(() => {
    const found = chosen();
    const venueIds = draft.venues.map(({ venueId }) => venueId);
    if (beginning() === 'meeting') return found ? partsAfter(found, carry, venueIds, f('carry.followUp')) : noParts;
    const plan = template();
    return plan ? partsOf(plan, draft.languages) : noParts;
  });
  const minutes = createMemo(() => minutesOf(parts()));
  const endFollows = () => !endTyped() && draft.lastDay === '' && minutes() > 0 && minutes() < 1440;
  createEffect(() => {
    if (!endFollows() || draft.starts === '') return;
    const ends = timeAfter(draft.starts, minutes());
    if (draft.ends !== ends) change({ ends });
  });

  const kept = createKept({
    place: 'new-meeting',
    label: () => t('schedule.title'),
    value: () => ({ draft: { ...draft }, carry: { ...carry }, after: after(), template: template()?.name ?? '' }),
    restore: (value) => {
      // What it begins with belongs to it, and is not put over what was typed since it was chosen.
      if (value.after !== '') taken = `meeting ${value.after}`;
      else if (value.template !== '') taken = `template ${value.template}`;
      begin(value.after === '' ? { template: value.template } : { after: value.after });
      setEndTyped(true);
      setDraft(value.draft);
      setCarry(value.carry);
    },
  });

  const reading = createMemo(() =>
    readDraft(
      draft,
      {
        timeMissing: t('schedule.time.missing'),
        noSuchTime: t('schedule.noSuchTime'),
        quorumInvalid: t('schedule.quorum.invalid'),
        languagesNone: t('schedule.languages.none'),
      },
      parts(),
    ),
  );

  const schedule = createAction(async (key) => {
    const { meetingId } = await scheduleMeeting(session.client, reading().input!, key);
    kept.done();
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
      <DraftOffer kept={kept} />

      <section>
        <h2>{f('begin.title')}</h2>
        <Begin
          beginning={beginning()}
          onBeginning={(chosenBeginning) => begin(chosenBeginning === 'nothing' ? {} : { begin: chosenBeginning })}
          past={chosen()}
          loading={past.loading}
          problem={past.error ? asProblem(past.error) : undefined}
          onRetry={() => void refetch()}
          onPast={(meetingId) => begin(meetingId === null ? { begin: 'meeting' } : { after: meetingId })}
          carry={carry}
          onCarry={setCarry}
          template={template()}
          onTemplate={(name) => begin({ template: name })}
          parts={parts()}
        />
      </section>

      <section>
        <h2>{t('schedule.what')}</h2>
        <div data-part="fields">
          <TextInput
            label={t('schedule.name')}
            value={draft.title}
            onValue={(title) => change({ title })}
            error={errorAt('title')}
            data-ceremonial=""
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
        <WhenFields
          draft={draft}
          change={(entries) => {
            if ('ends' in entries) setEndTyped(true);
            change(entries);
          }}
          errorAt={errorAt}
          endHint={endFollows() ? f('begin.end', { duration: formats().duration(minutes() * 60) }) : undefined}
        />
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
