// Streams.Read: a stream or $all, forwards or backwards, once or as a subscription, whole or filtered.

import { randomUUID } from 'node:crypto';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import * as answers from './answers.ts';
import * as errors from './errors.ts';
import type { Fault } from './faults.ts';
import { type Node, refusalOf, suffer, wait } from './node.ts';
import type { Recorded } from './record.ts';
import { nameOf } from './requests.ts';

type ReadCall = ServerWritableStream<ReadReq, Buffer>;

/** How many events a filtered subscription looks at before it says how far it came, where the client names no window. */
const WINDOW = 32;

export const read = (node: Node) => async (call: ReadCall) => {
  const options = call.request.getOptions();
  const fault = await suffer(node, options?.hasSubscription() ? 'subscribe' : 'read');
  if (fault.failure === 'silence' || fault.failure === 'lose-reply') return;
  if (fault.failure === 'drop' || fault.failure === 'drop-after') return node.drop(call.getPeer());
  const refusal = refusalOf(node, call, fault);
  if (refusal) return void call.emit('error', refusal);
  if (!options) return void call.emit('error', errors.invalidArgument('The options are missing.'));
  const sending = new Sending(node, call, fault, options);
  try {
    if (options.hasSubscription()) await subscribe(node, options, sending);
    else await readOnce(node, options, sending);
  } catch (error) {
    if (error instanceof Gone) return;
    throw error;
  }
};

/** The client left, or an ordered fault took it away. */
class Gone extends Error {}

/** Sends events at the pace at which the client takes them. */
class Sending {
  readonly #node: Node;
  readonly #call: ReadCall;
  readonly #fault: Fault;
  readonly #form: answers.IdForm;
  #events = 0;
  #gone = false;
  /** Called when the client has left. */
  onGone: () => void = () => {};

  constructor(node: Node, call: ReadCall, fault: Fault, options: ReadReq.Options) {
    this.#node = node;
    this.#call = call;
    this.#fault = fault;
    this.#form = options.getUuidOption()?.hasString() ? 'string' : 'structured';
    const leave = () => {
      this.#gone = true;
      this.onGone();
    };
    call.on('cancelled', leave).on('close', leave);
  }

  get gone(): boolean {
    return this.#gone || this.#call.cancelled;
  }

