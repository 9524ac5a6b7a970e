// Correcting the record: the event is chosen, then the value in it that is wrong; the right one and the reason stand beside
// it from then on. The event itself stays as it was written.

import { isVisibleTo } from '@rostrum/events';
import { createMemo, createResource, createSignal, Match, onCleanup, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../../api/action.ts';
import { asProblem } from '../../../api/problem.ts';
import { useWords } from '../../../i18n/language.tsx';
import type { LiveEvent } from '../../../live/live-fold.ts';
import { useLive } from '../../../live/use-live.tsx';
import { rulesNow, standingIn } from '../../../meeting/deed.ts';
import { useReason } from '../../../meeting/reasons.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { StateLoading } from '../../../ui/state-loading.tsx';
import { StateProblem } from '../../../ui/state-problem.tsx';
import { useCommandTitle } from '../form/command-title.ts';
import { PickField } from '../form/pick-field.tsx';
import { useDeskWords } from '../words.ts';
import { namesOf } from '../../archive/events/names.ts';
import { sentenceOf } from '../../archive/events/sentences.ts';
import { fetchRecord } from '../../archive/record/fetch-record.ts';
import { correctableIn } from './correctable.ts';
import { EventWords, useEventWords } from './event-words.ts';

export default function Correction(props: { readonly onDone: () => void; readonly onCancel: () => void }): JSX.Element {
  return (
    <EventWords>
      <CorrectionForm {...props} />
    </EventWords>
  );
}

function CorrectionForm(props: { readonly onDone: () => void; readonly onCancel: () => void }): JSX.Element {
  const { t: common, formats } = useWords();
  const t = useDeskWords();
  const r = useEventWords();
  const title = useCommandTitle();
  const live = useLive();
  const reasonFor = useReason();
  const gone = new AbortController();
  onCleanup(() => gone.abort());
  const [record, { refetch }] = createResource(async () => {
    const events: LiveEvent[] = [];
    await fetchRecord({
      meetingId: live.meetingId,
      signal: gone.signal,
      onPiece: (piece) => events.push(...piece),
    });
    // A correction is read by everyone, so it is of what everyone may read.
    return events.filter((event) => event.stream.startsWith('meeting-') && isVisibleTo(event, 'attendees'));
  });
  const [eventId, setEventId] = createSignal('');
  const [path, setPath] = createSignal('');
  const [newValue, setNewValue] = createSignal('');
  const [reason, setReason] = createSignal('');

  const event = createMemo(() => (record.error ? undefined : record()?.find(({ id }) => id === eventId())));
  const values = createMemo(() => correctableIn(event()?.data));
  const old = () => values().find((value) => value.path === path())?.value ?? '';
  const time = (instant: string) => formats(live.view().meeting.lifecycle.timeZone).timeWithSeconds(instant);
  const events = createMemo(() => {
    const view = live.view();
    const telling = {
      r,
      t: common,
      names: namesOf(view, new Map()),
      formats: formats(view.meeting.lifecycle.timeZone),
    };
    return (record() ?? [])
      .filter(({ data }) => correctableIn(data).length > 0)
      .toReversed()
      .map((event) => ({
        value: event.id,
        label: sentenceOf(event, telling),
        note: time(event.recordedAt),
        words: event.type,
      }));
  });
  const input = () => ({
    correctsEventId: eventId(),
    field: path(),
    oldValue: old(),
    newValue: newValue(),
    reason: reason(),
  });
  const missing = () => {
    if (eventId() === '') return t('correction.chooseEvent');
    if (path() === '') return t('correction.chooseField');
    if (newValue().trim() === '' || reason().trim() === '') return t('correction.fillIn');
    const standing = standingIn(live);
    const verdict = standing && rulesNow()?.verdictOn('record-correction', input(), standing);
    return verdict?.is === 'refused' ? reasonFor(verdict.refusal) : undefined;
  };
  const send = createAction(async (key) => {
    await live.send('record-correction', input(), key);
    props.onDone();
  });
  return (
    <Switch
      fallback={
        <div data-component="command-form">
          <p>{t('correction.what')}</p>
          <PickField
            label={t('correction.event')}
            options={events()}
            value={eventId()}
            onValue={(id) => {
              setEventId(id);
              setPath('');
            }}
          />
          <Show when={event()}>
            <PickField
              label={t('correction.field')}
              options={values().map(({ path: at, value }) => ({ value: at, label: at, note: value.slice(0, 80) }))}
              value={path()}
              onValue={(at) => {
                setPath(at);
                setNewValue(values().find((value) => value.path === at)?.value ?? '');
              }}
            />
          </Show>
          <Show when={path()}>
            <p data-part="old">
              <del>{old()}</del>
            </p>
            <TextArea label={t('field.newValue')} value={newValue()} onValue={setNewValue} />
            <TextArea label={t('field.reason')} value={reason()} onValue={setReason} />
          </Show>
          <div data-part="last">
            <Button onClick={() => props.onCancel()}>{t('form.cancel')}</Button>
            <Button variant="primary" action={send} reason={missing()}>
              {title('record-correction')}
            </Button>
          </div>
        </div>
      }
    >
      <Match when={record.error}>
        <StateProblem problem={asProblem(record.error)} onRetry={() => void refetch()} />
      </Match>
      <Match when={record.loading}>
        <StateLoading />
      </Match>
    </Switch>
  );
}
