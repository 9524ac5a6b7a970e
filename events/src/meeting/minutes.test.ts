import { describe, expect, it } from 'vitest';
import { attendee, EARLIER, given, NOW, organizer } from '../testing/given.ts';
import { draft, happened, over, scheduled, underReport } from '../testing/past.ts';
import { editedText } from './minutes.ts';

const digest = 'a'.repeat(64);
const another = 'b'.repeat(64);
const english = (sha256: string) => [{ language: 'en', sha256 }];

const edited = (text: string | null, language = 'en') =>
  happened('MinutesEdited', { sectionId: 'item-report', language, text });
const signed = (
  office: 'chair' | 'secretary',
  signerId: string,
  sha256 = digest,
  signerName = `${signerId[0]!.toUpperCase()}${signerId.slice(1)}`,
) => happened('MinutesSigned', { office, signerId, signerName, texts: english(sha256) });
const adopted = (...edits: { sectionId: string; language: string; text: string; at: string }[]) => [
  happened('MinutesAdopted', {
    texts: english(digest),
    edits,
    signatures: [
      { office: 'chair', signerId: 'liu', signerName: 'Liu', at: EARLIER },
      { office: 'secretary', signerId: 'sun', signerName: 'Sun', at: NOW },
    ],
  }),
  happened('MeetingMinuted', {}),
];

describe('editing the minutes', () => {
  it('puts a text in the place of a computed section', () => {
    const { minutes } = given(...over)
      .by(attendee('sun'))
      .when('edit-minutes', { sectionId: 'item-report', text: 'Wei reported.' })
      .then(edited('Wei reported.'));
    expect(editedText(minutes, 'item-report', 'en')).toBe('Wei reported.');
    expect(editedText(minutes, 'item-exchange', 'en')).toBeNull();
  });

  it('takes an edit back', () => {
    const { minutes } = given(...over, edited('Wei reported.'))
      .when('edit-minutes', { sectionId: 'item-report', text: null })
      .then(edited(null));
    expect(editedText(minutes, 'item-report', 'en')).toBeNull();
  });

  it('is kept for each language by itself', () => {
    const bilingual = [scheduled({ languages: ['en', 'zh-CN'] }), ...over.slice(1)];
    const { minutes } = given(...bilingual, edited('Wei reported.'))
      .when('edit-minutes', { sectionId: 'item-report', language: 'zh-CN', text: '魏作报告。' })
      .then(edited('魏作报告。', 'zh-CN'));
    expect(editedText(minutes, 'item-report', 'en')).toBe('Wei reported.');
    expect(editedText(minutes, 'item-report', 'zh-CN')).toBe('魏作报告。');
  });

  it('begins while the meeting runs', () => {
    given(...underReport)
      .by(attendee('sun'))
      .when('edit-minutes', { sectionId: 'item-report', text: 'Wei reports.' })
      .then(edited('Wei reports.'));
  });

  it('voids the signatures given before', () => {
    const { minutes } = given(...over, signed('chair', 'liu'))
      .by(attendee('sun'))
      .when('edit-minutes', { sectionId: 'item-report', text: 'Wei reported.' })
      .then(edited('Wei reported.'));
    expect(minutes.signatures).toEqual([]);
  });

  it('records nothing where the text stands, or where there is no edit to take back', () => {
    given(...over, edited('Wei reported.'))
      .when('edit-minutes', { sectionId: 'item-report', text: 'Wei reported.' })
      .thenNothing();
    given(...over)
      .when('edit-minutes', { sectionId: 'item-report', text: null })
      .thenNothing();
  });

  it('is refused in a language in which no minutes are kept', () => {
    given(...over)
      .when('edit-minutes', { sectionId: 'item-report', language: 'fr', text: 'Wei a rapporté.' })
      .refused('minutes.unknown-language', { languages: ['en'] });
  });

  it('is for the secretary and the organizer, after the opening and before the adoption', () => {
    const edit = { sectionId: 'item-report', text: 'Wei reported.' };
    given(...over)
      .by(attendee('liu'))
      .when('edit-minutes', edit)
      .refused('meeting.not-permitted');
    given(...draft)
      .when('edit-minutes', edit)
      .refused('meeting.not-convened');
    given(...over, signed('chair', 'liu'), signed('secretary', 'sun'), ...adopted())
      .when('edit-minutes', edit)
      .refused('meeting.minuted');
  });

  it('needs a section id without spaces', () => {
    given(...over)
      .when('edit-minutes', { sectionId: 'item report', text: 'Wei reported.' })
      .malformed('sectionId');
  });
});

