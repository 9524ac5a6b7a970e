// Until when links open the door: the usual time after the meeting, or the end of a day.

import { createSignal, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/inputs.tsx';
import { instantOf } from '../../schedule/zoned.ts';
import { usePrepareWords } from '../words.tsx';

export function Until(props: { readonly onUntil: (instant: string | null) => void }): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const [day, setDay] = createSignal<string | null>(null);
  const change = (typed: string | null) => {
    setDay(typed);
    props.onUntil(typed ? instantOf(typed, '23:59', live.view().meeting.lifecycle.timeZone) : null);
  };
  return (
    <div data-part="until">
      <Show
        when={day() !== null}
        fallback={
          <p>
            {p('links.usual')}{' '}
            <Button variant="quiet" size="small" onClick={() => change('')}>
              {p('links.otherDay')}
            </Button>
          </p>
        }
      >
        <TextInput
          label={p('links.untilDay')}
          hint={p('links.untilDay.hint')}
          type="date"
          value={day() ?? ''}
          onValue={change}
          optional
        />
      </Show>
    </div>
  );
}
