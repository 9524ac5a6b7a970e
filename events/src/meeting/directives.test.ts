import { describe, expect, it } from 'vitest';
import { attendee, given } from '../testing/given.ts';
import {
  floorGiven,
  happened,
  item,
  open,
  over,
  inRecess,
  person,
  personRemoved,
  underReport,
  yielded,
} from '../testing/past.ts';
import { directivesInForce } from './directives.ts';

const units = ['CASIC / Units'];

type Issued = {
  directiveId?: string;
  speechId?: string | null;
  itemId?: string;
  addressedTo?: string[];
  dueOn?: string;
};

const issued = (ordinal: number, other: Issued = {}) =>
  happened('DirectiveIssued', {
    directiveId: `directive-${ordinal}`,
    ordinal,
    text: `Directive ${ordinal}`,
    speechId: 'speech-of-wei',
    itemId: 'report',
    addressedTo: units,
    dueOn: null,
    ...other,
  });

const withdrawn = (ordinal: number) =>
  happened('DirectiveWithdrawn', { directiveId: `directive-${ordinal}`, reason: 'Said twice' });

const weiSpeaks = [...underReport, floorGiven('wei')];

describe('Issuing a directive', () => {
  it('belongs to the speech named and takes the next number in it', () => {
    given(...weiSpeaks, issued(1), issued(2), yielded('wei'))
      .when('issue-directive', {
        directiveId: 'directive-3',
        text: 'See the work through',
        speechId: 'speech-of-wei',
        addressedTo: ['CASIC/Units', 'chen'],
        dueOn: '2021-12-31',
      })
      .then(
        happened('DirectiveIssued', {
          directiveId: 'directive-3',
          ordinal: 3,
          text: 'See the work through',
          speechId: 'speech-of-wei',
          itemId: 'report',
          addressedTo: ['CASIC / Units', 'chen'],
          dueOn: '2021-12-31',
        }),
      );
  });

  it('belongs, without a source named, to the speech under way', () => {
    given(...weiSpeaks)
      .by(attendee('sun'))
      .when('issue-directive', { text: 'Directive 1', addressedTo: units })
      .then(issued(1, { directiveId: 'command-1' }));
  });

  it('belongs to the open item where nobody speaks', () => {
    given(...weiSpeaks, issued(1), yielded('wei'))
      .when('issue-directive', { text: 'Directive 1', addressedTo: units })
      .then(issued(1, { directiveId: 'command-1', speechId: null }));
  });

  it('belongs to the item named, though another one is open', () => {
    given(...weiSpeaks)
      .when('issue-directive', { text: 'Directive 1', addressedTo: units, itemId: 'exchange' })
      .then(issued(1, { directiveId: 'command-1', speechId: null, itemId: 'exchange' }));
  });

  it('numbers each speech and each item on its own', () => {
    const past = given(...weiSpeaks, issued(1), yielded('wei'), floorGiven('chen'));
    past
      .when('issue-directive', { text: 'Directive 1', addressedTo: units })
      .then(issued(1, { directiveId: 'command-1', speechId: 'speech-of-chen' }));
    past
      .when('issue-directive', { text: 'Directive 1', addressedTo: units, itemId: 'report' })
      .then(issued(1, { directiveId: 'command-1', speechId: null }));
  });

  it('gives the number of a withdrawn directive again, and never one that is in force', () => {
    given(...weiSpeaks, issued(1), issued(2), withdrawn(2))
      .when('issue-directive', { directiveId: 'another', text: 'Directive 2', addressedTo: units })
      .then(issued(2, { directiveId: 'another' }));
    given(...weiSpeaks, issued(1), issued(2), withdrawn(1))
      .when('issue-directive', { directiveId: 'another', text: 'Directive 3', addressedTo: units })
      .then(issued(3, { directiveId: 'another' }));
  });

  it('takes a number that is free', () => {
    given(...weiSpeaks, issued(1))
      .when('issue-directive', { directiveId: 'directive-5', ordinal: 5, text: 'Directive 5', addressedTo: units })
      .then(issued(5));
  });

  it('is refused with a number that is given already', () => {
    given(...weiSpeaks, issued(1))
      .when('issue-directive', { ordinal: 1, text: 'Another', addressedTo: units })
      .refused('directives.ordinal-taken', { directiveId: 'directive-1' });
  });

  it('is refused where the id stands for another text', () => {
    given(...weiSpeaks, issued(1))
      .when('issue-directive', { directiveId: 'directive-1', text: 'Another', addressedTo: units })
      .refused('directives.exists');
  });

  it('is refused for a speech or an item that is not of this meeting', () => {
    given(...weiSpeaks)
      .when('issue-directive', { text: 'A', addressedTo: units, speechId: 'speech-of-nobody' })
      .refused('floor.unknown-speech');
    given(...weiSpeaks)
      .when('issue-directive', { text: 'A', addressedTo: units, itemId: 'nothing' })
      .refused('agenda.unknown');
    given(...weiSpeaks, item('spare'), happened('ItemWithdrawn', { itemId: 'spare', reason: null }))
      .when('issue-directive', { text: 'A', addressedTo: units, itemId: 'spare' })
      .refused('agenda.item-withdrawn');
  });

  it('is refused where the speech named belongs to another item than the one named', () => {
    given(...weiSpeaks)
      .when('issue-directive', { text: 'A', addressedTo: units, speechId: 'speech-of-wei', itemId: 'exchange' })
      .refused('directives.speech-under-other-item', { itemId: 'report' });
  });

  it('is refused where nothing says where it comes from', () => {
    given(...open)
      .when('issue-directive', { text: 'A', addressedTo: units })
      .refused('directives.no-source');
  });

  it('is addressed to any unit in line with one on the roster: above it, it, or below it', () => {
    for (const unit of ['CASIC', 'CASIC / Units / Academy', 'CASIC / Units / Academy / First Institute']) {
      given(...weiSpeaks)
        .when('issue-directive', { text: 'Directive 1', addressedTo: [unit] })
        .then(issued(1, { directiveId: 'command-1', addressedTo: [unit] }));
    }
  });

  it('is refused when addressed to nobody whom the roster knows', () => {
    given(...weiSpeaks)
      .when('issue-directive', { text: 'A', addressedTo: ['CASIC / Units', 'Casic / Units', 'chem'] })
      .refused('directives.unknown-addressee', { unknown: ['Casic / Units', 'chem'] });
    given(...weiSpeaks, person('guest', { unit: 'Press' }), personRemoved('guest'))
      .when('issue-directive', { text: 'A', addressedTo: ['guest', 'Press'] })
      .refused('directives.unknown-addressee', { unknown: ['guest', 'Press'] });
    given(...weiSpeaks)
      .when('issue-directive', { text: 'A', addressedTo: [] })
      .malformed('addressedTo');
  });

  it('may be due on the day of the meeting where the meeting is, and on no earlier one', () => {
    const lateInTheEvening = '2021-05-26T20:00:00.000Z'; // 27 May in Shanghai
    const past = given(...weiSpeaks).at(lateInTheEvening);
    past
      .when('issue-directive', { text: 'Directive 1', addressedTo: units, dueOn: '2021-05-27' })
      .then(issued(1, { directiveId: 'command-1', dueOn: '2021-05-27' }));
    past
      .when('issue-directive', { text: 'A', addressedTo: units, dueOn: '2021-05-26' })
      .refused('directives.due-in-the-past', { dueOn: '2021-05-26' });
    past.when('issue-directive', { text: 'A', addressedTo: units, dueOn: '2021-02-30' }).malformed('dueOn');
  });

  it('is for officers', () => {
    given(...weiSpeaks)
      .by(attendee('wei'))
      .when('issue-directive', { text: 'A', addressedTo: units })
      .refused('meeting.not-permitted');
  });
});

