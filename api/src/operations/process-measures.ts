// What the process itself costs: memory, processor time and how late the event loop runs.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge } from './metrics.ts';
import type { Registry } from './metrics.ts';
import { VERSION } from './version.ts';

/** Milliseconds between two looks at the event loop. */
const RESOLUTION_MS = 20;

/**
 * Registers the measures of this process.
 * @param name of this node among several
 * @param signal ends looking at the event loop
 */
export function measureProcess(registry: Registry, name: string, signal: AbortSignal): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  signal.addEventListener('abort', () => delay.disable());
  // What is measured is the time from one look to the next, the time between them included.
  const secondsLate = (percentile: number) => Math.max(0, delay.percentile(percentile) / 1e9 - RESOLUTION_MS / 1000);
  registry.add(
    new Gauge('rostrum_info', 'The version that runs, and the name of the node on which it does.', () => [
      [{ version: VERSION, node: process.version, name }, 1],
    ]),
  );
  registry.add(new Gauge('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss()));
  registry.add(
    new Gauge('process_heap_bytes', 'Memory used by the program’s objects.', () => process.memoryUsage().heapUsed),
  );
  registry.add(
    new Gauge(
      'process_cpu_seconds_total',
      'Processor time used.',
      () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1e6;
      },
      'counter',
    ),
  );
  registry.add(
    new Gauge(
      'process_event_loop_delay_seconds',
      'How late the event loop ran since the measurements were last read.',
      () => {
        const values = [50, 99, 100].map(
          (percentile) => [{ quantile: String(percentile / 100) }, secondsLate(percentile)] as const,
        );
        delay.reset();
        return values;
      },
    ),
  );
}
