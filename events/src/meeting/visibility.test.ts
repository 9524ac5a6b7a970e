import { describe, expect, it } from 'vitest';
import { sha256Of } from '../kernel/digest.ts';
import { EARLIER } from '../testing/given.ts';
import { called, happened, item, open } from '../testing/past.ts';
import { conferredCommendations } from './commendations.ts';
import { evolveMeeting, initialMeeting, meetingEvents } from './meeting.ts';
import type { MeetingState } from './meeting.ts';
import { isVisibleTo, visibility } from './visibility.ts';
import type { Audience } from './visibility.ts';

type Past = readonly { readonly type: string; readonly data: object }[];

/** The meeting as an audience folds it: from what it may see, and nothing else. */
const seenBy = (audience: Audience, past: Past): MeetingState =>
  past
    .map((event) => ({ ...event, data: { at: EARLIER, ...event.data } }))
    .filter((event) => isVisibleTo(event, audience))
    .reduce(evolveMeeting, initialMeeting);

const content = {
  award: 'Advanced individual',
  programme: 'Outstanding Cloud Applications',
  period: '2018-2020',
  category: 'individual' as const,
  citation: 'For work kept hidden until today',
  rank: 'First prize',
  recipients: [{ name: 'Zhao Min', unit: 'CASIC / Units', rosterId: null }],
};
const prepared = happened('CommendationPrepared', { commendationId: 'honour', ...content, rank: null });
const revised = happened('CommendationRevised', { commendationId: 'honour', ...content });
const another = happened('CommendationPrepared', { commendationId: 'other', ...content, award: 'Never conferred' });
const givenUp = happened('CommendationWithdrawn', { commendationId: 'other', reason: 'Kept hidden for ever' });
const conferred = happened('CommendationConferred', {
  commendationId: 'honour',
  ...content,
  presenterId: 'liu',
  presenterName: 'Liu',
  itemId: 'honours',
  certificate: '2021-00000000-001',
});

const embargoed: Past = [
  ...open,
  another,
  prepared,
  revised,
  givenUp,
  item('honours', { kind: 'commendation' }),
  called('honours'),
];

describe('Who sees an event', () => {
  it('is laid down for every event of a meeting and for no other', () => {
    expect(Object.keys(visibility).toSorted()).toEqual(Object.keys(meetingEvents).toSorted());
  });

  it('is always an officer', () => {
    for (const type of Object.keys(meetingEvents)) expect(isVisibleTo({ type, data: {} }, 'officers')).toBe(true);
    expect(isVisibleTo({ type: 'SomethingLater', data: {} }, 'officers')).toBe(true);
  });

  it('is nobody else where the type is unknown', () => {
    expect(isVisibleTo({ type: 'SomethingLater', data: {} }, 'attendees')).toBe(false);
    expect(isVisibleTo({ type: 'toString', data: {} }, 'attendees')).toBe(false);
  });

  it('leaves edits and signatures of the minutes to the officers, until the adoption tells them to everyone', () => {
    const edited = happened('MinutesEdited', { sectionId: 'item-report', language: 'en', text: 'Changed' });
    const { minutes } = seenBy('attendees', [...open, edited]);
    expect(JSON.stringify(minutes)).not.toContain('Changed');
    expect(isVisibleTo({ type: 'MinutesSigned', data: {} }, 'attendees')).toBe(false);
    expect(isVisibleTo({ type: 'MinutesAdopted', data: {} }, 'attendees')).toBe(true);
  });
});

describe('A commendation under embargo', () => {
  it('is nowhere in what an attendee folds, at no moment before its conferral', () => {
    embargoed.forEach((_event, last) => {
      const told = JSON.stringify(seenBy('attendees', embargoed.slice(0, last + 1)));
      for (const hidden of ['honour"', 'other"', 'Zhao Min', 'hidden', content.award, 'Never conferred']) {
        expect(told).not.toContain(hidden);
      }
    });
  });

  it('is seen whole by the officers', () => {
    expect(seenBy('officers', embargoed).commendations.all.get('honour')).toMatchObject(content);
  });

  it('is seen whole by everyone from its conferral on, and alike', () => {
    const { commendations } = seenBy('attendees', [...embargoed, conferred]);
    expect(commendations.all.keys()).toEqual(['honour']);
    expect(commendations.all.get('honour')).toEqual({
      commendationId: 'honour',
      ...content,
      status: 'conferred',
      withdrawnBecause: null,
      conferral: {
        presenterId: 'liu',
        presenterName: 'Liu',
        itemId: 'honours',
        certificate: '2021-00000000-001',
        at: EARLIER,
      },
    });
    expect(conferredCommendations(commendations)).toEqual(
      conferredCommendations(seenBy('officers', [...embargoed, conferred]).commendations),
    );
  });
});

