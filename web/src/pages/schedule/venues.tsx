// The venues of a meeting being scheduled: their names, and which one is the main one.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';
import { useWords } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Checkbox, TextInput } from '../../ui/inputs.tsx';
import { venueIdFor } from '../prepare/venues/venue-id.ts';
import type { DraftPartProps } from './when.tsx';

export function VenuesEditor(props: DraftPartProps): JSX.Element {
  const { t } = useWords();
  let list!: HTMLOListElement;
  let addButton!: HTMLButtonElement;

  const add = () => {
    const taken = props.draft.venues.map((venue) => venue.venueId);
    const venueId = venueIdFor(taken, props.draft.venues.length === 0);
    props.change({
      venues: [...props.draft.venues, { venueId, name: '' }],
      main: props.draft.venues.length === 0 ? venueId : props.draft.main,
    });
    // Its name is what is typed next.
    queueMicrotask(() => list.querySelector<HTMLElement>(':scope > :last-child input:not([type="radio"])')?.focus());
  };
  const remove = (venueId: string) => {
    const venues = props.draft.venues.filter((venue) => venue.venueId !== venueId);
    props.change({ venues, main: props.draft.main === venueId ? (venues[0]?.venueId ?? '') : props.draft.main });
    // The button that was pressed is gone: the keyboard stays at the list.
    queueMicrotask(() => addButton.focus());
  };
  const rename = (venueId: string, name: string) =>
    props.change({
      venues: props.draft.venues.map((venue) => (venue.venueId === venueId ? { venueId, name } : venue)),
    });

  // Rows by id, so that typing a name does not replace the field that is typed in.
  const ids = () => props.draft.venues.map(({ venueId }) => venueId);

  return (
    <FieldGroup label={t('schedule.venues')} hint={t('schedule.venues.hint')} optional>
      <ol ref={(made) => (list = made)} data-component="venues">
        <For each={ids()}>
          {(venueId, place) => (
            <li>
              <span data-part="number" aria-hidden="true">
                {place() + 1}
              </span>
              <TextInput
                labelHidden
                label={t('schedule.venue', { number: place() + 1 })}
                value={props.draft.venues[place()]?.name ?? ''}
                onValue={(name) => rename(venueId, name)}
                error={props.errorAt(`venues[${place()}].name`)}
              />
              <Checkbox
                type="radio"
                name="main-venue"
                label={t('schedule.venue.main')}
                checked={props.draft.main === venueId}
                onChecked={() => props.change({ main: venueId })}
              />
              <Button
                variant="quiet"
                square
                aria-label={t('schedule.venue.remove', { number: place() + 1 })}
                onClick={() => remove(venueId)}
              >
                <Icon name="close" />
              </Button>
            </li>
          )}
        </For>
      </ol>
      <Button ref={(made) => (addButton = made)} onClick={add} size="small">
        <Icon name="add" />
        {t('schedule.venue.add')}
      </Button>
    </FieldGroup>
  );
}
