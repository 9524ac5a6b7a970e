// A page that cannot show what it is for: because the server is out of reach, or because it refused.

import type { JSX } from 'solid-js';
import type { Problem } from '../api/problem.ts';
import { useWords } from '../i18n/language.tsx';
import { useRefusals } from '../i18n/refusals.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { useRetryWhileOffline } from './use-retry-while-offline.ts';

export type StateProblemProps = {
  readonly problem: Problem;
  readonly onRetry: () => void;
};

export function StateProblem(props: StateProblemProps): JSX.Element {
  const { t } = useWords();
  const sentence = useRefusals();
  const offline = () => props.problem.code === 'client.unreachable';
  useRetryWhileOffline(offline, () => props.onRetry());
  return (
    <div data-component="state" data-state={offline() ? 'offline' : 'failed'} role="alert">
      <EmptyState
        heading={1}
        title={offline() ? t('state.offline.title') : t('state.failed.title')}
        actions={<Button onClick={() => props.onRetry()}>{t('state.retry')}</Button>}
      >
        <p>{offline() ? t('state.offline.text') : sentence(props.problem)}</p>
      </EmptyState>
    </div>
  );
}
