// What is measured of deciding and appending.

import { Counter, Gauge, Histogram, SECONDS } from '../operations/metrics.ts';
import type { Distribution, Registry, Tally } from '../operations/metrics.ts';

export type CommandMeasures = {
  /** Counts one command by its outcome: `accepted`, the code of the refusal, or `failed`. */
  readonly answered: (command: string, outcome: string) => void;
  readonly events: Tally;
  readonly conflicts: Counter;
  /** Seconds for each command. */
  readonly deciding: Distribution;
  /** Seconds for each append, of however many events. */
  readonly appending: Distribution;
  /** Commands decided together. */
  readonly batches: Distribution;
};

const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const;

/** Registers the measures of one sequencer. */
export function commandMeasures(registry: Registry, loaded: () => number): CommandMeasures {
  registry.add(new Gauge('rostrum_meetings_loaded', 'Meetings and accounts whose state is kept in memory.', loaded));
  return {
    answered: countByOutcome(registry.add(new Counter('rostrum_commands_total', 'Commands by name and outcome.'))),
    events: registry.add(new Counter('rostrum_events_appended_total', 'Events written to the record.')).of(),
    conflicts: registry.add(new Counter('rostrum_append_conflicts_total', 'Appends that another writer came before.')),
    deciding: registry.add(new Histogram('rostrum_decision_seconds', 'Time to decide one command.', SECONDS)).of(),
    appending: registry
      .add(new Histogram('rostrum_append_seconds', 'Time to store what was decided together.', SECONDS))
      .of(),
    batches: registry.add(new Histogram('rostrum_batch_commands', 'Commands decided and stored together.', SIZES)).of(),
  };
}

function countByOutcome(commands: Counter): CommandMeasures['answered'] {
  const tallies = new Map<string, Tally>();
  return (command, outcome) => {
    const key = `${command} ${outcome}`;
    let tally = tallies.get(key);
    if (!tally) tallies.set(key, (tally = commands.of({ command, outcome })));
    tally.add();
  };
}
