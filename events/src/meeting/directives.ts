// Directives: what a speech requires of units and people, numbered as the speaker numbered it, with a due day. What
// becomes of one after the meeting stands in its own stream, `directive-<id>`.

import * as z from 'zod';
import { dayIn } from '../kernel/calendar.ts';
import { OFFICERS } from '../kernel/command.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { Rejection } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { differs, revised } from '../kernel/revise.ts';
import type { Given } from '../kernel/revise.ts';
import { day, id, instant, prose, unitPath } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { refuseItem, unknownItem } from './item.ts';
import { RUNNING } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { nameOnRoster } from './names.ts';
import { isSameOrBelow, unitsOnRoster } from './units.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const content = {
  /** First, secondly, thirdly: its number within the speech, or within the item where it belongs to no speech. */
  ordinal: z.int().min(1).max(1000),
  text: prose(10_000),
  /** Unit paths and roster ids. */
  addressedTo: z.array(unitPath).min(1).max(200),
  dueOn: day.nullable(),
};

export const directiveEvents = {
  DirectiveIssued: z.strictObject({ directiveId: id, ...content, speechId: id.nullable(), itemId: id, at: instant }),
  DirectiveRevised: z.strictObject({ directiveId: id, ...content, at: instant }),
  DirectiveWithdrawn: z.strictObject({ directiveId: id, reason: prose(1000), at: instant }),
};
export type DirectiveEvent = EventOf<typeof directiveEvents>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Directive = {
  readonly directiveId: string;
  readonly ordinal: number;
  readonly text: string;
  /** Unit paths and roster ids. A unit stands for all below it. */
  readonly addressedTo: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly dueOn: string | null;
  /** The speech that laid it down; null where it came up under the item outside any speech. */
  readonly speechId: string | null;
  readonly itemId: string;
  readonly issuedAt: Instant;
  readonly withdrawnBecause: string | null;
};

export type DirectivesState = { readonly all: Ledger<Directive> };

export const initialDirectives: DirectivesState = { all: Ledger.empty() };

/** Directives in force, in the order of issue. */
export const directivesInForce = ({ all }: DirectivesState): readonly Directive[] =>
  all.values().filter((directive) => directive.withdrawnBecause === null);

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const change = ({ all }: DirectivesState, directiveId: string, to: Partial<Directive>): DirectivesState => ({
  all: all.change(directiveId, (directive) => ({ ...directive, ...to })),
});

