// What is read out of a store: only events that are ours, whole, and in their right place are ever folded. A newer
// program may have written to the same store, another program too, and disks and hands fail.

import type * as z from 'zod';
import { familyOf, streamName, streams } from './catalogue.ts';
import type { StreamName } from './catalogue.ts';
import type { Actor } from './kernel/actor.ts';
import { damaged } from './kernel/codec.ts';
import type { EventMetadata, RecordedEvent } from './kernel/event.ts';
import { formOf } from './kernel/sound.ts';
import type { Form } from './kernel/sound.ts';

/** Where a stream belongs. */
export type Home = {
  readonly family: StreamName;
  /**
   * The meeting (or account) that it is of. Ids may have dots in them, so that the name alone may leave several to choose
   * from: `directive-a.b.c` is of the meeting `a` or of `a.b`.
   */
  readonly subjects: readonly [string, ...string[]];
};

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

/** Families with a stream for each directive or attendee of a meeting. */
const KEYED: ReadonlySet<StreamName> = new Set<StreamName>(['directive', 'contact']);

/** Where a stream belongs by its name; undefined for one that is none of ours. */
export function homeOf(stream: string): Home | undefined {
  const family = familyOf(stream);
  if (family === undefined) return undefined;
  const id = stream.slice(family.length + 1);
  if (!KEYED.has(family)) return ID.test(id) ? { family, subjects: [id] } : undefined;
  const [first, ...others] = beforeDots(id);
  return first === undefined ? undefined : { family, subjects: [first, ...others] };
}

/** What stands before each dot, where it and what follows the dot are ids. */
function beforeDots(text: string): string[] {
  const found: string[] = [];
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    const [subject, key] = [text.slice(0, dot), text.slice(dot + 1)];
    if (ID.test(subject) && ID.test(key)) found.push(subject);
  }
  return found;
}

/**
 * An event as it may be folded: in today's shape, and sound.
 * @throws UnreadableEvent where this version does not know it, where it is not as it was written, or stands where nobody writes it
 */
export function readEvent(recorded: RecordedEvent): RecordedEvent {
  const family = familyOf(recorded.stream);
  if (family === undefined || !isSoundMetadata(recorded.metadata)) throw damaged(recorded);
  const event = streams[family].codec.decode(recorded);
  if (!formOfData(family, event.type)(event.data) || !isAtHome(family, event)) throw damaged(recorded);
  return event;
}

const forms = new Map<z.ZodType, Form>();

function formOfData(family: StreamName, type: string): Form {
  const schema = streams[family].codec.schemaOf(type)!;
  const known = forms.get(schema);
  if (known) return known;
  const form = formOf(schema);
  forms.set(schema, form);
  return form;
}

/** Tracing may be missing, as from another tool: nothing rests on it. */
function isSoundMetadata(metadata: EventMetadata | null | undefined): boolean {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const { actor, commandId, command, fingerprint, recordedAt, shape } = metadata;
  return (
    isSoundActor(actor) &&
    typeof commandId === 'string' &&
    typeof command === 'string' &&
    typeof fingerprint === 'string' &&
    typeof recordedAt === 'string' &&
    !Number.isNaN(Date.parse(recordedAt)) &&
    (shape === undefined || (Number.isSafeInteger(shape) && shape > 0))
  );
}

/** Kinds of actors who go by a name as well. */
const NAMED: ReadonlySet<unknown> = new Set(['account', 'attendee', 'screen', 'steward'] satisfies Actor['kind'][]);

function isSoundActor(actor: unknown): boolean {
  if (typeof actor !== 'object' || actor === null) return false;
  const { kind, id, name } = actor as { readonly kind?: unknown; readonly id?: unknown; readonly name?: unknown };
  if (typeof id !== 'string') return false;
  return kind === 'system' || (NAMED.has(kind) && typeof name === 'string');
}

type Identity = {
  readonly meetingId?: string;
  readonly accountId?: string;
  readonly directiveId?: string;
  readonly attendeeId?: string;
};

/** The stream that the data say they are of; undefined where they do not say. */
const saidStream: { readonly [F in StreamName]?: (data: Identity) => string | undefined } = {
  meeting: ({ meetingId }) => meetingId && streamName('meeting', meetingId),
  account: ({ accountId }) => accountId && streamName('account', accountId),
  directive: ({ meetingId, directiveId }) => meetingId && streamName('directive', meetingId, directiveId),
  contact: ({ meetingId, attendeeId }) => meetingId && streamName('contact', meetingId, attendeeId),
};

function isAtHome(family: StreamName, { stream, data }: RecordedEvent): boolean {
  const said = saidStream[family]?.(data as Identity);
  return said === undefined || said === stream;
}
