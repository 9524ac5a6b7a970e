import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { respondentsOf } from '@rostrum/events';
import { anyMeeting, EMBARGOED } from '../testing/any-meeting.ts';
import { heldConference, preparedConference } from '../testing/conference.ts';
import { Rehearsal } from '../testing/rehearsal.ts';
import { filled } from './tables.fixture.ts';

describe('The people', () => {
  it('are those of the rosters, with what each did', () => {
    const models = filled(heldConference().events);
    const { rows, total } = models.people({ audience: 'officers' });
    expect(total).toBe(8);
    const [wei] = models.people({ audience: 'officers', q: 'wei information' }).rows;
    expect(wei).toMatchObject({
      name: 'Wei Yiyin',
      kind: 'person',
      meetings: 1,
      attended: 1,
      speeches: 1,
      spokenSeconds: 1560,
    });
    expect(rows.map(({ name }) => name)).toEqual(rows.map(({ name }) => name).toSorted());
    expect(models.people({ audience: 'officers', kind: 'body' }).rows).toMatchObject([
      { name: 'CASIC Second Academy', attended: 1, meetings: 1 },
    ]);
  });

  it('count commendations also of those who were on no roster', () => {
    const models = filled(heldConference().events);
    const honoured = models.people({ audience: 'officers' }).rows.filter(({ commendations }) => commendations > 0);
    expect(honoured.map(({ name, meetings }) => [name, meetings])).toEqual([
      ['Wang Wu', 0],
      ['Zhang San', 1],
    ]);
  });

  it('are known again by name and unit, however they are written', () => {
    const first = heldConference();
    const second = new Rehearsal('second', '2022-01-01T00:00:00.000Z', BigInt(first.events.length) + 1n);
    second.give('schedule-meeting', {
      meetingId: 'second',
      title: 'Second meeting',
      organisation: 'CASIC',
      timeZone: 'Asia/Shanghai',
      startsAt: '2022-02-01T09:00:00+08:00',
      endsAt: '2022-02-01T10:00:00+08:00',
    });
    second.give('add-attendee', {
      attendeeId: 'w',
      name: 'WEI  Yiyin',
      title: 'Adviser',
      unit: 'casic',
      capacity: 'guest',
    });
    const models = filled([...first.events, ...second.events]);
    const [wei] = models.people({ audience: 'officers', q: 'yiyin' }).rows;
    expect(wei).toMatchObject({ name: 'WEI  Yiyin', title: 'Adviser', meetings: 2, attended: 1, spokenSeconds: 1560 });
    expect(models.meetingsOfPerson(wei!.person, 'officers').map(({ meetingTitle }) => meetingTitle)).toEqual([
      'Second meeting',
      '2021 Digital Space Work Conference',
    ]);
    expect(models.meetingsOfPerson(wei!.person, 'attendees')).toMatchObject([
      { meetingId: 'conference', attended: true },
    ]);
    expect(models.people({ audience: 'attendees', q: 'yiyin' }).rows).toMatchObject([
      { meetings: 1, title: 'Chief Information Officer' },
    ]);
  });

  it('have spoken as long as the view says', () => {
    fc.assert(
      fc.property(anyMeeting(), ({ events, view }) => {
        const models = filled(events);
        const { attendees, delegations } = view.meeting.roster;
        for (const entry of [...attendees, ...delegations]) {
          const rosterId = 'attendeeId' in entry ? entry.attendeeId : entry.delegationId;
          const [person] = models
            .people({ audience: 'officers', q: entry.name })
            .rows.filter(({ name }) => name === entry.name);
          expect(person?.spokenSeconds ?? 0).toBe(view.meeting.floor.spokenSeconds.get(rosterId) ?? 0);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('The honours register', () => {
  it('tells every conferral whole', () => {
    const { rows, total } = filled(heldConference().events).honours({});
    expect(total).toBe(1);
    expect(rows[0]).toEqual({
      meetingId: 'conference',
      meetingTitle: '2021 Digital Space Work Conference',
      organisation: 'China Aerospace Science and Industry Corporation (CASIC)',
      commendationId: 'advanced',
      certificate: '2021-EA728840-001',
      award: 'Advanced individual in informationization work',
      programme: null,
      period: '2018-2020',
      category: 'individual',
      citation: 'For years of quiet work.',
      rank: null,
      recipients: [
        { name: 'Zhang San', unit: 'CASIC / Headquarters', rosterId: 'zhang' },
        { name: 'Wang Wu', unit: 'CASIC / Third-level units', rosterId: null },
      ],
      presenterName: 'Yuan Jie',
      conferredAt: '2021-05-26T01:42:30.000Z',
    });
  });

  it('is searched by award, recipient and certificate, and cut to a meeting, a category or a period', () => {
    const models = filled(heldConference().events);
    const found = (query: object) => models.honours(query).total;
    expect([found({ q: 'wang wu' }), found({ q: 'INFORMATIONIZATION' }), found({ q: 'ea728840' })]).toEqual([1, 1, 1]);
    expect([found({ q: 'secret' }), found({ category: 'team' }), found({ meetingId: 'other' })]).toEqual([0, 0, 0]);
    expect(found({ from: '2021-05-26T00:00:00Z', to: '2021-05-27T00:00:00Z' })).toBe(1);
    expect(found({ from: '2021-05-27T00:00:00Z' })).toBe(0);
  });

  it('never holds what is under embargo', () => {
    expect(filled(preparedConference().events).honours({}).total).toBe(0);
    fc.assert(
      fc.property(anyMeeting({ disclose: false }), ({ events }) => {
        const models = filled(events);
        const everything = [
          models.honours({}),
          models.people({ audience: 'officers' }),
          models.meetings({ audience: 'officers' }),
        ];
        expect(JSON.stringify(everything)).not.toContain(EMBARGOED);
      }),
      { numRuns: 20 },
    );
  });
});

describe('The directives', () => {
  it('tell what became of each, by everyone addressed', () => {
    const conference = heldConference();
    const respondent = 'CASIC / Second-level units / Second Academy';
    conference.give('acknowledge-directive', { directiveId: 'second', respondent: 'zhang', note: 'Taken note of.' });
    conference.give('discharge-directive', { directiveId: 'first', respondent, report: 'Done.' });
    const [first, second] = filled(conference.events).directives({}).rows;
    expect(first).toMatchObject({
      meetingTitle: '2021 Digital Space Work Conference',
      ordinal: 1,
      speakerName: 'Yuan Jie',
      dueOn: '2021-12-31',
      standing: 'discharged',
      addressedTo: [{ id: 'CASIC / Second-level units', name: 'CASIC / Second-level units' }],
      answers: [{ respondent, name: respondent, status: 'discharged', percent: 100, text: 'Done.' }],
    });
    expect(second).toMatchObject({
      standing: 'open',
      answers: [
        { respondent, status: 'outstanding', percent: null, text: null, answeredAt: null },
        { respondent: 'zhang', name: 'Zhang San', status: 'acknowledged', text: 'Taken note of.' },
      ],
    });
  });

  it('are open again once one who had discharged is sent back', () => {
    const conference = heldConference();
    const told = { directiveId: 'first', respondent: 'CASIC / Second-level units / Second Academy' };
    conference.give('discharge-directive', { ...told, report: 'Done.' });
    conference.give('reopen-directive', { ...told, reason: 'The fifth system is missing' });
    const models = filled(conference.events);
    expect(models.directives({ standing: 'open' }).total).toBe(2);
    expect(models.directives({ standing: 'discharged' }).total).toBe(0);
  });

  it('are cut to a standing, a due day, a respondent, a meeting and words', () => {
    const models = filled(heldConference().events);
    const found = (query: object) => models.directives(query).rows.map(({ directiveId }) => directiveId);
    expect(found({ dueBy: '2021-12-31' })).toEqual(['first']);
    expect(found({ dueBy: '2021-12-30' })).toEqual([]);
    expect(found({ respondent: 'zhang' })).toEqual(['second']);
    expect(found({ respondent: 'CASIC / Second-level units / Second Academy' })).toEqual(['first', 'second']);
    expect(found({ q: 'AWARENESS' })).toEqual(['first']);
    expect(found({ meetingId: 'other' })).toEqual([]);
    expect(found({ limit: 1, offset: 1 })).toEqual(['second']);
    expect(models.directives({ limit: 1 }).total).toBe(2);
  });

  it('are marked as withdrawn and stay', () => {
    const meeting = heldConference();
    const issued = meeting.events.findIndex(({ type }) => type === 'DirectiveIssued');
    const withdrawal = {
      ...meeting.events[issued]!,
      type: 'DirectiveWithdrawn',
      position: BigInt(meeting.events.length + 1),
    };
    const data = { directiveId: 'first', reason: 'Superseded', at: meeting.now };
    const models = filled([...meeting.events, { ...withdrawal, data }]);
    expect(models.directives({ standing: 'withdrawn' }).rows).toMatchObject([{ withdrawnBecause: 'Superseded' }]);
  });

  it('are to be answered by those whom the rules name', () => {
    fc.assert(
      fc.property(anyMeeting(), ({ events, view }) => {
        const rows = filled(events).directives({ limit: 500 }).rows;
        for (const directive of view.meeting.directives.all) {
          const row = rows.find(({ directiveId }) => directiveId === directive.directiveId);
          const answered = view.followUps.get(directive.directiveId)?.respondents.keys() ?? [];
          const expected = new Set([...respondentsOf(directive, view.meeting.roster), ...answered]);
          expect(new Set(row?.answers.map(({ respondent }) => respondent))).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });
});
