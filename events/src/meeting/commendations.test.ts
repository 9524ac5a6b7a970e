import { describe, expect, it } from 'vitest';
import { MEETING, attendee, given } from '../testing/given.ts';
import {
  called,
  happened,
  inRecess,
  item,
  open,
  over,
  person,
  personRemoved,
  ready,
  scheduled,
} from '../testing/past.ts';
import { certificateNumber } from './certificate.ts';
import { conferredCommendations } from './commendations.ts';

const collective = {
  award: 'Advanced collective in informationization work',
  programme: null,
  period: '2018-2020',
  category: 'collective' as const,
  citation: null,
  rank: null,
  recipients: [],
};

const department = { name: 'Information Department', unit: 'CASIC / Headquarters', rosterId: null };

type Content = {
  period?: string | null;
  rank?: string | null;
  recipients?: { name: string; unit: string | null; rosterId: string | null }[];
};

const prepared = (commendationId = 'first', other: Content = {}) =>
  happened('CommendationPrepared', { commendationId, ...collective, ...other });

const conferred = (commendationId = 'first', place = 1, other: Content = {}) =>
  happened('CommendationConferred', {
    commendationId,
    ...collective,
    ...other,
    presenterId: 'liu',
    presenterName: 'Liu',
    itemId: 'honours',
    certificate: `2021-${mark}-00${place}`,
  });

const withdrawn = (commendationId = 'first') => happened('CommendationWithdrawn', { commendationId, reason: null });

const underHonours = [...open, item('honours', { kind: 'commendation' }), called('honours')];
/** `printf %s meeting-1 | sha256sum`, its first eight digits. */
const mark = '4FE1C071';
const byLiu = { presenterId: 'liu' };

describe('Preparing a commendation', () => {
  it('needs an award and a category', () => {
    given(...ready)
      .by(attendee('sun'))
      .when('prepare-commendation', { award: collective.award, category: 'collective' })
      .then(prepared('command-1', { period: null }));
  });

  it('names recipients, of the roster or not', () => {
    given(...ready)
      .when('prepare-commendation', {
        commendationId: 'first',
        ...collective,
        recipients: [
          { name: 'Information Department', unit: 'CASIC/Headquarters' },
          { name: 'Wei', rosterId: 'wei' },
        ],
      })
      .then(prepared('first', { recipients: [department, { name: 'Wei', unit: null, rosterId: 'wei' }] }));
  });

  it('is refused with a recipient whom the roster does not know by that id', () => {
    given(...ready)
      .when('prepare-commendation', { ...collective, recipients: [{ name: 'Wei', rosterId: 'wie' }] })
      .refused('roster.unknown', { rosterId: 'wie' });
  });

  it('is refused where the id stands for another one', () => {
    given(...ready, prepared())
      .when('prepare-commendation', { commendationId: 'first', ...collective, period: '2021' })
      .refused('commendations.exists');
  });

  it('knows collectives, individuals and teams alone', () => {
    given(...ready)
      .when('prepare-commendation', { award: 'Award', category: 'unit' as 'team' })
      .malformed('category');
  });

  it('is for officers, until the meeting closes', () => {
    given(...ready)
      .by(attendee('wei'))
      .when('prepare-commendation', collective)
      .refused('meeting.not-permitted');
    given(...over)
      .when('prepare-commendation', collective)
      .refused('meeting.closed');
  });
});

describe('Revising a commendation', () => {
  it('replaces what is given and leaves the rest', () => {
    given(...ready, prepared())
      .when('revise-commendation', { commendationId: 'first', rank: 'First prize', recipients: [department] })
      .then(
        happened('CommendationRevised', {
          commendationId: 'first',
          ...collective,
          rank: 'First prize',
          recipients: [department],
        }),
      );
  });

  it('records nothing where nothing changes', () => {
    given(...ready, prepared())
      .when('revise-commendation', { commendationId: 'first', period: '2018-2020', recipients: [] })
      .thenNothing();
  });

  it('is refused once it is withdrawn or conferred', () => {
    given(...ready, prepared(), withdrawn())
      .when('revise-commendation', { commendationId: 'first', rank: 'First prize' })
      .refused('commendations.withdrawn');
    given(...underHonours, prepared(), conferred())
      .when('revise-commendation', { commendationId: 'first', rank: 'First prize' })
      .refused('commendations.conferred');
  });

  it('is not revised over what another changed meanwhile', () => {
    given(...ready, prepared())
      .when('revise-commendation', { commendationId: 'first', rank: 'First prize', seen: { rank: 'Second prize' } })
      .refused('revision.overtaken');
  });

  it('is refused where it is unknown, or a recipient is', () => {
    given(...ready)
      .when('revise-commendation', { commendationId: 'first', rank: 'First prize' })
      .refused('commendations.unknown');
    given(...ready, prepared())
      .when('revise-commendation', { commendationId: 'first', recipients: [{ name: 'Wei', rosterId: 'wie' }] })
      .refused('roster.unknown');
  });

  it('is for officers', () => {
    given(...ready, prepared())
      .by(attendee('wei'))
      .when('revise-commendation', { commendationId: 'first', rank: 'First prize' })
      .refused('meeting.not-permitted');
  });
});

