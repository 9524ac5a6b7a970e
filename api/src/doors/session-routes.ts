// `/api/session`: in by a link or a password, who is here, out again.

import type { Actor } from '@rostrum/events';
import * as z from 'zod';
import { answer } from '../http/answer.ts';
import { readJson } from '../http/body.ts';
import { callerOf } from '../http/context.ts';
import { API_HEADERS } from '../http/headers.ts';
import { problemOf } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import type { Counter } from '../operations/metrics.ts';
import { parseInput } from '../commands/input.ts';
import { PASSWORD_EXAMPLE, answerSession, password, sessionAnswer } from './answers.ts';
import { comeIn, signIn } from './sign-in.ts';
import type { SignInOptions } from './sign-in.ts';

/** Bytes that the body of a door may have. */
export const DOOR_BYTES = 16 * 1024;

const byLink = z.strictObject({ link: z.string().min(1, 'Must not be empty.').max(500) });
const byPassword = z.strictObject({ signInName: z.string().min(1, 'Must not be empty.').max(200), password });
const wayIn = z.union([byLink, byPassword]);

const group = 'Doors';
const example = { kind: 'attendee', name: 'Wei Yiyin', meetingId: 'digital-space-2021', attendeeId: 'wei-yiyin' };

/** Counts how an attempt to come in ended: `accepted`, or the code of the refusal. */
async function counted(attempts: Counter, by: 'link' | 'password', attempt: Promise<Actor>): Promise<Actor> {
  try {
    const actor = await attempt;
    attempts.add(1, { by, outcome: 'accepted' });
    return actor;
  } catch (error) {
    attempts.add(1, { by, outcome: problemOf(error).code });
    throw error;
  }
}

export type SessionRoutesOptions = SignInOptions & { readonly attempts: Counter };

export const sessionRoutes = (options: SessionRoutesOptions): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/session',
    access: 'public',
    // Links cannot be guessed, and a hall of people opens theirs at once from one address: passwords have limits of their own.
    pace: 'queries',
    operation: {
      group,
      id: 'open-session',
      summary: 'Sign in',
      description:
        'Exchanges a link of an attendee, a screen or a steward (the whole address, or what comes after its #) or a sign-in name and a password for a session. The session is a cookie, which programs keep and send back like browsers. A wrong name and a wrong password answer alike. Passwords may be tried ten times at once and then once in six seconds, from one address and for one name.',
      body: {
        schema: wayIn,
        example: { signInName: 'zhou.ping', password: PASSWORD_EXAMPLE },
        required: true,
      },
      answers: {
        200: {
          description: 'Signed in; the cookie comes with the answer.',
          content: { schema: sessionAnswer, example },
        },
      },
      problems: [400, 401, 403, 413, 415, 422, 503],
    },
    handle: async (c) => {
      const way = parseInput(wayIn, await readJson(c, DOOR_BYTES));
      const actor =
        'link' in way
          ? counted(options.attempts, 'link', comeIn(options, c, way.link))
          : counted(options.attempts, 'password', signIn(options, c, way.signInName, way.password));
      return answerSession(await actor);
    },
  },
  {
    method: 'GET',
    path: '/api/session',
    access: 'session',
    stations: true,
    pace: 'queries',
    operation: {
      group,
      id: 'session',
      summary: 'Who is signed in',
      description:
        'Answers 401 `session.none` without a session, and `session.ended` where there was one that no longer holds.',
      answers: { 200: { description: 'Whose session it is.', content: { schema: sessionAnswer, example } } },
    },
    handle: (c) => answerSession(callerOf(c).actor),
  },
  {
    method: 'DELETE',
    path: '/api/session',
    access: 'public',
    pace: 'queries',
    operation: {
      group,
      id: 'sign-out',
      summary: 'Sign out',
      description: 'Ends the session, so that every copy of its cookie is void. Does nothing where there is none.',
      answers: { 204: { description: 'Nobody is signed in any more.' } },
      problems: [403, 503],
    },
    handle: async (c) => {
      await options.sessions.end(c);
      return answer(null, 204, API_HEADERS);
    },
  },
];
