// Streams.Read: a stream or $all, forwards or backwards, once or as a subscription, whole or filtered.

import * as answers from './answers.ts';
import * as errors from './errors.ts';
import { filterOf } from './filter.ts';
import { isSwallowed, isUnanswered, type Node, refusalOf, suffer } from './node.ts';
import { type ReadRequest, readRequest } from './requests.ts';
import { Gone, type ReadCall, Sending } from './sending.ts';
import { subscribe } from './subscribing.ts';

export const read = (node: Node) => (call: ReadCall) => {
  let request: ReadRequest;
  try {
    request = readRequest(call.request);
  } catch (error) {
    call.emit('error', errors.invalidArgument(String(error)));
    return;
  }
  suffer(node, request.count === undefined ? 'subscribe' : 'read', (fault) => {
    if (isSwallowed(node, call, fault) || isUnanswered(node, call, fault)) return;
    const refusal = refusalOf(node, call, fault, request.stream ?? '$all');
    if (refusal) {
      call.emit('error', refusal);
      return;
    }
    const sending = new Sending(node, call, fault, request.ids);
    const done = request.count === undefined ? subscribe(node, request, sending) : readOnce(node, request, sending);
    done.catch((error: unknown) => {
      if (!(error instanceof Gone)) sending.fail(errors.invalidArgument(String(error)));
    });
  });
};

async function readOnce(node: Node, request: ReadRequest, sending: Sending): Promise<void> {
  const limit = Number(request.count);
  if (request.stream === undefined) await readAll(node, request, limit, sending);
  else await readStream(node, request, request.stream, limit, sending);
  sending.end();
}

async function readStream(
  node: Node,
  { from, backwards, compatibility }: ReadRequest,
  stream: string,
  limit: number,
  sending: Sending,
): Promise<void> {
  const { log } = node;
  const state = log.state(stream);
  if (state === 'ended') return sending.fail(errors.streamDeleted(stream));
  if (state !== 'readable') return sending.frame(answers.streamNotFound(stream));
  const revision = from === 'start' ? 0 : from === 'end' ? log.last(stream) : Number(from);
  const events = backwards
    ? log.stream(stream, 0, revision).slice(-limit).toReversed()
    : log.stream(stream, revision, Infinity, limit);
  const last = log.last(stream);
  for (const event of events) {
    const full = sending.event(event);
    if (full) await full;
  }
  if (compatibility >= 1) await sending.frame(answers.lastStreamPosition(last));
}

async function readAll(
  node: Node,
  { from, backwards, filter }: ReadRequest,
  limit: number,
  sending: Sending,
): Promise<void> {
  const { log } = node;
  if (typeof from === 'bigint' && !log.isPosition(from)) return sending.fail(errors.invalidPosition());
  const matches = filterOf(filter);
  // What is written while reading is none of this read's business.
  const { end } = log;
  let position = from === 'start' ? 0n : from === 'end' || from > end ? end : from;
  let left = limit;
  // The log may be scavenged while a slow client is waited for: the place is found again by its position.
  while (left > 0) {
    const index = backwards ? log.indexAt(position) - 1 : log.indexAt(position);
    const events = log.all;
    let at = index;
    let full: Promise<void> | undefined;
    while (left > 0 && at >= 0 && at < events.length && !full) {
      const event = events[at]!;
      if (event.position >= end) return;
      position = backwards ? event.position : event.position + 1n;
      if (matches(event)) {
        full = sending.event(event);
        left -= 1;
      }
      at += backwards ? -1 : 1;
    }
    if (!full) return;
    await full;
  }
}
