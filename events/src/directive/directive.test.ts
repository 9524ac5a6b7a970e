import { describe, expect, it } from 'vitest';
import { foldBy } from '../kernel/fold.ts';
import { decideBeside } from '../meeting/admission.ts';
import type { BesideMeeting } from '../meeting/admission.ts';
import { beside } from '../testing/beside.ts';
import { attendee, given as inMeeting, MEETING, organizer, specification } from '../testing/given.ts';
import type { Happened } from '../testing/given.ts';
import { concluded, closed, delegation, happened, person, underReport } from '../testing/past.ts';
import { decideFollowUp, evolveFollowUp, followUpCommands, followUpEvents, initialFollowUp } from './directive.ts';
import type { FollowUpEvent, FollowUpState } from './directive.ts';
import { respondentsOf } from './respondents.ts';

const issued = (addressedTo: string[]) =>
  happened('DirectiveIssued', {
    directiveId: 'directive-1',
    ordinal: 1,
    text: 'Build it together',
    addressedTo,
    dueOn: null,
    speechId: null,
    itemId: 'report',
  });
/** Addressed to a unit with two below it, and to Chen by name. */
const past = [
  ...underReport,
  person('zhou', { unit: 'CASIC / Units / Second' }),
  person('qian', { unit: 'CASIC / Units / Third' }),
  delegation('bureau', { unit: 'CASIC / Units / Fourth', headId: 'liu' }),
  issued(['CASIC / Units', 'chen']),
  concluded('report'),
  closed(),
];
const second = 'CASIC / Units / Second';

const given = specification<typeof followUpCommands, FollowUpState, BesideMeeting, FollowUpEvent>({
  commands: followUpCommands,
  events: followUpEvents,
  initial: initialFollowUp,
  around: beside(...past),
  evolve: foldBy(evolveFollowUp),
  decide: decideBeside(followUpCommands, decideFollowUp),
});

type Event = Happened<FollowUpEvent>;
const told = (respondent: string, byId: string) => ({
  meetingId: MEETING,
  directiveId: 'directive-1',
  respondent,
  byId,
});
const acknowledged = (respondent: string, byId: string): Event => ({
  type: 'DirectiveAcknowledged',
  data: { ...told(respondent, byId), note: null },
});
const progressed = (report: string, percent: number | null): Event => ({
  type: 'DirectiveProgressed',
  data: { ...told(second, 'zhou'), report, percent },
});
const discharged: Event = { type: 'DirectiveDischarged', data: { ...told(second, 'zhou'), report: 'Done.' } };
const reopened: Event = { type: 'DirectiveReopened', data: { ...told(second, 'account-1'), reason: 'Not accepted' } };

describe('those who answer a directive', () => {
  it('are the units at and below those addressed, and the names addressed', () => {
    const { directives, roster } = inMeeting(...past).state;
    expect(respondentsOf(directives.all.get('directive-1')!, roster)).toEqual([
      'CASIC / Units / Second',
      'CASIC / Units / Third',
      'CASIC / Units / Academy',
      'CASIC / Units / Fourth',
      'chen',
    ]);
  });

  it('are the addressed unit itself where nobody of it is on the roster', () => {
    const { roster } = inMeeting(...past).state;
    const directive = inMeeting(...past).state.directives.all.get('directive-1')!;
    expect(respondentsOf({ ...directive, addressedTo: ['CASIC / Elsewhere'] }, roster)).toEqual(['CASIC / Elsewhere']);
  });
});

