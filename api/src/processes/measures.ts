// What is measured of processes.

import { Counter, Gauge } from '../operations/metrics.ts';
import type { Registry, Tally } from '../operations/metrics.ts';

export type ProcessMeasures = {
  readonly handled: Tally;
  readonly failures: Tally;
  /** True while this node holds the name. */
  holding: boolean;
  /** True while an event is tried again. */
  failing: boolean;
};

/** Registers the measures of all processes; gives those of one by its name. */
export function processMeasures(registry: Registry): (process: string) => ProcessMeasures {
  const handled = registry.add(new Counter('rostrum_process_events_total', 'Events that a process has handled here.'));
  const failures = registry.add(
    new Counter('rostrum_process_failures_total', 'Events that a process had to try again.'),
  );
  const known = new Map<string, ProcessMeasures>();
  const gauge = (name: string, help: string, read: (measures: ProcessMeasures) => boolean) =>
    registry.add(
      new Gauge(name, help, () => [...known].map(([process, each]) => [{ process }, Number(read(each))] as const)),
    );
  gauge('rostrum_process_holding', '1 where this node is the one that runs the process.', ({ holding }) => holding);
  gauge('rostrum_process_failing', '1 while the process cannot handle an event.', ({ failing }) => failing);
  return (process) => {
    const measures: ProcessMeasures = {
      handled: handled.of({ process }),
      failures: failures.of({ process }),
      holding: false,
      failing: false,
    };
    known.set(process, measures);
    return measures;
  };
}