describe('signing the minutes', () => {
  it('records the signature of an office', () => {
    const { minutes, lifecycle } = given(...over)
      .by(attendee('liu'))
      .when('sign-minutes', { office: 'chair', texts: english(digest) })
      .then(signed('chair', 'liu'));
    expect(minutes.signatures).toHaveLength(1);
    expect(lifecycle.status).toBe('closed');
  });

  it('adopts the minutes with the second signature on the same text', () => {
    const { minutes, lifecycle } = given(...over, signed('chair', 'liu'))
      .by(attendee('sun'))
      .when('sign-minutes', { office: 'secretary', texts: english(digest) })
      .then(signed('secretary', 'sun'), ...adopted());
    expect(minutes.adopted).toEqual({ texts: english(digest), at: NOW });
    expect(lifecycle).toMatchObject({ status: 'minuted', minutedAt: NOW });
  });

  it('tells the edits that hold with the adoption, to those who saw neither edits nor signatures', () => {
    const kept = { sectionId: 'item-report', language: 'en', text: 'Wei reported.', at: EARLIER };
    const past = [
      ...over,
      happened('MinutesEdited', { ...kept, sectionId: 'attendance', text: 'All came.' }),
      happened('MinutesEdited', { ...kept, sectionId: 'attendance', text: null }),
      happened('MinutesEdited', kept),
      signed('chair', 'liu'),
    ];
    const { minutes } = given(...past)
      .by(attendee('sun'))
      .when('sign-minutes', { office: 'secretary', texts: english(digest) })
      .then(signed('secretary', 'sun'), ...adopted(kept));
    const theirs = given(...over, ...adopted(kept)).state.minutes;
    expect([...theirs.edits]).toEqual([...minutes.edits]);
    expect(theirs.signatures).toEqual(minutes.signatures);
    expect(editedText(theirs, 'item-report', 'en')).toBe('Wei reported.');
  });

  it('is refused where the other office signed another text, until that signature is given again', () => {
    const past = [...over, signed('chair', 'liu')];
    given(...past)
      .by(attendee('sun'))
      .when('sign-minutes', { office: 'secretary', texts: english(another) })
      .refused('minutes.other-text', { office: 'chair' });
    const { minutes } = given(...past)
      .by(attendee('liu'))
      .when('sign-minutes', { office: 'chair', texts: english(another) })
      .then(signed('chair', 'liu', another));
    expect(minutes.signatures).toHaveLength(1);
  });

  it('falls to the organizer where no secretary is appointed', () => {
    const without = over.filter(
      ({ type, data }) => !(type === 'OfficerAppointed' && (data as { office: string }).office === 'secretary'),
    );
    given(...without)
      .by(organizer)
      .when('sign-minutes', { office: 'secretary', texts: english(digest) })
      .then(signed('secretary', 'account-1', digest, 'Organizer'));
    given(...over)
      .by(organizer)
      .when('sign-minutes', { office: 'secretary', texts: english(digest) })
      .refused('minutes.not-your-office');
  });

  it('is for each office alone', () => {
    given(...over)
      .by(attendee('sun'))
      .when('sign-minutes', { office: 'chair', texts: english(digest) })
      .refused('minutes.not-your-office', { office: 'chair' });
    given(...over)
      .by(attendee('wei'))
      .when('sign-minutes', { office: 'chair', texts: english(digest) })
      .refused('meeting.not-permitted');
  });

  it('covers each language of the meeting once', () => {
    const bilingual = [scheduled({ languages: ['en', 'zh-CN'] }), ...over.slice(1)];
    const past = given(...bilingual).by(attendee('liu'));
    past.when('sign-minutes', { office: 'chair', texts: english(digest) }).refused('minutes.languages');
    past
      .when('sign-minutes', { office: 'chair', texts: [...english(digest), ...english(digest)] })
      .refused('minutes.languages');
    const texts = [...english(digest), { language: 'zh-CN', sha256: another }];
    past
      .when('sign-minutes', { office: 'chair', texts: texts.toReversed() })
      .then(happened('MinutesSigned', { office: 'chair', signerId: 'liu', signerName: 'Liu', texts }));
  });

  it('is refused before the closing and once they are adopted', () => {
    given(...underReport)
      .by(attendee('liu'))
      .when('sign-minutes', { office: 'chair', texts: english(digest) })
      .refused('meeting.open');
    given(...over, signed('chair', 'liu'), signed('secretary', 'sun'), ...adopted())
      .by(attendee('liu'))
      .when('sign-minutes', { office: 'chair', texts: english(another) })
      .refused('minutes.adopted');
  });
});
