// Directives laid down by then, with what had become of each.

import { directivesInForce, nameInRecord, respondentsOf } from '@rostrum/events';
import type { Directive, FollowUp } from '@rostrum/events';
import { createMemo, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { unitName } from '../../../meeting/people.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Few } from './few.tsx';
import { ThenSection } from './section.tsx';

export function ThenDirectives(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const all = createMemo(() => directivesInForce(archive.parts.directives()));
  return (
    <ThenSection title={a('directives.title')} count={all().length}>
      <Few count={all().length} at={(place) => all()[place]!}>
        {(directive) => <DirectiveEntry directive={directive()} />}
      </Few>
    </ThenSection>
  );
}

const tones: Readonly<Record<FollowUp['status'], Tone>> = {
  acknowledged: 'steady',
  'under-way': 'waiting',
  discharged: 'done',
};

function DirectiveEntry(props: { readonly directive: Directive }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const { roster, floor, followUps } = archive.parts;
  const addressees = () => props.directive.addressedTo.map((addressee) => unitName(nameInRecord(roster(), addressee)));
  const speaker = createMemo(() => {
    const { speechId } = props.directive;
    if (speechId === null) return undefined;
    const { speech, finished } = floor();
    const found = speech?.speechId === speechId ? speech : finished.get(speechId);
    return found && nameInRecord(roster(), found.speakerId);
  });
  const answers = createMemo(() => followUps().get(props.directive.directiveId)?.respondents);
  // Made only where somebody has answered: it goes through all units.
  const asked = () => respondentsOf(props.directive, roster()).length;
  const discharged = () =>
    answers()
      ?.values()
      .filter(({ status }) => status === 'discharged').length ?? 0;
  const about = () =>
    [
      speaker() === undefined ? undefined : a('directive.by', { name: speaker()! }),
      a('directive.to', { names: addressees().join(a('and')) }),
      props.directive.dueOn === null
        ? undefined
        : a('directive.due', { day: formats('UTC').day(props.directive.dueOn) }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <article data-component="then-entry">
      <p data-part="text">
        <span data-part="number">{props.directive.ordinal}</span>
        {props.directive.text}
      </p>
      <p data-part="about">
        <InstantLink at={props.directive.issuedAt} /> · {about()}
      </p>
      <Show when={answers() !== undefined}>
        <details>
          <summary>{a('directive.discharged', { count: discharged(), all: asked() })}</summary>
          <ul data-part="answers">
            <For each={answers()?.keys() ?? []}>
              {(respondent) => <AnswerLine respondent={respondent} answer={answers()?.get(respondent)} />}
            </For>
          </ul>
        </details>
      </Show>
    </article>
  );
}

function AnswerLine(props: { readonly respondent: string; readonly answer: FollowUp | undefined }): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const status = () => props.answer?.status ?? 'acknowledged';
  const percent = () => props.answer?.percent ?? null;
  const last = () => props.answer?.entries.at(-1);
  return (
    <li>
      <span>{unitName(nameInRecord(archive.parts.roster(), props.respondent))}</span>
      <Badge tone={tones[status()]}>
        {a(`followUp.${status()}`)}
        {percent() === null ? '' : ` · ${percent()} %`}
      </Badge>
      <span data-part="about">
        <InstantLink at={last()?.at} dated /> {last()?.text}
      </span>
    </li>
  );
}
