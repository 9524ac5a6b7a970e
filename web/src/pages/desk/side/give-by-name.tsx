// The floor for anybody on the roster, without a request; or a place in the queue for somebody in the hall.

import { createMemo, createSignal, onCleanup } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { useKeys } from '../../../meeting/keys.tsx';
import { everyone, unitName } from '../../../meeting/people.ts';
import { Finder } from '../../../ui/finder.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useDesk } from '../desk-context.tsx';
import { FormButton } from '../form/form-button.tsx';
import { limitFor } from '../now/speaking-time.ts';
import { useDeskWords } from '../words.ts';

export function GiveByName(): JSX.Element {
  const t = useDeskWords();
  const live = useLive();
  const desk = useDesk();
  const [chosen, setChosen] = createSignal('');
  const people = createMemo(() =>
    everyone(live.view().meeting).map(({ rosterId, name, title, unit }) => ({
      value: rosterId,
      label: name,
      note: [title, unitName(unit)].filter(Boolean).join(' · '),
      words: unit,
    })),
  );
  const nobody = () => (chosen() === '' ? t('waiting.chooseName') : undefined);
  const speaker = () => ({ speakerId: chosen() || 'nobody' });
  let field: HTMLInputElement | undefined;
  const unbind = useKeys()?.bind('/', { label: () => t('waiting.byName'), press: () => field?.focus() });
  onCleanup(() => unbind?.());
  return (
    <div data-part="by-name">
      <label>
        <span>
          {t('waiting.byName')} <Kbd>/</Kbd>
        </span>
        <Finder
          ref={(made: HTMLInputElement) => (field = made)}
          aria-label={t('waiting.byName')}
          options={people()}
          shown={people().find(({ value }) => value === chosen())?.label ?? ''}
          placeholder={t('waiting.namePlaceholder')}
          empty={t('form.nothingFound')}
          onSelect={({ value }) => setChosen(value)}
        />
      </label>
      <div data-part="deeds">
        <CommandButton
          command="give-floor"
          input={{ ...speaker(), limitSeconds: limitFor(desk.speakingTime(), chosen(), live.view().meeting) }}
          because={nobody()}
          size="small"
          refusal="over"
          onDone={() => setChosen('')}
        >
          {t('waiting.give')}
        </CommandButton>
        <CommandButton
          command="request-floor"
          input={speaker()}
          because={nobody()}
          size="small"
          variant="quiet"
          refusal="over"
          onDone={() => setChosen('')}
        >
          {t('waiting.enqueue')}
        </CommandButton>
        <FormButton command="request-floor" given={chosen() === '' ? {} : speaker()}>
          {t('waiting.enqueueWith')}
        </FormButton>
      </div>
    </div>
  );
}
