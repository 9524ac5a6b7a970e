// What of a past meeting is taken over, a box for each part there is; and what never is.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';
import { FieldGroup } from '../../../ui/field.tsx';
import { Checkbox } from '../../../ui/inputs.tsx';
import { useFindingWords } from '../../meetings/words.tsx';
import { carriable } from './carry.ts';
import type { Carry } from './carry.ts';
import type { Past } from './past.ts';

type CarryFieldsProps = {
  readonly past: Past;
  readonly carry: Carry;
  readonly onCarry: (carry: Partial<Carry>) => void;
};

export function CarryFields(props: CarryFieldsProps): JSX.Element {
  const { f } = useFindingWords();
  const found = () => carriable(props.past);
  const officers = () => [found().chair, ...found().deputies, found().secretary].filter((one) => one !== undefined);
  const parts = (): readonly { readonly part: keyof Carry; readonly count: number }[] =>
    [
      { part: 'agenda' as const, count: found().items.length },
      { part: 'attendees' as const, count: found().attendees.length },
      { part: 'officers' as const, count: officers().length },
      { part: 'delegations' as const, count: found().delegations.length },
      { part: 'venues' as const, count: found().venues.length },
      { part: 'directives' as const, count: found().directives.length },
    ].filter(({ count }) => count > 0);
  const without = (part: keyof Carry) => part === 'officers' && !props.carry.attendees;
  return (
    <FieldGroup label={f('carry.title')} hint={f('carry.never')}>
      <div data-part="boxes">
        <For each={parts()}>
          {({ part, count }) => (
            <Checkbox
              label={f(`carry.${part}`, { count })}
              checked={props.carry[part] && !without(part)}
              disabled={without(part)}
              onChecked={(chosen) => props.onCarry({ [part]: chosen })}
            />
          )}
        </For>
      </div>
    </FieldGroup>
  );
}
