// The text of a statement, read before it is signed. What is signed is the digest of the very text on the page: it is
// computed from the text that is shown, and where it is not that of the text that was issued, nothing can be signed.

import { useNavigate } from '@solidjs/router';
import { nameInRecord } from '@rostrum/events';
import { createEffect, createMemo, createSignal, Match, on, onMount, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { Notice } from '../../../ui/notice.tsx';
import { addressOf } from '../sections.ts';
import { statementsTo } from '../tasks.ts';
import type { MyStatement } from '../tasks.ts';
import { useRoom } from '../use-room.tsx';
import { useRoomWords } from '../words.tsx';
import { digestOf } from './digest.ts';
import { Signing } from './signing.tsx';
import { StatementStanding } from './statement-row.tsx';
import './reading.css';

export type ReadingProps = { readonly statementId: string; readonly recipientId: string | undefined };

export function Reading(props: ReadingProps): JSX.Element {
  const { r } = useRoomWords();
  const { live, mine } = useRoom();
  const found = createMemo(() => {
    const own = statementsTo(live.view(), mine()).filter(
      ({ statement }) => statement.statementId === props.statementId,
    );
    return own.find(({ answer }) => answer.recipientId === props.recipientId) ?? own[0];
  });
  return (
    <section data-component="reading" aria-labelledby="reading-title">
      <p>
        <a href={addressOf({ show: 'part' })} data-part="back">
          {r('statement.back')}
        </a>
      </p>
      <Show when={found()} fallback={<p>{r('statement.unknown')}</p>}>
        {(mineOf) => <Text of={mineOf()} />}
      </Show>
    </section>
  );
}

function Text(props: { readonly of: MyStatement }): JSX.Element {
  const { r, formats } = useRoomWords();
  const { meeting, mine } = useRoom();
  const navigate = useNavigate();
  let heading!: HTMLHeadingElement;
  const statement = () => props.of.statement;
  // Read from the memo by the text alone: another answer of somebody else computes nothing anew.
  const text = createMemo(() => statement().text);
  const [digest, setDigest] = createSignal<string | null>(null);
  const [failed, setFailed] = createSignal(false);
  createEffect(
    on(text, (read) => {
      setDigest(null);
      setFailed(false);
      digestOf(read).then(setDigest, () => setFailed(true));
    }),
  );
  const nameOf = (rosterId: string) => nameInRecord(meeting().roster, rosterId);
  const time = () => formats(meeting().lifecycle.timeZone).time(statement().issuedAt ?? '');
  const other = () => {
    const { recipientId } = props.of.answer;
    return recipientId === mine().attendee?.attendeeId ? undefined : nameOf(recipientId);
  };
  const season = () => meeting().lifecycle.status !== 'sealed';
  onMount(() => heading.focus({ preventScroll: false }));
  return (
    <>
      <header>
        <h2 id="reading-title" tabindex="-1" ref={(made) => (heading = made)}>
          {statement().title}
        </h2>
        <p data-part="about">{statement().subject}</p>
        <p data-part="about">{r('statement.by', { name: nameOf(statement().issuerId ?? ''), time: time() })}</p>
        <Show when={other()}>{(name) => <p data-part="about">{r('statement.for', { name: name() })}</p>}</Show>
        <StatementStanding of={props.of} />
      </header>
      <div data-part="text" role="document" aria-label={r('statement.text')}>
        {text()}
      </div>
      <Show when={season() && props.of.answer.answer !== 'signed'}>
        <Switch fallback={<p role="status">{r('statement.computing')}</p>}>
          <Match when={failed()}>
            <Notice variant="refused">{r('statement.failed')}</Notice>
          </Match>
          <Match when={digest() !== null && digest() !== statement().sha256}>
            <Notice variant="refused">{r('statement.differs')}</Notice>
          </Match>
          <Match when={digest()}>
            {(sha256) => (
              <Signing
                of={props.of}
                sha256={sha256()}
                forWhom={other()}
                onDone={() => navigate(addressOf({ show: 'part' }), { replace: true })}
              />
            )}
          </Match>
        </Switch>
      </Show>
      <Show when={props.of.answer.answer === 'signed'}>
        <p data-part="digest">SHA-256 {statement().sha256}</p>
      </Show>
    </>
  );
}
