// A day and a time of day by the meeting's own clocks, kept as an instant.

import { createMemo } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../../i18n/language.tsx';
import { useLive } from '../../../live/use-live.tsx';
import type { FieldProps } from '../../../ui/field.tsx';
import { TextInput } from '../../../ui/inputs.tsx';
import { instantOf } from '../../schedule/zoned.ts';

export function InstantField(
  props: FieldProps & { readonly value: string; readonly onValue: (value: string) => void },
): JSX.Element {
  const { formats } = useWords();
  const live = useLive();
  const zone = () => live.view().meeting.lifecycle.timeZone;
  const wall = createMemo(() =>
    props.value === '' ? '' : `${formats(zone()).isoDay(props.value)}T${formats(zone()).time(props.value)}`,
  );
  const read = (value: string) => {
    const [day, time] = value.split('T');
    return (day && time && instantOf(day, time.slice(0, 5), zone())) || '';
  };
  return (
    <TextInput
      type="datetime-local"
      label={props.label}
      hint={props.hint ?? zone()}
      error={props.error}
      optional={props.optional ?? false}
      value={wall()}
      onValue={(value) => props.onValue(read(value))}
    />
  );
}
