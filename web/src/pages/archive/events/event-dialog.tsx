// One event as it stands in the record: everything that was written, to the letter.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { LiveEvent } from '../../../live/live-fold.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useArchive } from '../archive-context.tsx';
import { useArchiveWords } from '../words.tsx';
import { sentenceOf } from './sentences.ts';
import type { Telling } from './sentences.ts';

export type EventDialogProps = {
  /** Null: none is open. */
  readonly event: LiveEvent | null;
  readonly telling: Telling;
  readonly onClose: () => void;
};

export function EventDialog(props: EventDialogProps): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const zone = () => formats(archive.latest().meeting.lifecycle.timeZone);
  return (
    <Dialog
      open={props.event !== null}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.event ? sentenceOf(props.event, props.telling) : ''}
      width="wide"
    >
      <Show when={props.event}>
        {(event) => (
          <div data-component="event-facts">
            <dl>
              <Fact term={a('event.type')}>{event().type}</Fact>
              <Fact term={a('event.stream')}>{`${event().stream} · ${event().revision}`}</Fact>
              <Fact term={a('event.position')}>{event().position}</Fact>
              <Fact term={a('event.id')}>{event().id}</Fact>
              <Fact term={a('event.actor')}>
                {[event().actor?.name, event().actor?.kind, event().actor?.id].filter(Boolean).join(' · ')}
              </Fact>
              <Fact term={a('event.recordedAt')}>
                {`${zone().day(event().recordedAt)} ${zone().timeWithSeconds(event().recordedAt)} ${zone().zone(event().recordedAt)}`}
              </Fact>
            </dl>
            <h3>{a('event.data')}</h3>
            <pre tabindex="0">{JSON.stringify(event().data, null, 2)}</pre>
          </div>
        )}
      </Show>
    </Dialog>
  );
}

function Fact(props: { readonly term: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
