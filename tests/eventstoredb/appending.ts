// Streams.BatchAppend, Streams.Append, Streams.Delete and Streams.Tombstone.

import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServerUnaryCall } from '@grpc/grpc-js';
import type { AppendReq, BatchAppendReq, DeleteReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';
import * as answers from './answers.ts';
import { statuses } from './answers.ts';
import type { Refusal } from './errors.ts';
import * as errors from './errors.ts';
import type { Expected, Outcome } from './log.ts';
import { type Node, refusalOf, suffer } from './node.ts';
import { type Proposed, sizeOfEvent } from './record.ts';
import { expectedOf, idOf, MissingProperty, nameOf, proposedOf } from './requests.ts';

type Pending = {
  readonly batch: answers.Batch;
  readonly expected: Expected;
  readonly events: Proposed[];
  readonly deadline: number;
  size: number;
};

export const batchAppend = (node: Node) => (call: ServerDuplexStream<BatchAppendReq, Buffer>) => {
  const pending = new Map<string, Pending>();

  const take = (request: BatchAppendReq): void => {
    const id = idOf(request.getCorrelationId());
    const options = request.getOptions();
    if (options && !pending.has(id)) {
      pending.set(id, {
        batch: {
          correlation: request.getCorrelationId()!.serializeBinary(),
          stream: nameOf(options.getStreamIdentifier()),
        },
        expected: expectedOf(options),
        events: [],
        deadline: options.getDeadline()?.toDate().getTime() ?? Infinity,
        size: 0,
      });
    }
    const append = pending.get(id);
    if (!append) return;
    try {
      for (const message of request.getProposedMessagesList()) {
        const event = proposedOf(message);
        append.events.push(event);
        append.size += sizeOfEvent(event);
      }
    } catch (error) {
      pending.delete(id);
      call.write(answers.batchRefused(append.batch, statuses.badRequest(String(error))));
      return;
    }
    if (append.size > node.maxAppendSize) {
      pending.delete(id);
      call.write(answers.batchRefused(append.batch, statuses.tooLarge(node.maxAppendSize)));
      return;
    }
    if (!request.getIsFinal()) return;
    pending.delete(id);
    void settle(append);
  };

  const settle = async (append: Pending): Promise<void> => {
    const fault = await suffer(node, 'append');
    if (fault.failure === 'silence') return;
    if (fault.failure === 'drop') return node.drop(call.getPeer());
    const refusal = refusalOf(node, call, fault);
    if (refusal) {
      const status = inBatch(refusal);
      if (status) call.write(answers.batchRefused(append.batch, status));
      else call.emit('error', refusal);
      return;
    }
    if (append.deadline <= Date.now()) {
      call.write(answers.batchRefused(append.batch, statuses.timeout()));
      return;
    }
    const outcome = node.log.append(append.batch.stream, append.events, append.expected);
    if (fault.failure === 'drop-after') return node.drop(call.getPeer());
    if (fault.failure === 'lose-reply' || call.cancelled) return;
    call.write(batchAnswer(append, outcome));
  };

  call.on('data', take);
  call.on('error', () => call.end());
  call.on('end', () => call.end());
};

/** What of a refusal is said of one append alone; the others end the stream with all that are under way. */
function inBatch(refusal: Refusal) {
  if (refusal.code === errors.accessDenied().code) return statuses.accessDenied();
  if (refusal.code === errors.notReady().code) return statuses.notHandled(refusal.details);
  if (refusal.code === errors.timedOut().code) return statuses.timeout();
  return undefined;
}

function batchAnswer({ batch, expected }: Pending, outcome: Outcome): Buffer {
  switch (outcome.kind) {
    case 'written':
      return answers.batchAppended(batch, outcome.revision, outcome.position);
    case 'stream-deleted':
      return answers.batchRefused(batch, statuses.streamDeleted(batch.stream));
    case 'wrong-expected-version':
      return answers.batchRefused(batch, statuses.wrongExpectedVersion(outcome.current, expected));
  }
}

export const append = (node: Node) => (call: ServerReadableStream<AppendReq, Buffer>, reply: sendUnaryData<Buffer>) => {
  let options: AppendReq.Options | undefined;
  const events: Proposed[] = [];
  let size = 0;
  let refused: Refusal | undefined;

  call.on('data', (request: AppendReq) => {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    if (!message) return;
    try {
      const event = proposedOf(message);
      events.push(event);
      size += sizeOfEvent(event);
      if (size > node.maxAppendSize) refused ??= errors.appendTooLarge(node.maxAppendSize);
    } catch (error) {
      refused ??=
        error instanceof MissingProperty
          ? errors.metadataMissing(error.property)
          : errors.invalidArgument(String(error));
    }
  });
  call.on('end', () => void settle());

  const settle = async (): Promise<void> => {
    const fault = await suffer(node, 'append');
    if (fault.failure === 'silence') return;
    if (fault.failure === 'drop') return node.drop(call.getPeer());
    const refusal = refusalOf(node, call, fault) ?? refused;
    if (refusal) return reply(refusal);
    if (!options) return reply(errors.invalidArgument('The options are missing.'));
    const stream = nameOf(options.getStreamIdentifier());
    const expected = expectedOf(options);
    const outcome = node.log.append(stream, events, expected);
    if (fault.failure === 'drop-after') return node.drop(call.getPeer());
    if (fault.failure === 'lose-reply') return;
    switch (outcome.kind) {
      case 'written':
        return reply(null, answers.appended(outcome.revision, outcome.position));
      case 'stream-deleted':
        return reply(errors.streamDeleted(stream));
      case 'wrong-expected-version':
        return reply(null, answers.refused(outcome.current, expected));
    }
  };
};

/** `Delete` hides what a stream has, `Tombstone` ends it for ever. */
export const remove =
  (node: Node, how: 'delete' | 'tombstone') =>
  async (call: ServerUnaryCall<DeleteReq | TombstoneReq, Buffer>, reply: sendUnaryData<Buffer>): Promise<void> => {
    const fault = await suffer(node, 'delete');
    if (fault.failure === 'silence') return;
    if (fault.failure === 'drop') return node.drop(call.getPeer());
    const refusal = refusalOf(node, call, fault);
    if (refusal) return reply(refusal);
    const options = call.request.getOptions();
    if (!options) return reply(errors.invalidArgument('The options are missing.'));
    const stream = nameOf(options.getStreamIdentifier());
    const expected = expectedOf(options);
    const outcome = node.log[how](stream, expected);
    if (fault.failure === 'drop-after') return node.drop(call.getPeer());
    if (fault.failure === 'lose-reply') return;
    switch (outcome.kind) {
      case 'written':
        return reply(null, answers.deleted(outcome.position));
      case 'stream-deleted':
        return reply(errors.streamDeleted(stream));
      case 'wrong-expected-version':
        return reply(errors.wrongExpectedVersion('Delete', stream, expected, outcome.current));
    }
  };