describe('Revising a directive', () => {
  const revised = (other: { ordinal?: number; text?: string; addressedTo?: string[]; dueOn?: string }) =>
    happened('DirectiveRevised', {
      directiveId: 'directive-1',
      ordinal: 1,
      text: 'Directive 1',
      addressedTo: units,
      dueOn: null,
      ...other,
    });

  it('replaces what is given and leaves the rest', () => {
    given(...weiSpeaks, issued(1))
      .when('revise-directive', { directiveId: 'directive-1', dueOn: '2022-03-31' })
      .then(revised({ dueOn: '2022-03-31' }));
    given(...weiSpeaks, issued(1))
      .when('revise-directive', { directiveId: 'directive-1', ordinal: 4, text: 'New', addressedTo: ['liu'] })
      .then(revised({ ordinal: 4, text: 'New', addressedTo: ['liu'] }));
  });

  it('records nothing where nothing changes', () => {
    given(...weiSpeaks, issued(1))
      .when('revise-directive', { directiveId: 'directive-1', text: 'Directive 1', dueOn: null })
      .thenNothing();
  });

  it('may leave a due day that has passed and an addressee who has left the roster', () => {
    const stands = { addressedTo: ['guest'], dueOn: '2021-05-01' };
    given(...weiSpeaks, person('guest'), issued(1, stands), personRemoved('guest'))
      .when('revise-directive', { directiveId: 'directive-1', text: 'Clearer', ...stands })
      .then(revised({ text: 'Clearer', ...stands }));
  });

  it('is refused with another one’s number, a day that has passed, or an unknown addressee', () => {
    const past = given(...weiSpeaks, issued(1), issued(2));
    past.when('revise-directive', { directiveId: 'directive-1', ordinal: 2 }).refused('directives.ordinal-taken');
    past
      .when('revise-directive', { directiveId: 'directive-1', dueOn: '2021-05-25' })
      .refused('directives.due-in-the-past');
    past
      .when('revise-directive', { directiveId: 'directive-1', addressedTo: ['nobody'] })
      .refused('directives.unknown-addressee');
  });

  it('is refused where there is no such directive, or it is withdrawn', () => {
    given(...weiSpeaks)
      .when('revise-directive', { directiveId: 'directive-1', text: 'New' })
      .refused('directives.unknown');
    given(...weiSpeaks, issued(1), withdrawn(1))
      .when('revise-directive', { directiveId: 'directive-1', text: 'New' })
      .refused('directives.withdrawn');
  });

  it('is possible in a recess, and no longer after closing', () => {
    given(...inRecess, issued(1))
      .when('revise-directive', { directiveId: 'directive-1', text: 'Clearer' })
      .then(revised({ text: 'Clearer' }));
    given(...over, issued(1))
      .when('revise-directive', { directiveId: 'directive-1', text: 'Clearer' })
      .refused('meeting.closed');
  });

  it('is for officers', () => {
    given(...weiSpeaks, issued(1))
      .by(attendee('wei'))
      .when('revise-directive', { directiveId: 'directive-1', text: 'New' })
      .refused('meeting.not-permitted');
  });
});

