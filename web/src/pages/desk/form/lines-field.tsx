// A list of short texts: a line for each.

import { createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import type { FieldProps } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useDeskWords } from '../words.ts';

export function LinesField(
  props: FieldProps & { readonly values: readonly string[]; readonly onValues: (values: readonly string[]) => void },
): JSX.Element {
  const t = useDeskWords();
  // What is typed is kept as typed: an empty line at the end is a line that is about to be written.
  const [typed, setTyped] = createSignal<string | null>(null);
  return (
    <TextArea
      label={props.label}
      hint={props.hint ?? t('form.lineEach')}
      error={props.error}
      optional={props.optional ?? false}
      value={typed() ?? props.values.join('\n')}
      onValue={(text) => {
        setTyped(text);
        props.onValues(text.split('\n'));
      }}
    />
  );
}
