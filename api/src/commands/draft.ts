// Deciding several commands on one stream, one after another, before any of their events is stored. Each sees what those
// before it decided; nothing of it counts until the store has taken all of it.

import { isRejection, reject } from '@rostrum/events';
import type { Command, DomainEvent, EventMetadata, Instant, NewEvent, Rejection } from '@rostrum/events';
import type { Appended } from '@rostrum/infra';
import type { Waiting } from './dossier.ts';
import { eventId } from './event-id.ts';
import type { Neighbours, Order } from './family.ts';
import type { Outcome, Receipt } from './receipt.ts';
import { actorKey, later } from './sheet.ts';
import type { Handled, Sheet } from './sheet.ts';

/** A command's events among those of the draft: `events[from]` up to but not including `events[to]`. */
export type Drafted = {
  readonly fingerprint: string;
  readonly actor: string;
  readonly from: number;
  readonly to: number;
};

type Answer =
  | { readonly waiting: Waiting; readonly refused: Rejection }
  | { readonly waiting: Waiting; readonly handled: Handled }
  | { readonly waiting: Waiting; readonly drafted: Drafted };

/** What the commands have given so far, on top of a sheet. */
export class Draft {
  readonly events: NewEvent[] = [];
  readonly sheet: Sheet;
  readonly #neighbours: Neighbours;
  readonly #now: Instant;
  readonly #drafted = new Map<string, Drafted>();
  readonly #answers: Answer[] = [];
  #state: unknown;
  #lastAt: Instant;

  /** @param now the server's clock, in UTC with milliseconds */
  constructor(sheet: Sheet, neighbours: Neighbours, now: Instant) {
    this.sheet = sheet;
    this.#neighbours = neighbours;
    this.#now = now;
    this.#state = sheet.state;
    this.#lastAt = sheet.lastAt;
  }

  /** True where a command was refused or changed nothing on a state that another node may have moved on. */
  get restsOnMemory(): boolean {
    return this.#answers.some(
      (answer) => 'refused' in answer || ('drafted' in answer && answer.drafted.from === answer.drafted.to),
    );
  }

  /** Decides one more command. What throws is a mistake in the rules: that command alone fails. */
  add(waiting: Waiting): void {
    try {
      this.#answers.push(this.#answer(waiting));
    } catch (error) {
      waiting.fail(error);
    }
  }

  #answer(waiting: Waiting): Answer {
    const { order } = waiting;
    const { command, fingerprint } = order;
    const known = this.sheet.handled.get(command.id) ?? this.#drafted.get(command.id);
    if (known) {
      if (known.fingerprint !== fingerprint || known.actor !== actorKey(command.actor))
        return { waiting, refused: keyReused };
      return 'position' in known ? { waiting, handled: known } : { waiting, drafted: known };
    }
    const revision = this.sheet.revision + this.events.length;
    if (order.ifRevision !== undefined && order.ifRevision !== revision) {
      return { waiting, refused: staleRevision(order.ifRevision, revision) };
    }
    const at = later(this.#now, this.#lastAt);
    const whole: Command = { ...command, at };
    const decision = order.family.decide(whole as never, this.#state as never, this.#neighbours as never);
    if (isRejection(decision)) return { waiting, refused: decision };

    const from = this.events.length;
    if (decision.length > 0) this.#write(order, decision);
    const drafted = { fingerprint, actor: actorKey(command.actor), from, to: this.events.length };
    this.#drafted.set(command.id, drafted);
    return { waiting, drafted };
  }

  #write(order: Order, decision: readonly DomainEvent[]): void {
    const { family, stream, command } = order;
    let state = this.#state;
    for (const event of decision) state = family.evolve(state as never, event);
    this.#state = state;
    const metadata: EventMetadata = {
      actor: command.actor,
      commandId: command.id,
      command: command.name,
      fingerprint: order.fingerprint,
      $correlationId: order.correlationId,
      $causationId: command.id,
      recordedAt: this.#now,
    };
    decision.forEach((event, index) => {
      const shape = family.codec.stamp(event);
      this.events.push({
        id: eventId(command.id, stream, index),
        type: event.type,
        data: event.data,
        metadata: shape.shape === undefined ? metadata : { ...metadata, ...shape },
      });
      this.#lastAt = later(this.#lastAt, (event.data as { readonly at?: unknown }).at);
    });
  }

  /**
   * The sheet once the store has taken the draft's events right after those of its sheet.
   */
  taken({ revision, position }: Appended): Sheet {
    const { sheet } = this;
    for (const [commandId, drafted] of this.#drafted) {
      if (drafted.from < drafted.to) sheet.handled.set(commandId, this.#handled(drafted, position));
    }
    return { ...sheet, state: this.#state, revision, position, lastAt: this.#lastAt };
  }

  #handled(drafted: Drafted, position: bigint): Handled {
    return this.#handledAt(drafted, { revision: this.sheet.revision + drafted.to, position });
  }

  /** @param appended where the last of its events stands */
  #handledAt({ fingerprint, actor, from, to }: Drafted, { revision, position }: Appended): Handled {
    const first = revision - (to - from) + 1;
    const events = this.events.slice(from, to).map(({ id, type }, index) => ({ id, type, revision: first + index }));
    return { fingerprint, actor, events, position };
  }

  /** The commands that gave events, in their order. */
  get parts(): readonly Drafted[] {
    return [...this.#drafted.values()].filter(({ from, to }) => from < to);
  }

  /** Tells everyone who waited. Call it once all of the draft is in the store and `sheet` is the stream as it stands then. */
  settle(sheet: Sheet): void {
    for (const answer of this.#answers) answer.waiting.settle(this.#outcome(answer, sheet));
  }

  /**
   * Tells everyone who waited, where each part was appended by itself.
   * @param outcomes where each part ended, or why it could not be appended
   */
  settleParts(outcomes: ReadonlyMap<Drafted, Appended | Error>): void {
    for (const answer of this.#answers) {
      const { waiting } = answer;
      const outcome = 'drafted' in answer ? outcomes.get(answer.drafted) : undefined;
      if (outcome instanceof Error) waiting.fail(outcome);
      else if (outcome && 'drafted' in answer) waiting.settle(receiptOf(this.#handledAt(answer.drafted, outcome)));
      else waiting.settle(this.#outcome(answer, this.sheet));
    }
  }

  #outcome(answer: Answer, sheet: Sheet): Outcome {
    if ('refused' in answer) return answer.refused;
    const handled = 'handled' in answer ? answer.handled : sheet.handled.get(answer.waiting.order.command.id);
    return handled ? receiptOf(handled) : { revision: sheet.revision, position: sheet.position, events: [] };
  }

  /** Tells everyone who waited that it failed. */
  fail(error: unknown): void {
    for (const { waiting } of this.#answers) waiting.fail(error);
  }

  /** Those who were decided and not told yet, in their order. */
  get waiting(): Waiting[] {
    return this.#answers.map(({ waiting }) => waiting);
  }
}

const receiptOf = ({ events, position }: Handled): Receipt => ({
  revision: events.at(-1)!.revision,
  position,
  events,
});

const keyReused = reject.invalid(
  'idempotency.key-reused',
  'This Idempotency-Key was used for another command. Use a new key for each command, and the same one only to send a command again.',
);

const staleRevision = (expected: number, revision: number) =>
  reject.conflict(
    'meeting.stale-revision',
    `The record has moved on to revision ${revision}. Look at it again, then decide.`,
    {
      expected,
      revision,
    },
  );
