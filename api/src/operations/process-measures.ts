// What the process itself costs: memory, processor time and how late the event loop runs.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge } from './metrics.ts';
import type { Registry } from './metrics.ts';
import { VERSION } from './version.ts';

/** Registers the measures of this process. */
export function measureProcess(registry: Registry): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  registry.add(
    new Gauge('rostrum_info', 'The version that runs.', () => [[{ version: VERSION, node: process.version }, 1]]),
  );
  registry.add(new Gauge('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss()));
  registry.add(
    new Gauge('process_heap_bytes', 'Memory used by the program’s objects.', () => process.memoryUsage().heapUsed),
  );
  registry.add(
    new Gauge('process_cpu_seconds_total', 'Processor time used.', () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    }),
  );
  registry.add(
    new Gauge(
      'process_event_loop_delay_seconds',
      'How late the event loop ran since the measurements were last read.',
      () => {
        const values = [0.5, 0.99, 1].map(
          (quantile) =>
            [{ quantile: String(quantile) }, Math.max(0, delay.percentile(quantile * 100 || 100) / 1e9)] as const,
        );
        delay.reset();
        return values;
      },
    ),
  );
}
