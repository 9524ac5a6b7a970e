// My part: what is addressed to me and what I do in this meeting, what waits for me first.

import { conferredCommendations } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useShown } from '../use-shown.ts';
import { directivesTo, statementsTo } from '../tasks.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { Appearances, hasAppeared } from './appearances.tsx';
import { Commendation } from './commendation.tsx';
import { commendedIn } from './commended.ts';
import { Directive } from './directive.tsx';
import { Invitation } from './invitation.tsx';
import { MyPresence } from './presence.tsx';
import { Presenting, presentedBy } from './presenting.tsx';
import { Reading } from './reading.tsx';
import { StatementRow } from './statement-row.tsx';
import './part.css';

export function Part(): JSX.Element {
  const shown = useShown();
  return (
    <Show when={shown.statement()} keyed fallback={<Addressed />}>
      {(statementId) => <Reading statementId={statementId} recipientId={shown.recipient()} />}
    </Show>
  );
}

function Addressed(): JSX.Element {
  const { r } = useRoomWords();
  const { live, meeting, mine } = useRoom();
  const statements = createMemo(() => statementsTo(live.view(), mine()));
  const directives = createMemo(() => directivesTo(live.view(), live.me()));
  const commended = createMemo(() =>
    conferredCommendations(meeting().commendations).filter((one) => commendedIn(one, mine()) !== null),
  );
  const invited = () => mine().attendee !== null && ['convened', 'open', 'recess'].includes(meeting().lifecycle.status);
  const before = () => meeting().lifecycle.status === 'convened';
  const nothing = () =>
    !invited() &&
    (mine().attendee === null || meeting().lifecycle.openedAt === null) &&
    statements().length + directives().length + commended().length === 0 &&
    presentedBy(meeting(), mine()).length === 0 &&
    !hasAppeared(meeting(), mine());

  return (
    <section data-component="room-part" aria-labelledby="part-title">
      <h2 id="part-title">{r('part.title')}</h2>
      <Show when={nothing()}>
        <EmptyState size="part" title={r(mine().attendee ? 'part.none' : 'part.none.account')} />
      </Show>
      <Show when={invited() && before()}>
        <Invitation />
      </Show>
      <Show when={statements().length > 0}>
        <section aria-labelledby="part-statements">
          <h3 id="part-statements">{r('part.statements')}</h3>
          <ul>
            <For each={statements().map(keyOf)}>
              {(_key, place) => <Show when={statements()[place()]}>{(mineOf) => <StatementRow of={mineOf()} />}</Show>}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={directives().length > 0}>
        <section aria-labelledby="part-directives">
          <h3 id="part-directives">{r('part.directives')}</h3>
          <ul>
            <For each={directives().map(({ directive }) => directive.directiveId)}>
              {(_id, place) => <Show when={directives()[place()]}>{(one) => <Directive of={one()} />}</Show>}
            </For>
          </ul>
        </section>
      </Show>
      <Presenting />
      <Appearances />
      <MyPresence />
      <Show when={commended().length > 0}>
        <section aria-labelledby="part-commendations">
          <h3 id="part-commendations">{r('part.commendations')}</h3>
          <ul data-part="conferred">
            <For each={commended()}>{(commendation) => <Commendation of={commendation} />}</For>
          </ul>
        </section>
      </Show>
      <Show when={invited() && !before()}>
        <Invitation />
      </Show>
    </section>
  );
}

const keyOf = ({ statement, answer }: ReturnType<typeof statementsTo>[number]) =>
  `${statement.statementId} ${answer.recipientId}`;
