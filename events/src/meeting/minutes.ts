// The minutes: the secretary's edits of computed sections, and the signatures. The text itself is computed from the
// record elsewhere; here stands what a person put in its place, and the digests that chair and secretary signed.

import * as z from 'zod';
import type { Actor } from '../kernel/actor.ts';
import type { CommandDefinition, Deciders, Evolve } from '../kernel/command.ts';
import { nothing, reject } from '../kernel/decision.ts';
import type { EventOf } from '../kernel/event.ts';
import { Ledger } from '../kernel/ledger.ts';
import { id, instant, language, line, prose, sha256 } from '../kernel/text.ts';
import type { Instant } from '../kernel/text.ts';
import { UNTIL_MINUTED } from './status.ts';
import type { MeetingStatus } from './status.ts';
import type { MeetingEvent, MeetingState, Surroundings } from './meeting.ts';
import { rolesOf } from './roles.ts';

// ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A stable anchor of the computed minutes, such as `item-<itemId>`. */
const sectionId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/,
    'A section id has 1 to 128 letters, digits, dots, colons, hyphens or underscores.',
  );
const office = z.enum(['chair', 'secretary']);
/** The digest of the whole text in each language of the meeting, in the meeting's order of languages. */
const texts = z.array(z.strictObject({ language, sha256 })).min(1).max(8);

export const minutesEvents = {
  /** `text` null: the computed section stands again. */
  MinutesEdited: z.strictObject({ sectionId, language, text: prose(50_000).nullable(), at: instant }),
  MinutesSigned: z.strictObject({ office, signerId: id, signerName: line(200), texts, at: instant }),
  /** Tells the minutes whole to those who saw neither edits nor signatures. */
  MinutesAdopted: z.strictObject({
    texts,
    edits: z.array(z.strictObject({ sectionId, language, text: prose(50_000), at: instant })).max(20_000),
    signatures: z.array(z.strictObject({ office, signerId: id, signerName: line(200), at: instant })).length(2),
    at: instant,
  }),
};
export type MinutesEvent = EventOf<typeof minutesEvents>;
export type SigningOffice = z.infer<typeof office>;
export type SignedText = Readonly<z.infer<typeof texts>[number]>;

// ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type MinutesEdit = {
  readonly sectionId: string;
  readonly language: string;
  /** Null: the edit was taken back. */
  readonly text: string | null;
  readonly at: Instant;
};

export type MinutesSignature = {
  readonly office: SigningOffice;
  readonly signerId: string;
  readonly signerName: string;
  readonly texts: readonly SignedText[];
  readonly at: Instant;
};

export type MinutesState = {
  /** The edit that holds, by `editKey`. */
  readonly edits: Ledger<MinutesEdit>;
  /** Signatures that stand: an edit voids those given before it. */
  readonly signatures: readonly MinutesSignature[];
  readonly adopted: { readonly texts: readonly SignedText[]; readonly at: Instant } | null;
};

export const initialMinutes: MinutesState = { edits: Ledger.empty(), signatures: [], adopted: null };

const editKey = (section: string, language: string): string => `${language} ${section}`;

/** What stands in the place of a computed section in a language; null where the computed text stands. */
export const editedText = ({ edits }: MinutesState, section: string, language: string): string | null =>
  edits.get(editKey(section, language))?.text ?? null;

// ── evolve ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const evolveMinutes: Evolve<MinutesState, MinutesEvent> = {
  MinutesEdited: (state, edit) => ({
    ...state,
    edits: state.edits.set(editKey(edit.sectionId, edit.language), edit),
    signatures: [],
  }),
  MinutesSigned: (state, signature) => ({
    ...state,
    signatures: [...state.signatures.filter((other) => other.office !== signature.office), signature],
  }),
  MinutesAdopted: (_state, { texts, edits, signatures, at }) => ({
    edits: Ledger.from(edits.map((edit) => [editKey(edit.sectionId, edit.language), edit])),
    signatures: signatures.map((signature) => ({ ...signature, texts })),
    adopted: { texts, at },
  }),
};

// ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const minutesCommands = {
  'edit-minutes': {
    summary: 'Edit a section of the minutes',
    description:
      'Puts a text in the place of a computed section, in one language; null lets the computed text stand again. Signatures given before are void.',
    input: z.strictObject({ sectionId, language: language.optional(), text: prose(50_000).nullable() }),
    example: { sectionId: 'item-report', text: 'Wei Yiyin reported on the work of 2020.' },
    by: ['secretary', 'organizer'],
    during: UNTIL_MINUTED,
  },
  'sign-minutes': {
    summary: 'Sign the minutes',
    description:
      'Signs the SHA-256 of the minutes in each language of the meeting, as chair or as secretary; where no secretary is appointed, the organizer signs as secretary. When both have signed the same text, the minutes are adopted.',
    input: z.strictObject({ office, texts }),
    example: {
      office: 'secretary',
      texts: [{ language: 'en', sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }],
    },
    by: ['chair', 'secretary', 'organizer'],
    during: ['closed', 'minuted'],
  },
} as const satisfies Record<string, CommandDefinition<z.ZodType, MeetingStatus>>;

// ── decide ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const mayEdit = (meeting: MeetingState, sectionLanguage: string) =>
  meeting.lifecycle.languages.includes(sectionLanguage)
    ? undefined
    : reject.invalid(
        'minutes.unknown-language',
        'The minutes are not kept in this language. Choose a language of the meeting.',
        {
          language: sectionLanguage,
          languages: meeting.lifecycle.languages,
        },
      );

/** True where the actor signs for this office: the chair as chair; the secretary, or in want of one the organizer. */
function holds(actor: Actor, wanted: SigningOffice, meeting: MeetingState): boolean {
  const roles = rolesOf(actor, meeting);
  return (
    roles.includes(wanted) ||
    (wanted === 'secretary' && meeting.officers.secretary === null && roles.includes('organizer'))
  );
}

const signerName = (actor: Actor, meeting: MeetingState): string =>
  meeting.roster.attendees.get(actor.id)?.name ?? (actor.kind === 'system' ? actor.id : actor.name);

/** What the adoption tells of what went before: the edits that hold, and who signed. */
const adoption = ({ edits }: MinutesState, signatures: readonly MinutesSignature[]) => ({
  edits: edits.values().flatMap((edit) => (edit.text === null ? [] : [{ ...edit, text: edit.text }])),
  signatures: signatures.map(({ texts: _texts, ...signature }) => signature),
});

export const decideMinutes: Deciders<typeof minutesCommands, MeetingState, Surroundings, MeetingEvent> = {
  'edit-minutes': ({ data, at }, meeting) => {
    const { sectionId: section, text, language: named = meeting.lifecycle.languages[0]! } = data;
    const refusal = mayEdit(meeting, named);
    if (refusal) return refusal;
    return editedText(meeting.minutes, section, named) === text
      ? nothing
      : [{ type: 'MinutesEdited', data: { sectionId: section, language: named, text, at } }];
  },

  'sign-minutes': ({ data, actor, at }, meeting) => {
    const { office: wanted } = data;
    const { languages } = meeting.lifecycle;
    const { signatures, adopted } = meeting.minutes;
    if (!holds(actor, wanted, meeting)) {
      return reject.forbidden('minutes.not-your-office', `Only the ${wanted} can sign as ${wanted}.`, {
        office: wanted,
      });
    }
    const signed = languages.flatMap((tag) => data.texts.find((text) => text.language === tag) ?? []);
    if (signed.length !== languages.length || data.texts.length !== languages.length) {
      return reject.invalid(
        'minutes.languages',
        `Sign the minutes in each language of the meeting, once: ${languages.join(', ')}.`,
        { languages },
      );
    }
    const same = (texts: readonly SignedText[]) => texts.every((text, place) => text.sha256 === signed[place]?.sha256);
    const own = signatures.find((signature) => signature.office === wanted);
    if (own && own.signerId === actor.id && same(own.texts)) return nothing;
    if (adopted)
      return reject.conflict(
        'minutes.adopted',
        'The minutes are adopted. What is wrong in the record can be corrected, not changed.',
      );
    const other = signatures.find((signature) => signature.office !== wanted);
    if (other && !same(other.texts)) {
      return reject.conflict(
        'minutes.other-text',
        `The ${other.office} signed another text, before it was changed. Ask for that signature again first.`,
        {
          office: other.office,
          texts: other.texts,
        },
      );
    }
    const signature = { office: wanted, signerId: actor.id, signerName: signerName(actor, meeting), texts: signed, at };
    if (!other) return [{ type: 'MinutesSigned', data: signature }];
    return [
      { type: 'MinutesSigned', data: signature },
      { type: 'MinutesAdopted', data: { ...adoption(meeting.minutes, [other, signature]), texts: signed, at } },
      { type: 'MeetingMinuted', data: { at } },
    ];
  },
};
