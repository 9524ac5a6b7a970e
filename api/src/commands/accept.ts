// One command from the request to the receipt: read, validate, wait for its turn, answer.

import type { Actor, CommandDefinition, StreamName } from '@rostrum/events';
import type { Deps } from '../deps.ts';
import { answerJson } from '../http/answer.ts';
import { readJson } from '../http/body.ts';
import { callerOf } from '../http/context.ts';
import type { AppContext } from '../http/context.ts';
import { POSITION_HEADER } from '../http/position.ts';
import { problemOfRejection } from '../http/problem.ts';
import { commandIdOf, expectedRevisionOf } from './idempotency.ts';
import { parseInput } from './input.ts';
import { isRefused } from './receipt.ts';
import type { Receipt } from './receipt.ts';

export type Acceptance = {
  readonly family: StreamName;
  readonly name: string;
  readonly definition: CommandDefinition;
  /** Bytes that the body may have. */
  readonly limit: number;
  /** The meeting or account that a command is for, from the path or from the data of a command that creates one. */
  readonly subjectOf: (c: AppContext, data: unknown, commandId: string) => string;
  readonly answer: (subject: string, receipt: Receipt) => Response;
  /** What must hold beside the rules, since it takes reading to know. @throws Problem */
  readonly before?: (subject: string, data: unknown, actor: Actor) => Promise<void>;
};

/** The handler of a command's route. */
export function accept({ commands, newId }: Deps, acceptance: Acceptance): (c: AppContext) => Promise<Response> {
  const { family, name, definition, limit, subjectOf, answer, before } = acceptance;
  return async (c) => {
    const id = commandIdOf(c, newId);
    const ifRevision = expectedRevisionOf(c);
    const data = parseInput(definition.input, await readJson(c, limit));
    const subject = subjectOf(c, data, id);
    const { actor } = callerOf(c);
    if (before) await before(subject, data, actor);
    const given = { family, subject, name, data, actor, id, correlationId: c.get('requestId') };
    const outcome = await commands.give(ifRevision === undefined ? given : { ...given, ifRevision });
    if (isRefused(outcome)) throw problemOfRejection(outcome);
    return answer(subject, outcome);
  };
}

/** The answer to a command that was accepted: what it is for under its name, then the receipt. */
export const receiptAnswer =
  (subjectName: 'meetingId' | 'accountId') =>
  (subject: string, { revision, position, events }: Receipt): Response =>
    answerJson({ [subjectName]: subject, revision, position: String(position), events }, 200, {
      [POSITION_HEADER]: String(position),
    });

/** The same for a meeting that is scheduled: 201 with its address, unless it was there already. */
export const creationAnswer =
  (collection: string) =>
  (meetingId: string, { revision, position, events }: Receipt): Response => {
    const receipt = { meetingId, revision, position: String(position), events };
    const headers = { [POSITION_HEADER]: receipt.position };
    return events.length === 0
      ? answerJson(receipt, 200, headers)
      : answerJson(receipt, 201, { ...headers, location: `${collection}/${meetingId}` });
  };
