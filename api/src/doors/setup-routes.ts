// `/api/setup`: the one-time link that makes the first administrator.

import * as z from 'zod';
import { answerJson } from '../http/answer.ts';
import { readJson } from '../http/body.ts';
import type { Route } from '../http/route.ts';
import { parseInput } from '../commands/input.ts';
import { PASSWORD_EXAMPLE, answerSession, name, password, sessionAnswer, signInName } from './answers.ts';
import { DOOR_BYTES } from './session-routes.ts';
import type { Sessions } from './sessions.ts';
import type { Setup } from './setup.ts';

const claim = z.strictObject({ token: z.string().min(1, 'Must not be empty.').max(200), signInName, name, password });
const needed = z.object({ needed: z.boolean() });

const group = 'Doors';

export const setupRoutes = (setup: Setup, sessions: Sessions): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/setup',
    access: 'public',
    pace: 'queries',
    operation: {
      group,
      id: 'setup',
      summary: 'Is there an administrator',
      description: 'True while the one-time link that the server printed at its start can be used.',
      answers: {
        200: {
          description: 'Whether the set-up is to be done.',
          content: { schema: needed, example: { needed: false } },
        },
      },
    },
    handle: () => answerJson({ needed: setup.needed }),
  },
  {
    method: 'POST',
    path: '/api/setup',
    access: 'public',
    pace: 'doors',
    operation: {
      group,
      id: 'make-administrator',
      summary: 'Make the first administrator',
      description:
        'Takes the token of the one-time link, makes the first administrator and signs them in. The link works once.',
      body: {
        schema: claim,
        example: {
          token: 'what comes after the #',
          signInName: 'zhou.ping',
          name: 'Zhou Ping',
          password: PASSWORD_EXAMPLE,
        },
        required: true,
      },
      answers: { 201: { description: 'Made and signed in.', content: { schema: sessionAnswer } } },
      problems: [400, 403, 409, 413, 415, 422, 503],
    },
    handle: async (c) => {
      const { token, ...account } = parseInput(claim, await readJson(c, DOOR_BYTES));
      const made = await setup.claim(token, account, c.get('requestId'));
      return answerSession(await sessions.openForAccount(c, made), 201);
    },
  },
];