describe('Withdrawing a directive', () => {
  it('takes it back with the reason and keeps it in the record', () => {
    const { directives } = given(...weiSpeaks, issued(1), issued(2))
      .when('withdraw-directive', { directiveId: 'directive-1', reason: 'Said twice' })
      .then(withdrawn(1));
    expect(directives.all.get('directive-1')?.withdrawnBecause).toBe('Said twice');
    expect(directivesInForce(directives).map((directive) => directive.directiveId)).toEqual(['directive-2']);
  });

  it('records nothing where it is withdrawn already, whatever the reason', () => {
    given(...weiSpeaks, issued(1), withdrawn(1))
      .when('withdraw-directive', { directiveId: 'directive-1', reason: 'Another' })
      .thenNothing();
  });

  it('is refused for an unknown one, without a reason, after closing, and by an attendee', () => {
    given(...weiSpeaks)
      .when('withdraw-directive', { directiveId: 'directive-1', reason: 'Said twice' })
      .refused('directives.unknown');
    given(...weiSpeaks)
      .when('withdraw-directive', { directiveId: 'directive-1', reason: ' ' })
      .malformed('reason');
    given(...over, issued(1))
      .when('withdraw-directive', { directiveId: 'directive-1', reason: 'Said twice' })
      .refused('meeting.closed');
    given(...weiSpeaks, issued(1))
      .by(attendee('wei'))
      .when('withdraw-directive', { directiveId: 'directive-1', reason: 'Said twice' })
      .refused('meeting.not-permitted');
  });
});
