// Whether the server is alive (`/healthz`), whether requests should come here (`/readyz`), and its measurements (`/metrics`).

import * as z from 'zod';
import { answerJson, answerText } from '../http/answer.ts';
import { problemOf } from '../http/problem.ts';
import type { Part, Route } from '../http/route.ts';

/** What is not ready, in a sentence; null where it is. */
export type ReadinessCheck = {
  readonly name: string;
  readonly check: () => Promise<string | null> | string | null;
  /** Told, but no reason to send requests elsewhere. */
  readonly advisory?: boolean;
};

const readiness = z.object({
  ready: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ready: z.boolean(), reason: z.string().nullable() })),
});

const probe = { method: 'GET', access: 'public', pace: null } as const satisfies Partial<Route>;

export const operationRoutes: Part = ({ readiness: checks, metrics }) => [
  {
    ...probe,
    path: '/healthz',
    operation: {
      group: 'Operations',
      id: 'healthz',
      summary: 'Is the server alive',
      description: 'Answers as long as the process runs. It says nothing of the record; `/readyz` does.',
      answers: {
        200: {
          description: 'It is alive.',
          content: { schema: z.object({ alive: z.literal(true) }), example: { alive: true } },
        },
      },
    },
    handle: () => answerJson({ alive: true }),
  },
  {
    ...probe,
    path: '/readyz',
    operation: {
      group: 'Operations',
      id: 'readyz',
      summary: 'Should requests come here',
      description:
        'Ready when the record can be read and the read models have caught up with it; else 503 with the reasons. A check of a process may say that it is not ready without keeping requests away.',
      answers: {
        200: { description: 'It is ready.', content: { schema: readiness } },
        503: { description: 'It is not ready; the checks say why.', content: { schema: readiness } },
      },
    },
    handle: async () => {
      const results = await Promise.all(
        checks.map(async ({ name, check }) => {
          const reason = await Promise.try(check).catch((error: unknown) => problemOf(error).message);
          return { name, ready: reason === null, reason };
        }),
      );
      const ready = results.every((result, place) => result.ready || checks[place]!.advisory === true);
      return answerJson({ ready, checks: results }, ready ? 200 : 503);
    },
  },
  {
    ...probe,
    path: '/metrics',
    operation: {
      group: 'Operations',
      id: 'metrics',
      summary: 'Measurements',
      description:
        'In the Prometheus text format: commands by name and outcome, times, batch sizes, memory, event loop.',
      answers: { 200: { description: 'The measurements.', content: { mediaType: 'text/plain' } } },
    },
    handle: () => answerText(metrics.page(), 'text/plain; version=0.0.4; charset=utf-8'),
  },
];

/** The server is not about to leave. */
export const closingCheck = (closing: () => boolean): ReadinessCheck => ({
  name: 'server',
  check: () => (closing() ? 'The server is closing. Send requests elsewhere.' : null),
});
