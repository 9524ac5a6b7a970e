// Subscriptions: first what is there, then that the subscriber caught up, then each event as it is committed. A slow
// subscriber costs nothing: it reads on from where it is.

import { randomUUID } from 'node:crypto';
import * as answers from './answers.ts';
import * as errors from './errors.ts';
import { filterOf } from './filter.ts';
import type { Node } from './node.ts';
import type { Filter, ReadRequest } from './requests.ts';
import { Gone, type Sending } from './sending.ts';

/** How many events a filtered subscription looks at before it says how far it came, where the client names no window. */
const WINDOW = 32;

/** One subscription's way through a stream or through $all. */
type Course = {
  /** Sends what there is, and says whether it was anything. */
  next(): Promise<boolean>;
  /** What is sent before the subscriber hears that it caught up. */
  arrive(): Buffer | undefined;
  caughtUp(): Buffer;
};

/** Ends when the subscriber leaves. */
export async function subscribe(node: Node, request: ReadRequest, sending: Sending): Promise<void> {
  const course =
    request.stream === undefined ? throughAll(node, request, sending) : through(node, request.stream, request, sending);
  if (!course) return;
  let wake: () => void = () => {};
  const stop = node.log.onCommit(() => wake());
  sending.onLeave(() => {
    stop();
    wake();
  });
  try {
    await sending.frame(answers.confirmation(randomUUID()));
    let live = false;
    while (!sending.gone) {
      const committed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (await course.next()) continue;
      if (!live) {
        live = true;
        const arrival = course.arrive();
        if (arrival) await sending.frame(arrival);
        if (node.abilities.caughtUp) await sending.frame(course.caughtUp());
      }
      await committed;
    }
  } finally {
    stop();
  }
}

function through({ log }: Node, stream: string, { from }: ReadRequest, sending: Sending): Course {
  let after = from === 'start' ? -1 : from === 'end' ? log.last(stream) : Number(from);
  return {
    async next() {
      if (log.state(stream) === 'ended') {
        sending.fail(errors.streamDeleted(stream));
        throw new Gone();
      }
      const events = log.stream(stream, after + 1);
      for (const event of events) {
        const full = sending.event(event);
        after = event.revision;
        if (full) await full;
      }
      return events.length > 0;
    },
    arrive: () => undefined,
    caughtUp: () => answers.caughtUp({ revision: after }),
  };
}

function throughAll({ log }: Node, { from, filter }: ReadRequest, sending: Sending): Course | undefined {
  if (typeof from === 'bigint' && !log.isPosition(from)) {
    sending.fail(errors.invalidPosition());
    return undefined;
  }
  const last = () => log.all.at(-1)?.position ?? -1n;
  let after = from === 'start' ? -1n : from === 'end' ? last() : from;
  const matches = filterOf(filter);
  const interval = filter ? intervalOf(filter) : Infinity;
  let considered = 0;
  return {
    async next() {
      const events = log.all;
      const start = log.indexAt(after + 1n);
      for (let index = start; index < events.length; index += 1) {
        const event = events[index]!;
        after = event.position;
        const full = matches(event) ? sending.event(event) : undefined;
        if (full) await full;
        considered += 1;
        if (considered >= interval) {
          considered = 0;
          await sending.frame(answers.checkpoint(after));
        }
      }
      return start < events.length;
    },
    arrive: () => (filter && after >= 0n ? answers.checkpoint(after) : undefined),
    caughtUp: () => answers.caughtUp({ position: after }),
  };
}

const intervalOf = ({ window, multiplier }: Filter): number => (window ?? WINDOW) * Math.max(multiplier, 1);