describe('acknowledging a directive', () => {
  it('is done by anyone of the unit, for the unit', () => {
    const { respondents } = given()
      .by(attendee('zhou'))
      .when('acknowledge-directive', { directiveId: 'directive-1' })
      .then(acknowledged(second, 'zhou'));
    expect(respondents.get(second)).toMatchObject({ status: 'acknowledged', percent: null });
  });

  it('is done in one’s own name where one is addressed by name, and for the unit of a delegation by its head', () => {
    given()
      .by(attendee('chen'))
      .when('acknowledge-directive', { directiveId: 'directive-1', respondent: 'chen' })
      .then(acknowledged('chen', 'chen'));
    given()
      .by(attendee('liu'))
      .when('acknowledge-directive', { directiveId: 'directive-1' })
      .then(acknowledged('CASIC / Units / Fourth', 'liu'));
  });

  it('is recorded by an officer, who says for whom', () => {
    const asOrganizer = given().by(organizer);
    asOrganizer
      .when('acknowledge-directive', { directiveId: 'directive-1', respondent: second })
      .then(acknowledged(second, 'account-1'));
    asOrganizer.when('acknowledge-directive', { directiveId: 'directive-1' }).refused('directive.no-respondent');
  });

  it('records nothing where it is acknowledged, or further', () => {
    for (const before of [acknowledged(second, 'zhou'), progressed('Begun.', 10), discharged]) {
      given(before).by(attendee('zhou')).when('acknowledge-directive', { directiveId: 'directive-1' }).thenNothing();
    }
  });

  it('is refused to those to whom it is not addressed, and for a unit to which it is not', () => {
    given()
      .by(attendee('wei'))
      .when('acknowledge-directive', { directiveId: 'directive-1' })
      .refused('directive.not-addressed');
    given()
      .by(attendee('zhou'))
      .when('acknowledge-directive', { directiveId: 'directive-1', respondent: 'CASIC / Units / Third' })
      .refused('directive.not-addressed');
    given()
      .when('acknowledge-directive', { directiveId: 'directive-1', respondent: 'CASIC / Headquarters' })
      .refused('directive.unknown-respondent');
  });

  it('is refused for an unknown directive, a withdrawn one and one of another meeting', () => {
    given()
      .when('acknowledge-directive', { directiveId: 'directive-2', respondent: second })
      .refused('directives.unknown');
    given()
      .around(
        beside(...past, happened('DirectiveWithdrawn', { directiveId: 'directive-1', reason: 'Contained in another' })),
      )
      .when('acknowledge-directive', { directiveId: 'directive-1', respondent: second })
      .refused('directive.withdrawn');
    given({ ...discharged, data: { ...discharged.data, meetingId: 'meeting-2' } } as Event)
      .when('acknowledge-directive', { directiveId: 'directive-1', respondent: second })
      .refused('directive.of-another-meeting');
  });
});

describe('reporting progress', () => {
  it('keeps every report and the latest percentage', () => {
    const { respondents } = given(acknowledged(second, 'zhou'), progressed('Begun.', 10))
      .by(attendee('zhou'))
      .when('report-directive-progress', { directiveId: 'directive-1', report: 'Half done.', percent: 50 })
      .then(progressed('Half done.', 50));
    expect(respondents.get(second)).toMatchObject({ status: 'under-way', percent: 50 });
    expect(respondents.get(second)?.entries.map(({ kind }) => kind)).toEqual([
      'acknowledged',
      'progressed',
      'progressed',
    ]);
  });

  it('needs no percentage, and records nothing where the report is the last one', () => {
    given(progressed('Begun.', null))
      .by(attendee('zhou'))
      .when('report-directive-progress', { directiveId: 'directive-1', report: 'Begun.' })
      .thenNothing();
  });

  it('is refused once it is discharged, and beyond the whole', () => {
    given(discharged)
      .by(attendee('zhou'))
      .when('report-directive-progress', { directiveId: 'directive-1', report: 'More.' })
      .refused('directive.discharged');
    given()
      .when('report-directive-progress', { directiveId: 'directive-1', report: 'More.', percent: 101 })
      .malformed('percent');
  });

  it('is refused to those to whom it is not addressed', () => {
    given()
      .by(attendee('wei'))
      .when('report-directive-progress', { directiveId: 'directive-1', report: 'More.' })
      .refused('directive.not-addressed');
  });
});

describe('discharging a directive', () => {
  it('completes it for one respondent', () => {
    const { respondents } = given(progressed('Begun.', 10))
      .by(attendee('zhou'))
      .when('discharge-directive', { directiveId: 'directive-1', report: 'Done.' })
      .then(discharged);
    expect(respondents.get(second)).toMatchObject({ status: 'discharged', percent: 100 });
    expect(respondents.get('chen')).toBeUndefined();
  });

  it('records nothing where it is discharged, and is refused to those to whom it is not addressed', () => {
    given(discharged)
      .by(attendee('zhou'))
      .when('discharge-directive', { directiveId: 'directive-1', report: 'Done again.' })
      .thenNothing();
    given()
      .by(attendee('wei'))
      .when('discharge-directive', { directiveId: 'directive-1', report: 'Done.' })
      .refused('directive.not-addressed');
  });
});

describe('reopening a directive', () => {
  const reopen = { directiveId: 'directive-1', respondent: second, reason: 'Not accepted' };

  it('sends it back to the respondent with the reason', () => {
    const { respondents } = given(discharged).when('reopen-directive', reopen).then(reopened);
    expect(respondents.get(second)).toMatchObject({ status: 'under-way', percent: null });
  });

  it('is refused where it is not discharged, and to the respondents themselves', () => {
    given(progressed('Begun.', 10)).when('reopen-directive', reopen).refused('directive.not-discharged');
    given(discharged).by(attendee('zhou')).when('reopen-directive', reopen).refused('meeting.not-permitted');
  });
});
