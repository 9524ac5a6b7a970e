// Statements issued by then, with who had signed, who had declined and who was outstanding.

import { nameInRecord, signatures } from '@rostrum/events';
import type { Statement, StatementAnswer } from '@rostrum/events';
import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Few } from './few.tsx';
import { ThenSection } from './section.tsx';

export function ThenStatements(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const issued = createMemo(() =>
    archive.parts
      .statements()
      .all.values()
      .filter(({ status }) => status === 'issued'),
  );
  return (
    <ThenSection title={a('statements.title')} count={issued().length}>
      <Few count={issued().length} at={(place) => issued()[place]!}>
        {(statement) => <StatementEntry statement={statement()} />}
      </Few>
    </ThenSection>
  );
}

const tones: Readonly<Record<StatementAnswer['answer'], Tone>> = {
  signed: 'done',
  declined: 'off',
  outstanding: 'waiting',
};

function StatementEntry(props: { readonly statement: Statement }): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const { roster } = archive.parts;
  const answers = createMemo(() => signatures(props.statement));
  const all = createMemo(() => props.statement.answers.values());
  return (
    <article data-component="then-entry">
      <h4 dir="auto">{props.statement.title}</h4>
      <p data-part="about">
        <InstantLink at={props.statement.issuedAt} />
        {[
          '',
          props.statement.issuerId === null ? undefined : nameInRecord(roster(), props.statement.issuerId),
          props.statement.subject,
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      <details>
        <summary>
          {a('statement.signed', { count: answers().signed.length, all: all().length })}
          <Show when={answers().declined.length > 0}>
            {' · '}
            {a('statement.declined', { count: answers().declined.length })}
          </Show>
        </summary>
        <Few count={all().length} at={(place) => all()[place]!} limit={20}>
          {(answer) => (
            <div data-component="then-line">
              <span data-part="name">{nameInRecord(roster(), answer().recipientId)}</span>
              <span data-part="aside">
                <Badge tone={tones[answer().answer]}>{a(`answer.${answer().answer}`)}</Badge>
                <InstantLink at={answer().at} />
              </span>
              <span data-part="about">
                {[answer().signedBy, answer().onPaper ? a('answer.onPaper') : undefined, answer().declinedBecause]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          )}
        </Few>
      </details>
      <details>
        <summary>{a('statement.text')}</summary>
        <p data-part="wording">{props.statement.text}</p>
        <p data-part="digest">SHA-256 {props.statement.sha256}</p>
      </details>
    </article>
  );
}
