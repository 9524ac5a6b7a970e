// The vote under way: what is still to be cast or counted, by the method in which it is taken, and its end.

import type { Motion, Vote, VoteMethod } from '@rostrum/events';
import type { JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { FormButton } from '../form/form-button.tsx';
import { useDeskWords } from '../words.ts';
import { Counting } from './counting.tsx';
import { RollCall } from './roll-call.tsx';

export type VoteProps = { readonly motion: Motion; readonly vote: Vote };

const ways: Readonly<Record<VoteMethod, (props: VoteProps) => JSX.Element>> = {
  consent: Consent,
  'show-of-hands': (props) => <Counting motionId={props.motion.motionId} count={props.vote.count} />,
  recorded: (props) => <RollCall motionId={props.motion.motionId} vote={props.vote} />,
  secret: (props) => (
    <>
      <RollCall motionId={props.motion.motionId} vote={props.vote} />
      <Counting motionId={props.motion.motionId} count={props.vote.count} secret />
    </>
  ),
};

export function VoteUnderWay(props: VoteProps): JSX.Element {
  const t = useDeskWords();
  const motionId = () => props.motion.motionId;
  return (
    <>
      <p data-part="about">
        {[
          t('votes.running'),
          t(`method.${props.vote.method}`),
          ...(props.vote.majority === null ? [] : [t(`majority.${props.vote.majority}`)]),
          t('votes.eligibleCount', { count: props.vote.eligible.length }),
        ].join(' · ')}
      </p>
      <Dynamic component={ways[props.vote.method]} motion={props.motion} vote={props.vote} />
      <div data-part="deeds">
        <CommandButton command="close-vote" input={{ motionId: motionId() }} refusal="over">
          {t('votes.close')}
        </CommandButton>
        <FormButton command="abandon-vote" given={{ motionId: motionId() }} size="medium">
          {t('votes.abandon')}
        </FormButton>
      </div>
    </>
  );
}

function Consent(props: VoteProps): JSX.Element {
  const t = useDeskWords();
  const motionId = () => props.motion.motionId;
  return (
    <>
      <p role="status">{t('votes.objections', { count: props.vote.objections.length })}</p>
      <div data-part="deeds">
        <CommandButton command="record-consent" input={{ motionId: motionId() }} variant="primary" refusal="over">
          {t('motions.byConsent')}
        </CommandButton>
        <FormButton command="object" given={{ motionId: motionId() }} size="medium">
          {t('votes.recordObjection')}
        </FormButton>
      </div>
    </>
  );
}
