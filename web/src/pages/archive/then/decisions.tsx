// The motions put by then and what had become of each, with the votes.

import { nameInRecord } from '@rostrum/events';
import type { Motion, Vote } from '@rostrum/events';
import { createMemo, For } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import type { Tone } from '../../../ui/badge.tsx';
import { useArchive } from '../archive-context.tsx';
import { InstantLink } from '../instant-link.tsx';
import { useArchiveWords } from '../words.tsx';
import { Few } from './few.tsx';
import { ThenSection } from './section.tsx';

export function ThenDecisions(): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const motions = createMemo(() => archive.parts.decisions().motions.values());
  return (
    <ThenSection title={a('decisions.title')} count={motions().length}>
      <Few count={motions().length} at={(place) => motions()[place]!}>
        {(motion) => <MotionEntry motion={motion()} />}
      </Few>
    </ThenSection>
  );
}

const tones: Readonly<Record<Motion['status'], Tone>> = {
  put: 'plain',
  voting: 'now',
  adopted: 'done',
  rejected: 'off',
  withdrawn: 'off',
};

function MotionEntry(props: { readonly motion: Motion }): JSX.Element {
  const { a } = useArchiveWords();
  const archive = useArchive();
  const mover = () => nameInRecord(archive.parts.roster(), props.motion.moverId);
  return (
    <article data-component="then-entry">
      <h4>
        {props.motion.title} <Badge tone={tones[props.motion.status]}>{a(`motion.${props.motion.status}`)}</Badge>
      </h4>
      <p data-part="text">{props.motion.text}</p>
      <p data-part="about">
        <InstantLink at={props.motion.putAt} /> · {a('motion.by', { name: mover() })}
        {props.motion.withdrawnBecause === null ? '' : ` · ${props.motion.withdrawnBecause}`}
      </p>
      <For each={props.motion.votes}>{(vote) => <VoteLine vote={vote} />}</For>
    </article>
  );
}

function VoteLine(props: { readonly vote: Vote }): JSX.Element {
  const { a } = useArchiveWords();
  const tally = () => props.vote.closed?.tally;
  const said = () => {
    const { closed, abandonedBecause, method } = props.vote;
    const counted = tally();
    return [
      '',
      a(`vote.${method}`),
      counted ? a('vote.tally', { for: counted.for, against: counted.against, abstain: counted.abstain }) : undefined,
      closed === null ? undefined : a(`vote.${closed.result}`),
      abandonedBecause === null ? undefined : a('vote.abandoned', { reason: abandonedBecause }),
      closed === null && abandonedBecause === null ? a('vote.running') : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
  };
  return (
    <p data-part="about">
      <InstantLink at={props.vote.closed?.at ?? props.vote.openedAt} />
      {said()}
    </p>
  );
}