  async event(event: Recorded): Promise<void> {
    const { pace, breakAfter, silentAfter } = this.#fault;
    if (this.#events === breakAfter) {
      this.#node.drop(this.#call.getPeer());
      throw new Gone();
    }
    if (this.#events === silentAfter) throw new Gone();
    if (pace !== undefined) await wait(pace);
    this.#events += 1;
    await this.frame(answers.eventRead(event, this.#form));
  }

  /** @returns nothing to wait for as long as the client keeps up */
  frame(bytes: Buffer): Promise<void> | undefined {
    if (this.gone) throw new Gone();
    if (this.#call.write(bytes)) return undefined;
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.#call.off('drain', settle).off('close', settle).off('cancelled', settle);
        if (this.gone) reject(new Gone());
        else resolve();
      };
      this.#call.on('drain', settle).on('close', settle).on('cancelled', settle);
    });
  }

  fail(refusal: errors.Refusal): void {
    this.#call.emit('error', refusal);
  }

  end(): void {
    if (!this.gone) this.#call.end();
  }
}

async function readOnce(node: Node, options: ReadReq.Options, sending: Sending): Promise<void> {
  const count = BigInt(options.getCount());
  const limit = count > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(count);
  const backwards = options.getReadDirection() === 1;
  const stream = options.getStream();
  if (stream) {
    const name = nameOf(stream.getStreamIdentifier());
    const state = node.log.state(name);
    if (state === 'tombstoned') return sending.fail(errors.streamDeleted(name));
    const seen = node.log.stream(name);
    if (state !== 'readable') {
      await sending.frame(answers.streamNotFound(name));
      return sending.end();
    }
    const from = stream.hasRevision() ? Number(stream.getRevision()) : stream.hasEnd() ? Infinity : 0;
    const chosen = backwards
      ? seen.filter((event) => event.revision <= from).toReversed()
      : seen.filter((event) => event.revision >= from);
    for (const event of chosen.slice(0, limit)) await sending.event(event);
    return sending.end();
  }
  await readAllOnce(node, options, limit, backwards, sending);
}

async function readAllOnce(
  node: Node,
  options: ReadReq.Options,
  limit: number,
  backwards: boolean,
  sending: Sending,
): Promise<void> {
  const { log } = node;
  const matches = filterOf(options.getFilter());
  const where = options.getAll();
  const at = where?.getPosition();
  const start = at ? BigInt(at.getCommitPosition()) : where?.hasEnd() ? log.end : 0n;
  let left = limit;
  // What is written while reading is none of this read's business.
  const end = log.end;
  let cursor = start < end ? start : end;
  const events = () => log.all;
  if (backwards) {
    for (let index = log.indexAt(cursor) - 1; index >= 0 && left > 0; index -= 1) {
      const event = events()[index];
      if (!event || !matches(event)) continue;
      await sending.event(event);
      left -= 1;
    }
  } else {
    for (let index = log.indexAt(cursor); left > 0; index += 1) {
      const event = events()[index];
      if (!event || event.position >= end) break;
      cursor = event.position;
      if (!matches(event)) continue;
      await sending.event(event);
      left -= 1;
    }
  }
  sending.end();
}

async function subscribe(node: Node, options: ReadReq.Options, sending: Sending): Promise<void> {
  const { log } = node;
  let wake: () => void = () => {};
  const stop = log.onCommit(() => wake());
  sending.onGone = () => {
    stop();
    wake();
  };
  try {
    const next = options.hasStream() ? ofStream(node, options, sending) : ofAll(node, options, sending);
    await sending.frame(answers.confirmation(randomUUID()));
    let live = false;
    while (!sending.gone) {
      const committed = new Promise<void>((resolve) => (wake = resolve));
      if (await next()) continue;
      if (!live) {
        live = true;
        await sending.frame(answers.caughtUp());
      }
      await committed;
    }
  } finally {
    stop();
  }
}

/** Sends what is there, and says whether it was anything. */
type Next = () => Promise<boolean>;

function ofStream(node: Node, options: ReadReq.Options, sending: Sending): Next {
  const stream = options.getStream()!;
  const name = nameOf(stream.getStreamIdentifier());
  let after = -1;
  if (stream.hasRevision()) after = Number(stream.getRevision());
  else if (stream.hasEnd()) after = node.log.stream(name).at(-1)?.revision ?? -1;
  return async () => {
    if (node.log.state(name) === 'tombstoned') {
      sending.fail(errors.streamDeleted(name));
      throw new Gone();
    }
    const seen = node.log.stream(name).filter((event) => event.revision > after);
    for (const event of seen) {
      await sending.event(event);
      after = event.revision;
    }
    return seen.length > 0;
  };
}

function ofAll(node: Node, options: ReadReq.Options, sending: Sending): Next {
  const { log } = node;
  const where = options.getAll();
  const at = where?.getPosition();
  let after = at ? BigInt(at.getCommitPosition()) : where?.hasEnd() ? log.end - 1n : -1n;
  const filter = options.getFilter();
  const matches = filterOf(filter);
  const window = filter?.hasMax() ? filter.getMax() : WINDOW;
  const interval = window * (filter?.getCheckpointintervalmultiplier() ?? 1);
  let considered = 0;
  return async () => {
    let any = false;
    for (let index = log.indexAt(after + 1n); index < log.all.length; index += 1) {
      const event = log.all[index]!;
      any = true;
      if (matches(event)) await sending.event(event);
      after = event.position;
      considered += 1;
      if (filter && considered >= interval) {
        considered = 0;
        await sending.frame(answers.checkpoint(after));
      }
    }
    return any;
  };
}

type Expression = { getRegex(): string; getPrefixList(): string[] };

function filterOf(filter: ReadReq.Options.FilterOptions | undefined): (event: Recorded) => boolean {
  if (!filter) return () => true;
  const matching = (expression: Expression): ((value: string) => boolean) => {
    const regex = expression.getRegex();
    if (regex !== '') {
      const compiled = new RegExp(regex);
      return (value) => compiled.test(value);
    }
    const prefixes = expression.getPrefixList();
    return (value) => prefixes.some((prefix) => value.startsWith(prefix));
  };
  const type = filter.getEventType();
  const byStream = filter.getStreamIdentifier();
  if (type) {
    const matches = matching(type);
    return (event) => matches(event.type);
  }
  if (!byStream) return () => true;
  const matches = matching(byStream);
  return (event) => matches(event.stream);
}
