// A statement issued to me, or to a delegation I head: what became of it, and the way to its text.

import { nameInRecord } from '@rostrum/events';
import { Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import { addressOf } from '../sections.ts';
import type { MyStatement } from '../tasks.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';

export function StatementRow(props: { readonly of: MyStatement }): JSX.Element {
  const { r, formats } = useRoomWords();
  const { meeting, mine } = useRoom();
  const f = () => formats(meeting().lifecycle.timeZone);
  const nameOf = (rosterId: string) => nameInRecord(meeting().roster, rosterId);
  const statement = () => props.of.statement;
  const forOther = () => props.of.answer.recipientId !== mine().attendee?.attendeeId;
  return (
    <li data-component="my-statement">
      <span data-part="title">{statement().title}</span>
      <span data-part="about">{statement().subject}</span>
      <span data-part="about">
        {r('statement.by', { name: nameOf(statement().issuerId ?? ''), time: f().time(statement().issuedAt ?? '') })}
        <Show when={forOther()}> · {r('statement.for', { name: nameOf(props.of.answer.recipientId) })}</Show>
      </span>
      <StatementStanding of={props.of} />
      <a
        href={addressOf({ show: 'part', statement: statement().statementId, for: props.of.answer.recipientId })}
        data-component="button"
        data-variant={props.of.answer.answer === 'outstanding' ? 'primary' : 'plain'}
        data-size="medium"
      >
        {r(props.of.answer.answer === 'outstanding' ? 'statement.read' : 'statement.readAgain')}
      </a>
    </li>
  );
}

/** Signed, declined or outstanding, and since when. */
export function StatementStanding(props: { readonly of: MyStatement }): JSX.Element {
  const { r, formats } = useRoomWords();
  const { meeting, mine } = useRoom();
  const f = () => formats(meeting().lifecycle.timeZone);
  const answer = () => props.of.answer;
  const when = () => ({ day: f().day(answer().at ?? ''), time: f().time(answer().at ?? '') });
  const signed = () => {
    if (answer().onPaper) return r('statement.paper', when());
    return answer().signerId === mine().attendee?.attendeeId
      ? r('statement.signed', when())
      : r('statement.signed.by', { ...when(), name: answer().signedBy ?? '' });
  };
  return (
    <span data-part="standing">
      <Switch fallback={<Badge tone="waiting">{r('statement.outstanding')}</Badge>}>
        <Match when={answer().answer === 'signed'}>
          <Badge tone="done">{signed()}</Badge>
        </Match>
        <Match when={answer().answer === 'declined'}>
          <Badge tone="off">{r('statement.declined', when())}</Badge>
          <Show when={answer().declinedBecause}>
            {(reason) => <span data-part="about">{r('statement.declined.because', { reason: reason() })}</span>}
          </Show>
        </Match>
      </Switch>
    </span>
  );
}
