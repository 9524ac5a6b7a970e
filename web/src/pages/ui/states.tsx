// What stands on a page when there is nothing else to show, or something to know about it.

import type { JSX } from 'solid-js';
import { Problem, unreachable } from '../../api/problem.ts';
import { NewerBar } from '../../shell/newer-notice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StateCrashed, StateOutdated } from '../../ui/state-crashed.tsx';
import { StateLoading } from '../../ui/state-loading.tsx';
import { StateMissing } from '../../ui/state-missing.tsx';
import { StateProblem } from '../../ui/state-problem.tsx';
import { StateRemoved } from '../../ui/state-removed.tsx';

const refusal = new Problem(403, 'example', 'The desk is open to whoever presides and to the secretariat.');

export function States(): JSX.Element {
  return (
    <section data-part="group">
      <h2>States</h2>
      <div data-part="pair">
        <div data-part="state">
          <StateLoading />
        </div>
        <div data-part="state">
          <EmptyState title="No meeting yet" size="part">
            <p>Schedule one, and it stands here.</p>
          </EmptyState>
        </div>
        <div data-part="state">
          <StateProblem problem={unreachable()} onRetry={() => {}} />
        </div>
        <div data-part="state">
          <StateProblem problem={refusal} onRetry={() => {}} />
        </div>
        <div data-part="state">
          <StateMissing />
        </div>
        <div data-part="state">
          <StateRemoved />
        </div>
        <div data-part="state">
          <StateOutdated />
        </div>
        <div data-part="state">
          <StateCrashed error={new TypeError('An example of what a page may run into.')} />
        </div>
      </div>
      <NewerBar onLater={() => {}} />
    </section>
  );
}