export const evolveDirectives: Evolve<DirectivesState, DirectiveEvent> = {
  DirectiveIssued: ({ all }, { at, ...issued }) => ({
    all: all.set(issued.directiveId, { ...issued, issuedAt: at, withdrawnBecause: null }),
  }),
  DirectiveRevised: (state, { at: _at, directiveId, ...revised }) => change(state, directiveId, revised),
  DirectiveWithdrawn: (state, { directiveId, reason }) => change(state, directiveId, { withdrawnBecause: reason }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const directiveCommands = {
  'issue-directive': {
    summary: 'Issue a directive',
    description:
      'Records a requirement laid down in a speech, or under an item outside any speech. Without a speech or an item named it belongs to the speech under way, else to the open item. Without an ordinal it takes the next number there. It is addressed to units by path (all below a unit included) and to names on the roster by id.',
    input: z.strictObject({
      directiveId: id.optional(),
      ordinal: content.ordinal.optional(),
      text: content.text,
      speechId: id.optional(),
      itemId: id.optional(),
      addressedTo: content.addressedTo,
      dueOn: content.dueOn.default(null),
    }),
    example: {
      text: 'Build the digital space together and to a high standard',
      speechId: 'speech-8',
      addressedTo: ['CASIC / Second-level units'],
      dueOn: '2021-12-31',
    },
    by: OFFICERS,
    during: RUNNING,
  },
  'revise-directive': {
    summary: 'Revise a directive',
    description:
      'Replaces what is given and leaves the rest, until the meeting closes. Each wording stays in the record.',
    input: z.strictObject({ directiveId: id, ...z.object(content).partial().shape }),
    example: { directiveId: 'directive-1', dueOn: '2022-03-31' },
    by: OFFICERS,
    during: RUNNING,
  },
  'withdraw-directive': {
    summary: 'Withdraw a directive',
    description:
      'Takes a directive back before the meeting closes, with the reason. It stays in the record as withdrawn; its number can be given again.',
    input: z.strictObject({ directiveId: id, reason: prose(1000) }),
    example: { directiveId: 'directive-1', reason: 'Contained in the second directive' },
    by: OFFICERS,
    during: RUNNING,
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

type Source = { readonly speechId: string | null; readonly itemId: string };

/** Where a directive comes from: what is named, else the speech under way, else the open item. */
function sourceOf(
  named: { speechId?: string | undefined; itemId?: string | undefined },
  { floor, agenda }: MeetingState,
): Source | Rejection {
  if (named.speechId !== undefined) {
    const speech = floor.speech?.speechId === named.speechId ? floor.speech : floor.finished.get(named.speechId);
    if (!speech)
      return reject.missing('floor.unknown-speech', 'There is no such speech in this meeting.', {
        speechId: named.speechId,
      });
    if (named.itemId !== undefined && named.itemId !== speech.itemId) {
      return reject.invalid(
        'directives.speech-under-other-item',
        'This speech belongs to another item. Name the speech alone.',
        {
          itemId: speech.itemId,
        },
      );
    }
    return { speechId: speech.speechId, itemId: speech.itemId };
  }
  if (named.itemId !== undefined) {
    const item = agenda.items.get(named.itemId);
    if (!item) return unknownItem(named.itemId);
    return item.status === 'withdrawn' ? refuseItem('withdrawn', item) : { speechId: null, itemId: named.itemId };
  }
  if (floor.speech) return { speechId: floor.speech.speechId, itemId: floor.speech.itemId };
  if (agenda.open !== null) return { speechId: null, itemId: agenda.open };
  return reject.conflict(
    'directives.no-source',
    'Nobody speaks and no item is open. Name the speech or the item that the directive comes from.',
  );
}

const fromSameSource = (a: Source, b: Source) =>
  a.speechId === null ? b.speechId === null && a.itemId === b.itemId : a.speechId === b.speechId;

/** The refusal of what is given newly: addressees that the roster does not know, a day that has passed, a number taken. */
function refusalOf(
  given: Given<Pick<Directive, 'ordinal' | 'addressedTo' | 'dueOn'>>,
  source: Source,
  at: Instant,
  { directives, lifecycle, roster }: MeetingState,
): Rejection | undefined {
  const units = unitsOnRoster(roster);
  const isKnown = (addressee: string) =>
    nameOnRoster(roster, addressee) !== undefined ||
    units.some((unit) => isSameOrBelow(unit, addressee) || isSameOrBelow(addressee, unit));
  const unknown = (given.addressedTo ?? []).filter((addressee) => !isKnown(addressee));
  if (unknown.length > 0) {
    return reject.missing(
      'directives.unknown-addressee',
      `Neither a unit nor a name on the roster: ${unknown.join('; ')}. Correct it, or add it to the roster.`,
      { unknown },
    );
  }
  const today = dayIn(lifecycle.timeZone, at);
  if (given.dueOn && given.dueOn < today) {
    return reject.invalid(
      'directives.due-in-the-past',
      `The directive would be due on a day that has passed. Give ${today} or a later day.`,
      {
        dueOn: given.dueOn,
      },
    );
  }
  const namesake = directivesInForce(directives).find(
    (other) => other.ordinal === given.ordinal && fromSameSource(source, other),
  );
  if (namesake) {
    return reject.conflict(
      'directives.ordinal-taken',
      `Number ${namesake.ordinal} is given already. Give another number.`,
      {
        directiveId: namesake.directiveId,
      },
    );
  }
  return undefined;
}

/** The next number: one more than the highest in force from the same source. */
const nextOrdinal = (source: Source, { directives }: MeetingState) =>
  1 +
  directivesInForce(directives).reduce(
    (highest, other) => (fromSameSource(source, other) ? Math.max(highest, other.ordinal) : highest),
    0,
  );

/** What is given and other than it stands: only that is checked, so that what stands does not forbid a revision. */
const changed = (directive: Directive, given: Given<Directive>): Given<Directive> =>
  Object.fromEntries(Object.entries(given).filter(([key, value]) => differs<Directive>(directive, { [key]: value })));

const unknownDirective = (directiveId: string) =>
  reject.missing('directives.unknown', 'There is no such directive in this meeting.', { directiveId });

export const decideDirectives: Deciders<typeof directiveCommands, MeetingState, Surroundings, MeetingEvent> = {
  'issue-directive': ({ id: commandId, data, at }, meeting) => {
    const directiveId = data.directiveId ?? commandId;
    const issued = meeting.directives.all.get(directiveId);
    if (issued) {
      return issued.text === data.text
        ? nothing
        : reject.conflict(
            'directives.exists',
            'A directive with this id is issued already. Revise it, or use another id.',
            { directiveId },
          );
    }
    const source = sourceOf(data, meeting);
    if ('rejected' in source) return source;
    const { text, addressedTo, dueOn } = data;
    const directive = { directiveId, ordinal: data.ordinal ?? nextOrdinal(source, meeting), text, addressedTo, dueOn };
    return (
      refusalOf(directive, source, at, meeting) ?? [{ type: 'DirectiveIssued', data: { ...directive, ...source, at } }]
    );
  },

  'revise-directive': ({ data, at }, meeting) => {
    const { directiveId } = data;
    const directive = meeting.directives.all.get(directiveId);
    if (!directive) return unknownDirective(directiveId);
    if (directive.withdrawnBecause !== null) {
      return reject.conflict('directives.withdrawn', 'This directive is withdrawn. Issue a new one.', { directiveId });
    }
    if (!differs<Directive>(directive, data)) return nothing;
    const { ordinal, text, addressedTo, dueOn } = revised<Directive>(directive, data);
    return (
      refusalOf(changed(directive, data), directive, at, meeting) ?? [
        { type: 'DirectiveRevised', data: { directiveId, ordinal, text, addressedTo: [...addressedTo], dueOn, at } },
      ]
    );
  },

  'withdraw-directive': ({ data, at }, { directives }) => {
    const directive = directives.all.get(data.directiveId);
    if (!directive) return unknownDirective(data.directiveId);
    return directive.withdrawnBecause === null ? [{ type: 'DirectiveWithdrawn', data: { ...data, at } }] : nothing;
  },
};