describe('Withdrawing a commendation', () => {
  it('gives it up with the reason', () => {
    const { commendations } = given(...ready, prepared())
      .when('withdraw-commendation', { commendationId: 'first', reason: 'Not decided' })
      .then(happened('CommendationWithdrawn', { commendationId: 'first', reason: 'Not decided' }));
    expect(commendations.all.get('first')).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'Not decided' });
    given(...ready, prepared(), withdrawn())
      .when('withdraw-commendation', { commendationId: 'first' })
      .thenNothing();
  });

  it('is refused where it is unknown or conferred, and to an attendee', () => {
    given(...ready)
      .when('withdraw-commendation', { commendationId: 'first' })
      .refused('commendations.unknown');
    given(...underHonours, prepared(), conferred())
      .when('withdraw-commendation', { commendationId: 'first' })
      .refused('commendations.conferred');
    given(...ready, prepared())
      .by(attendee('wei'))
      .when('withdraw-commendation', { commendationId: 'first' })
      .refused('meeting.not-permitted');
  });
});

describe('Conferring a commendation', () => {
  it('tells it whole, with the presenter’s name and a certificate', () => {
    const content = { rank: 'First prize', recipients: [department] };
    given(...underHonours, prepared('first', content))
      .by(attendee('liu'))
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .then(conferred('first', 1, content));
  });

  it('numbers the certificates in the order of conferral', () => {
    const { commendations } = given(...underHonours, prepared('first'), prepared('second'), conferred('second', 1))
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .then(conferred('first', 2));
    expect(conferredCommendations(commendations).map((each) => each.commendationId)).toEqual(['second', 'first']);
  });

  it('writes the year that it is where the meeting is', () => {
    const newYear = '2021-12-31T16:30:00.000Z'; // half past midnight in Shanghai
    given(...underHonours, prepared())
      .at(newYear)
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .then({ ...conferred(), data: { ...conferred().data, certificate: `2022-${mark}-001` } });
  });

  it('happens once, whoever presents', () => {
    given(...underHonours, prepared(), conferred())
      .when('confer-commendation', { commendationId: 'first', presenterId: 'wei' })
      .thenNothing();
  });

  it('needs an attendee as presenter', () => {
    const past = given(...underHonours, person('gone'), personRemoved('gone'), prepared());
    for (const presenterId of ['nobody', 'academy', 'gone']) {
      past
        .when('confer-commendation', { commendationId: 'first', presenterId })
        .refused('roster.unknown', { presenterId });
    }
  });

  it('is refused where it is unknown or withdrawn', () => {
    given(...underHonours)
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .refused('commendations.unknown');
    given(...underHonours, prepared(), withdrawn())
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .refused('commendations.withdrawn');
  });

  it('is refused outside an open item of its kind', () => {
    given(...open, prepared())
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .refused('agenda.no-item', { kind: 'commendation' });
    given(...open, called('report'), prepared())
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .refused('agenda.other-item', { kind: 'commendation', openItemId: 'report' });
    given(...underHonours, prepared(), happened('RecessCalled', { reason: null, resumesAt: null }))
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .refused('meeting.in-recess');
  });

  it('is refused before opening and after closing', () => {
    given(...ready, prepared())
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .refused('meeting.not-open');
    given(...inRecess, prepared())
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .refused('meeting.in-recess');
    given(...over, prepared())
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .refused('meeting.closed');
  });

  it('is for officers', () => {
    given(...underHonours, prepared())
      .by(attendee('wei'))
      .when('confer-commendation', { commendationId: 'first', ...byLiu })
      .refused('meeting.not-permitted');
  });
});

describe('A certificate number', () => {
  const { lifecycle } = given(scheduled()).state;

  it('differs between two meetings of one year, and not between two readings', () => {
    const at = '2021-05-26T02:00:00.000Z';
    const here = certificateNumber(lifecycle, 1, at);
    expect(certificateNumber({ ...lifecycle, meetingId: 'meeting-2' }, 1, at)).not.toBe(here);
    expect(certificateNumber({ meetingId: MEETING, timeZone: 'Asia/Shanghai' }, 1, at)).toBe(here);
  });

  it('goes on after the 999th', () => {
    expect(certificateNumber(lifecycle, 1000, '2021-05-26T02:00:00.000Z')).toMatch(/-1000$/);
  });
});
