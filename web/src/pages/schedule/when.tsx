// Days, start, end and time zone. A day and two times are enough for most meetings: an end before the start is the next day's.

import { createMemo } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { endsNextDay, onDay } from './draft.ts';
import type { Draft } from './draft.ts';
import { instantOf, nextDay } from './zoned.ts';

export type DraftPartProps = {
  readonly draft: Draft;
  readonly change: (entries: Partial<Draft>) => void;
  /** The sentence about what is wrong at a path of the input; undefined where nothing is. */
  readonly errorAt: (path: string) => string | undefined;
};

type WhenProps = DraftPartProps & {
  /** What to know about the end, where it follows from something. */
  readonly endHint?: string | undefined;
};

export function WhenFields(props: WhenProps): JSX.Element {
  const { t, formats } = useWords();

  const zones = createMemo(() => {
    const names = new Set([props.draft.timeZone, ...Intl.supportedValuesOf('timeZone'), 'UTC']);
    return Array.from(names, (name) => ({ value: name, label: name.replaceAll('_', ' ') }));
  });
  const zoneNow = () => {
    const start = instantOf(props.draft.day, props.draft.starts, props.draft.timeZone);
    return start === null ? '' : formats(props.draft.timeZone).zone(start);
  };
  const written = (day: string) => formats('UTC').longDay(`${day}T12:00:00Z`);

  return (
    <div data-part="fields">
      <div data-part="row" data-columns="3">
        <TextInput
          label={t('schedule.day')}
          type="date"
          value={props.draft.day}
          onValue={(day) => props.change(onDay(props.draft, day))}
          hint={props.draft.day === '' ? undefined : written(props.draft.day)}
        />
        <TextInput
          label={t('schedule.starts')}
          type="time"
          value={props.draft.starts}
          onValue={(starts) => props.change({ starts })}
          error={props.errorAt('startsAt')}
        />
        <TextInput
          label={t('schedule.ends')}
          type="time"
          value={props.draft.ends}
          onValue={(ends) => props.change({ ends })}
          error={props.errorAt('endsAt')}
          hint={
            props.draft.day !== '' && endsNextDay(props.draft)
              ? t('schedule.nextDay', { day: written(nextDay(props.draft.day)) })
              : props.endHint
          }
        />
      </div>
      <TextInput
        label={t('schedule.lastDay')}
        type="date"
        optional
        min={props.draft.day}
        value={props.draft.lastDay}
        onValue={(lastDay) => props.change({ lastDay })}
        hint={props.draft.lastDay === '' ? t('schedule.lastDay.hint') : written(props.draft.lastDay)}
      />
      <Select
        label={t('schedule.timeZone')}
        hint={`${t('schedule.timeZone.hint')} ${zoneNow()}`}
        value={props.draft.timeZone}
        onValue={(timeZone) => props.change({ timeZone })}
        choices={zones()}
        error={props.errorAt('timeZone')}
      />
    </div>
  );
}
