// The next step in words: what it does, and why it suggests itself.

import type { NextStep } from '@rostrum/projections';
import { clock } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/language.tsx';
import type { CommandName } from '../../../api/command.ts';
import { useLive } from '../../../live/use-live.tsx';
import type { Values } from '../../../meeting/form/subject.ts';
import { personOf } from '../../../meeting/people.ts';
import { useCommandTitle } from '../form/command-title.ts';
import { useDeskWords } from '../words.ts';

export type StepWords = {
  readonly deed: (step: NextStep, input: Values) => string;
  readonly because: (step: NextStep) => string;
};

/** Gives the words of a step in the reader's language. */
export function useStepWords(): StepWords {
  const { t: common } = useWords();
  const t = useDeskWords();
  const title = useCommandTitle();
  const live = useLive();
  const meeting = () => live.view().meeting;
  const nameOf = (rosterId: string) => personOf(meeting(), rosterId)?.name ?? rosterId;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');

  /** Who or what a step is about, by name. */
  const aboutOf = ({ about, command }: NextStep): string => {
    const { agenda, floor, decisions, commendations, statements, documents } = meeting();
    const id = about ?? '';
    const request = floor.requests.find(({ requestId }) => requestId === id);
    const speech = floor.speech?.speechId === id ? floor.speech : floor.finished.get(id);
    if (command === null && !speech) return '';
    if (request) return nameOf(request.speakerId);
    if (speech) return nameOf(speech.speakerId);
    return (
      agenda.items.get(id)?.title ??
      decisions.motions.get(id)?.title ??
      commendations.all.get(id)?.award ??
      statements.all.get(id)?.title ??
      documents.all.get(id)?.title ??
      nameOf(id)
    );
  };

  /** Steps that are said with a name or a title. */
  const said: Readonly<Partial<Record<CommandName, (step: NextStep, input: Values) => string>>> = {
    'give-floor': (step) => t('floor.giveTo', { name: aboutOf(step) }),
    'call-item': (step) => t('step.call', { title: aboutOf(step) }),
    'conclude-item': (step) => t('step.conclude', { title: aboutOf(step) }),
    'confer-commendation': (step) => t('step.confer', { title: aboutOf(step) }),
    'issue-statement': (step) => t('step.issue', { title: aboutOf(step) }),
    'announce-document': (step) => t('step.announce', { title: aboutOf(step) }),
    'open-vote': (step) => t('step.openVote', { title: aboutOf(step) }),
    'pause-floor': (_step, input) => t('step.pause', { name: nameOf(text(input['questionerId'])) }),
    'appoint-officer': () => t('step.appointChair'),
    'call-recess': () => t('step.recess'),
    'put-motion': () => t('step.put'),
  };

  return {
    deed: (step, input) => {
      const name = step.command as CommandName;
      return said[name]?.(step, input) ?? title(name);
    },
    because: (step) => {
      const { reason, facts } = step;
      switch (reason) {
        case 'quorum-short':
          return t('because.quorum-short', { present: facts['present'] ?? 0, quorum: facts['quorum'] ?? 0 });
        case 'vote-running':
          return t('because.vote-running', { cast: facts['cast'] ?? 0, eligible: facts['eligible'] ?? 0 });
        case 'time-is-up':
          return t('because.time-is-up', { time: clock(facts['overSeconds'] ?? 0) });
        case 'hand-up':
          return t('because.hand-up', { count: facts['waiting'] ?? 0 });
        case 'signatures-awaited':
          return t('because.signatures-awaited', {
            answered: facts['answered'] ?? 0,
            recipients: facts['recipients'] ?? 0,
          });
        case 'agenda-done':
          return facts['deferred']
            ? t('because.deferred-left', { count: facts['deferred'] })
            : t('because.agenda-done');
        case 'minutes-to-sign': {
          const { office } = step.data;
          return office === 'chair' || office === 'secretary'
            ? t('because.sign', { office: common(`office.${office}`) })
            : t('because.minutes-to-sign');
        }
        case 'speech-running':
          return t('because.speech-running', { name: aboutOf(step) });
        default:
          return t(`because.${reason}`);
      }
    },
  };
}