describe('A statement', () => {
  const wording = { title: 'Statement', subject: 'Digital space', text: 'I answer for it.' };
  const draft = { statementId: 'statement', ...wording, issuerId: 'liu', addressedTo: ['unit:CASIC / Units'] };
  const prepared: Past = [
    ...open,
    happened('StatementDrafted', { ...draft, text: 'I answer for a hidden.' }),
    happened('StatementRevised', draft),
    happened('StatementDrafted', { ...draft, statementId: 'given-up', text: 'Another hidden' }),
    happened('StatementWithdrawn', { statementId: 'given-up', reason: 'Too much of a hidden' }),
  ];
  const sha256 = sha256Of(wording.text);
  const issued: Past = [
    ...prepared,
    happened('StatementIssued', {
      statementId: 'statement',
      ...wording,
      sha256,
      issuerId: 'liu',
      recipients: ['academy', 'wei'],
      itemId: 'statements',
    }),
    happened('StatementSigned', {
      statementId: 'statement',
      recipientId: 'wei',
      sha256,
      signedBy: 'Wei',
      signerId: 'wei',
    }),
    happened('StatementDeclined', { statementId: 'statement', recipientId: 'academy', reason: 'Not ours' }),
  ];

  it('is nowhere in what an attendee folds while it is a draft', () => {
    expect(seenBy('attendees', prepared).statements.all.size).toBe(0);
    expect(JSON.stringify(seenBy('attendees', issued))).not.toContain('hidden');
  });

  it('is the same for everyone once it is issued, with those who signed and who declined', () => {
    const { statements } = seenBy('attendees', issued);
    expect(statements.all.get('statement')?.answers.values()).toMatchObject([
      { recipientId: 'academy', answer: 'declined' },
      { recipientId: 'wei', answer: 'signed' },
    ]);
    expect(statements.all.get('statement')).toEqual(seenBy('officers', issued).statements.all.get('statement'));
  });
});

describe('A document', () => {
  const file = (name: string) => ({
    fileName: `${name}.pdf`,
    mediaType: 'application/pdf',
    sizeBytes: 1,
    sha256: sha256Of(name),
  });
  const about = { title: 'Overall plan', itemId: null, confirmReading: true };
  const past = (distribution: 'everyone' | 'officers'): Past => [
    ...open,
    happened('DocumentTabled', { documentId: 'plan', ...about, ...file('hidden'), distribution }),
    happened('DocumentRead', { documentId: 'plan', attendeeId: 'sun', sha256: sha256Of('hidden'), distribution }),
    happened('DocumentReplaced', { documentId: 'plan', ...file('plan'), distribution }),
    happened('DocumentTabled', { documentId: 'given-up', ...about, ...file('hidden-2'), distribution }),
    happened('DocumentWithdrawn', { documentId: 'given-up', reason: 'A hidden', distribution }),
  ];
  const announced = happened('DocumentAnnounced', {
    documentId: 'plan',
    ...about,
    ...file('plan'),
    announcedUnder: 'report',
  });
  const read = happened('DocumentRead', {
    documentId: 'plan',
    attendeeId: 'wei',
    sha256: sha256Of('plan'),
    distribution: 'everyone',
  });

  it('that goes to officers alone is nowhere in what an attendee folds', () => {
    expect(seenBy('attendees', past('officers')).documents.all.size).toBe(0);
  });

  it('is seen by everyone from its announcement on, in the version that was announced', () => {
    const { documents } = seenBy('attendees', [...past('officers'), announced, read]);
    expect(documents.all.keys()).toEqual(['plan']);
    expect(documents.all.get('plan')).toMatchObject({
      ...about,
      distribution: 'everyone',
      announced: { itemId: 'report' },
      versions: [file('plan')],
    });
    expect(documents.all.get('plan')?.readings.keys()).toEqual(['wei']);
    expect(JSON.stringify(documents)).not.toContain('idden');
  });

  it('that goes to everyone is the same for all', () => {
    const all = [...past('everyone'), announced, read];
    expect(seenBy('attendees', all)).toEqual(seenBy('officers', all));
  });
});
