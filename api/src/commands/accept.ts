// One command from the request to the receipt: read, validate, wait for its turn, answer.

import type { CommandDefinition } from '@rostrum/events';
import type { Deps } from '../deps.ts';
import { answerJson } from '../http/answer.ts';
import { readJson } from '../http/body.ts';
import { callerOf } from '../http/context.ts';
import type { AppContext } from '../http/context.ts';
import type { HeaderRecord } from '../http/headers.ts';
import { problemOfRejection } from '../http/problem.ts';
import type { Family } from './family.ts';
import { fingerprintOf } from './fingerprint.ts';
import { commandIdOf, expectedRevisionOf } from './idempotency.ts';
import { parseInput } from './input.ts';
import { isRefused } from './receipt.ts';
import type { Receipt } from './receipt.ts';

export type Acceptance = {
  readonly family: Family;
  readonly name: string;
  readonly definition: CommandDefinition;
  /** Bytes that the body may have. */
  readonly limit: number;
  /** The meeting or account that a command is for, from the path or from the data of a command that creates one. */
  readonly subjectOf: (c: AppContext, data: unknown, commandId: string) => string;
  /** The stream that a command is decided on. */
  readonly streamOf: (subject: string, data: unknown, commandId: string) => string;
  readonly answer: (receipt: Receipt) => Response;
};

/** The handler of a command's route. */
export function accept(deps: Deps, acceptance: Acceptance): (c: AppContext) => Promise<Response> {
  const { sequencer, newId } = deps;
  const { family, name, definition, limit, subjectOf, streamOf } = acceptance;
  return async (c) => {
    const commandId = commandIdOf(c, newId);
    const ifRevision = expectedRevisionOf(c);
    const data = parseInput(definition.input, await readJson(c, limit));
    const subject = subjectOf(c, data, commandId);
    const outcome = await sequencer.submit({
      family,
      subject,
      stream: streamOf(subject, data, commandId),
      command: { id: commandId, name, data, actor: callerOf(c).actor },
      fingerprint: fingerprintOf(name, data),
      ...(ifRevision === undefined ? {} : { ifRevision }),
      correlationId: c.get('requestId'),
    });
    if (isRefused(outcome)) throw problemOfRejection(outcome);
    return acceptance.answer(outcome);
  };
}

/** The receipt as it goes over the wire, under the name its subject has there. */
export const answerReceipt = (subjectName: string, { subject, revision, position, events }: Receipt, status = 200, headers?: HeaderRecord): Response =>
  answerJson({ [subjectName]: subject, revision, position: String(position), events }, status, headers);
