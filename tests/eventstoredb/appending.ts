// Streams.BatchAppend, Streams.Append, Streams.Delete and Streams.Tombstone.

import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServerUnaryCall } from '@grpc/grpc-js';
import * as answers from './answers.ts';
import { statuses } from './answers.ts';
import type { Refusal } from './errors.ts';
import * as errors from './errors.ts';
import type { Fault } from './faults.ts';
import type { Outcome } from './log.ts';
import { isSwallowed, isUnanswered, type Node, refusalOf, suffer } from './node.ts';
import { type Proposed, sizeOfEvent } from './record.ts';
import {
  appendRequest,
  type BatchRequest,
  batchRequest,
  deleteRequest,
  MissingProperty,
  type Target,
} from './requests.ts';
import type { Message } from './wire.ts';

/** An append of a batch that has not arrived as a whole. */
type Arriving = {
  readonly batch: answers.Batch;
  readonly target: Target;
  readonly events: Proposed[];
  readonly deadline: number;
  timer?: NodeJS.Timeout;
  size: number;
};

export const batchAppend = (node: Node) => (call: ServerDuplexStream<Buffer, Buffer>) => {
  const arriving = new Map<string, Arriving>();
  let ended = false;

  const answer = (bytes: Buffer): void => {
    if (!call.cancelled && !ended) call.write(bytes);
  };
  const refuse = ({ batch }: Arriving, status: Message): void => answer(answers.batchRefused(batch, status));

  const begin = ({ correlation, target }: BatchRequest): Arriving => {
    const deadline = Math.min(target!.deadline ?? Infinity, Date.now() + node.writeTimeout);
    return { batch: { correlation, stream: target!.stream }, target: target!, events: [], deadline, size: 0 };
  };

  const take = (bytes: Buffer): void => {
    const request = understood(bytes);
    if (!request) return;
    const id = request.correlation.toString('latin1');
    let append = arriving.get(id);
    if (!append) {
      if (!request.target) return;
      append = begin(request);
      if (append.target.stream === '')
        return refuse(append, statuses.badRequest('Required field StreamIdentifier not set.'));
      if (append.deadline <= Date.now()) return refuse(append, statuses.timeout());
    }
    for (const event of request.events) {
      append.events.push(event);
      append.size += sizeOfEvent(event);
    }
    if (append.size > node.maxAppendSize) {
      leave(id, append);
      return refuse(append, statuses.tooLarge(node.maxAppendSize));
    }
    if (request.final) {
      leave(id, append);
      return suffer(node, 'append', (fault) => settle(append, fault));
    }
    if (arriving.has(id)) return;
    arriving.set(id, append);
    append.timer = setTimeout(() => {
      leave(id, append);
      refuse(append, statuses.timeout());
    }, append.deadline - Date.now());
  };

  const understood = (bytes: Buffer): BatchRequest | undefined => {
    try {
      return batchRequest(bytes);
    } catch (error) {
      call.emit('error', errors.invalidArgument(String(error)));
      return undefined;
    }
  };

  const leave = (id: string, append: Arriving): void => {
    clearTimeout(append.timer);
    arriving.delete(id);
  };

  const settle = (append: Arriving, fault: Fault): void => {
    if (isSwallowed(node, call, fault)) return;
    const refusal = refusalOf(node, call, fault, append.target.stream);
    if (refusal) {
      const status = statusOf(refusal);
      if (status) return refuse(append, status);
      ended = true;
      call.emit('error', refusal);
      return;
    }
    const outcome = node.log.append(append.target.stream, append.events, append.target.expected);
    if (!isUnanswered(node, call, fault)) answer(batchAnswer(append, outcome));
  };

  const close = () => {
    for (const append of arriving.values()) clearTimeout(append.timer);
    arriving.clear();
    if (!ended) call.end();
    ended = true;
  };
  call.on('data', take).on('end', close).on('cancelled', close).on('error', close);
};

/** What is said of one append alone. Every other refusal ends the call, and with it all appends under way. */
function statusOf({ exception, details }: Refusal): Message | undefined {
  if (exception === 'access-denied') return statuses.accessDenied();
  if (exception === 'timeout') return statuses.timeout();
  if (exception === 'not-ready') return statuses.notHandled(details);
  return undefined;
}

function batchAnswer({ batch, target }: Arriving, outcome: Outcome): Buffer {
  switch (outcome.kind) {
    case 'written':
      return answers.batchAppended(batch, outcome.revision, outcome.position);
    case 'stream-deleted':
      return answers.batchRefused(batch, statuses.streamDeleted(batch.stream));
    case 'wrong-expected-version':
      return answers.batchRefused(batch, statuses.wrongExpectedVersion(outcome.current, target.expected));
  }
}

export const append = (node: Node) => (call: ServerReadableStream<Buffer, Buffer>, reply: sendUnaryData<Buffer>) => {
  let target: Target | undefined;
  const events: Proposed[] = [];
  let size = 0;
  let refused: Refusal | undefined;

  call.on('data', (bytes: Buffer) => {
    try {
      const request = appendRequest(bytes);
      if ('target' in request) target ??= request.target;
      else {
        events.push(request.event);
        size += sizeOfEvent(request.event);
      }
      if (size > node.maxAppendSize) refused ??= errors.appendTooLarge(node.maxAppendSize);
    } catch (error) {
      refused ??=
        error instanceof MissingProperty
          ? errors.metadataMissing(error.property)
          : errors.invalidArgument(String(error));
    }
  });
  call.on('end', () =>
    suffer(node, 'append', (fault) => {
      if (isSwallowed(node, call, fault)) return;
      if (!target?.stream) return reply(errors.invalidArgument('The stream is missing.'));
      const { stream, expected } = target;
      const refusal = refusalOf(node, call, fault, stream) ?? refused;
      if (refusal) return reply(refusal);
      const outcome = node.log.append(stream, events, expected);
      if (isUnanswered(node, call, fault)) return;
      switch (outcome.kind) {
        case 'written':
          return reply(null, answers.appended(outcome.revision, outcome.position));
        case 'stream-deleted':
          return reply(errors.streamDeleted(stream));
        case 'wrong-expected-version':
          return reply(null, answers.refused(outcome.current, expected));
      }
    }),
  );
};

/** `Delete` hides what a stream has, `Tombstone` ends it for ever. */
export const remove =
  (node: Node, how: 'delete' | 'tombstone') =>
  (call: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>): void =>
    suffer(node, 'delete', (fault) => {
      if (isSwallowed(node, call, fault)) return;
      const { stream, expected } = deleteRequest(call.request);
      const refusal = refusalOf(node, call, fault, stream);
      if (refusal) return reply(refusal);
      const outcome = node.log[how](stream, expected);
      if (isUnanswered(node, call, fault)) return;
      switch (outcome.kind) {
        case 'written':
          return reply(null, answers.deleted(outcome.position ?? node.log.end));
        case 'stream-deleted':
          return reply(errors.streamDeleted(stream));
        case 'wrong-expected-version':
          return reply(errors.wrongExpectedVersion('Delete', stream, expected, outcome.current));
      }
    });
