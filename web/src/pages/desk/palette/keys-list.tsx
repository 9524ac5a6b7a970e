// The keys of the desk, and the switch that turns them off.

import { createMemo, For } from 'solid-js';
import type { JSX } from 'solid-js';
import { keyCap, useKeys } from '../../../meeting/keys.tsx';
import { Checkbox } from '../../../ui/inputs.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useDeskWords } from '../words.ts';

export function KeysList(): JSX.Element {
  const t = useDeskWords();
  const keys = useKeys();
  /** Each key once, by what it does now. */
  const bound = createMemo(() => [...new Map(keys?.bound() ?? [])]);
  return (
    <>
      <Checkbox label={t('keys.on')} checked={keys?.on() ?? false} onChecked={(on) => keys?.setOn(on)} />
      <dl data-component="desk-keys">
        <For each={bound()}>
          {([key, binding]) => (
            <div>
              <dt>
                <Kbd>{keyCap(key)}</Kbd>
              </dt>
              <dd>{binding.label()}</dd>
            </div>
          )}
        </For>
      </dl>
      <p>{t('keys.note')}</p>
    </>
  );
}
