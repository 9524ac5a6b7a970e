import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attendee, given } from '../testing/given.ts';
import {
  called,
  delegation,
  happened,
  inRecess,
  item,
  open,
  over,
  person,
  personRemoved,
  ready,
} from '../testing/past.ts';
import { signatures } from './statements.ts';

const text = 'I answer for the construction of digital space in my unit in 2021.\n第一，落实。';
const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
const wording = { title: 'Responsibility statement', subject: 'Construction of digital space', text };

type Draft = { title?: string; text?: string; issuerId?: string | null; addressedTo?: string[] };
const drafted = (other: Draft = {}) =>
  happened('StatementDrafted', {
    statementId: 'statement',
    ...wording,
    issuerId: 'liu',
    addressedTo: ['wei'],
    ...other,
  });

const issued = (other: { issuerId?: string; recipients?: string[] } = {}) =>
  happened('StatementIssued', {
    statementId: 'statement',
    ...wording,
    sha256,
    issuerId: 'liu',
    recipients: ['wei'],
    itemId: 'statements',
    ...other,
  });

const withdrawn = happened('StatementWithdrawn', { statementId: 'statement', reason: null });

const underStatements = [...open, item('statements', { kind: 'statement' }), called('statements')];

describe('Drafting a statement', () => {
  it('needs no more than the words', () => {
    given(...ready)
      .when('draft-statement', wording)
      .then(happened('StatementDrafted', { statementId: 'command-1', ...wording, issuerId: null, addressedTo: [] }));
  });

  it('names an issuer and recipients by id, unit or capacity', () => {
    given(...ready)
      .by(attendee('sun'))
      .when('draft-statement', {
        statementId: 'statement',
        ...wording,
        issuerId: 'liu',
        addressedTo: ['wei', 'unit:CASIC/Units', 'capacity:leader'],
      })
      .then(drafted({ addressedTo: ['wei', 'unit:CASIC / Units', 'capacity:leader'] }));
  });

  it('keeps the words as they are written, with line breaks in one form', () => {
    given(...ready)
      .when('draft-statement', { statementId: 'statement', ...wording, text: 'First\r\n\tsecond', issuerId: 'liu' })
      .then(drafted({ text: 'First\n\tsecond', addressedTo: [] }));
  });

  it('is refused where the id stands for another text', () => {
    given(...ready, drafted())
      .when('draft-statement', { statementId: 'statement', ...wording, text: 'Another' })
      .refused('statements.exists');
  });

  it('is refused where the issuer is not an attendee', () => {
    for (const issuerId of ['nobody', 'academy']) {
      given(...ready)
        .when('draft-statement', { ...wording, issuerId })
        .refused('roster.unknown', { issuerId });
    }
  });

  it('is refused with an addressee that is neither an id nor a group', () => {
    for (const addressee of ['unit:', 'unit: / ', 'capacity:king', 'role:leader', 'a b', '张三', ':']) {
      given(...ready)
        .when('draft-statement', { ...wording, addressedTo: ['wei', addressee] })
        .malformed('addressedTo.1');
    }
  });

  it('is for officers, until the meeting closes', () => {
    given(...ready)
      .by(attendee('wei'))
      .when('draft-statement', wording)
      .refused('meeting.not-permitted');
    given(...over)
      .when('draft-statement', wording)
      .refused('meeting.closed');
  });
});

describe('Revising and withdrawing a draft', () => {
  const revised = (other: Draft) =>
    happened('StatementRevised', {
      statementId: 'statement',
      ...wording,
      issuerId: 'liu',
      addressedTo: ['wei'],
      ...other,
    });

  it('replaces what is given and leaves the rest', () => {
    given(...ready, drafted())
      .when('revise-statement', { statementId: 'statement', text: 'Shorter.' })
      .then(revised({ text: 'Shorter.' }));
    given(...ready, drafted())
      .when('revise-statement', { statementId: 'statement', issuerId: null, addressedTo: [] })
      .then(revised({ issuerId: null, addressedTo: [] }));
  });

  it('records nothing where nothing changes', () => {
    given(...ready, drafted())
      .when('revise-statement', { statementId: 'statement', ...wording, addressedTo: ['wei'] })
      .thenNothing();
  });

  it('is not revised over what another changed meanwhile', () => {
    given(...ready, drafted())
      .when('revise-statement', { statementId: 'statement', text: 'New', seen: { text: 'Old' } })
      .refused('revision.overtaken');
  });

  it('refuses an unknown draft and an issuer who is not on the roster', () => {
    given(...ready)
      .when('revise-statement', { statementId: 'statement', text: 'New' })
      .refused('statements.unknown');
    given(...ready, drafted())
      .when('revise-statement', { statementId: 'statement', issuerId: 'nobody' })
      .refused('roster.unknown');
  });

  it('gives a draft up with the reason', () => {
    const { statements } = given(...ready, drafted())
      .when('withdraw-statement', { statementId: 'statement', reason: 'Contained elsewhere' })
      .then(happened('StatementWithdrawn', { statementId: 'statement', reason: 'Contained elsewhere' }));
    expect(statements.all.get('statement')).toMatchObject({
      status: 'withdrawn',
      withdrawnBecause: 'Contained elsewhere',
    });
    given(...ready, drafted(), withdrawn)
      .when('withdraw-statement', { statementId: 'statement', reason: 'Again' })
      .thenNothing();
    given(...ready)
      .when('withdraw-statement', { statementId: 'statement' })
      .refused('statements.unknown');
  });

  it('refuses to revise or issue what is withdrawn', () => {
    const past = given(...underStatements, drafted(), withdrawn);
    past.when('revise-statement', { statementId: 'statement', text: 'New' }).refused('statements.withdrawn');
    past.when('issue-statement', { statementId: 'statement' }).refused('statements.withdrawn');
  });

  it('refuses to change or withdraw what is issued: what people sign stands', () => {
    const past = given(...underStatements, drafted(), issued());
    past.when('revise-statement', { statementId: 'statement', text: 'New' }).refused('statements.issued');
    past.when('withdraw-statement', { statementId: 'statement' }).refused('statements.issued');
  });

  it('is for officers', () => {
    const past = given(...ready, drafted()).by(attendee('wei'));
    past.when('revise-statement', { statementId: 'statement', text: 'New' }).refused('meeting.not-permitted');
    past.when('withdraw-statement', { statementId: 'statement' }).refused('meeting.not-permitted');
  });
});

describe('Issuing a statement', () => {
  it('records the exact text, its SHA-256 and everyone who is to sign', () => {
    const { statements } = given(...underStatements, drafted())
      .when('issue-statement', { statementId: 'statement' })
      .then(issued());
    expect(signatures(statements.all.get('statement')!)).toMatchObject({
      outstanding: [{ recipientId: 'wei', answer: 'outstanding' }],
      signed: [],
      declined: [],
    });
  });

  it('prefers the issuer and the recipients named now to those of the draft', () => {
    given(...underStatements, drafted())
      .when('issue-statement', { statementId: 'statement', issuerId: 'chen', addressedTo: ['academy', 'sun'] })
      .then(issued({ issuerId: 'chen', recipients: ['academy', 'sun'] }));
  });

  it('resolves a unit to all in it and below it, by precedence', () => {
    const units = [
      delegation('second', { precedence: 3, unit: 'CASIC / Units / Second' }),
      delegation('cloud', { precedence: 2, unit: 'CASIC / Units' }),
      delegation('other', { unit: 'CASIC / Unitsmen' }),
      person('gone', { unit: 'CASIC / Units' }),
      personRemoved('gone'),
    ];
    given(...underStatements, ...units, drafted({ addressedTo: ['unit:CASIC / Units'] }))
      .when('issue-statement', { statementId: 'statement' })
      .then(issued({ recipients: ['cloud', 'second', 'academy'] }));
  });

  it('resolves a capacity, and names each recipient once', () => {
    given(
      ...underStatements,
      person('he', { capacity: 'leader', precedence: 9 }),
      person('ma', { capacity: 'leader', precedence: 8 }),
      drafted({ addressedTo: ['he', 'capacity:leader', 'he'] }),
    )
      .when('issue-statement', { statementId: 'statement' })
      .then(issued({ recipients: ['he', 'ma'] }));
  });

  it('leaves the issuer out of a group, but not where named', () => {
    given(...underStatements, drafted({ addressedTo: ['capacity:member'] }))
      .when('issue-statement', { statementId: 'statement' })
      .then(issued({ recipients: ['chen', 'sun', 'wei', 'academy'] }));
    given(...underStatements, drafted({ addressedTo: ['liu'] }))
      .when('issue-statement', { statementId: 'statement' })
      .then(issued({ recipients: ['liu'] }));
  });

  it('fixes the recipients: a later name in the unit is not among them', () => {
    const { statements } = given(
      ...underStatements,
      drafted({ addressedTo: ['unit:CASIC / Headquarters'] }),
      issued(),
      person('late', { unit: 'CASIC / Headquarters' }),
    ).state;
    expect(statements.all.get('statement')?.answers.keys()).toEqual(['wei']);
  });

  it('is refused without an issuer or recipients', () => {
    given(...underStatements, drafted({ issuerId: null }))
      .when('issue-statement', { statementId: 'statement' })
      .refused('statements.no-issuer');
    given(...underStatements, drafted({ addressedTo: [] }))
      .when('issue-statement', { statementId: 'statement' })
      .refused('statements.no-recipients');
    given(...underStatements, drafted())
      .when('issue-statement', { statementId: 'statement', addressedTo: [] })
      .malformed('addressedTo');
  });

  it('is refused where the issuer or an addressee is nobody on the roster', () => {
    given(...underStatements, person('ma'), drafted({ issuerId: 'ma' }), personRemoved('ma'))
      .when('issue-statement', { statementId: 'statement' })
      .refused('roster.unknown', { issuerId: 'ma' });
    given(...underStatements, drafted({ addressedTo: ['wei', 'nobody', 'unit:CASIC / Nowhere', 'capacity:guest'] }))
      .when('issue-statement', { statementId: 'statement' })
      .refused('statements.unknown-recipient', { unknown: ['nobody', 'unit:CASIC / Nowhere', 'capacity:guest'] });
  });

  it('is refused for a draft that nobody knows', () => {
    given(...underStatements)
      .when('issue-statement', { statementId: 'statement' })
      .refused('statements.unknown');
  });

  it('is refused outside an open item of its kind', () => {
    given(...open, drafted())
      .when('issue-statement', { statementId: 'statement' })
      .refused('agenda.no-item', { kind: 'statement' });
    given(...open, drafted(), called('report'))
      .when('issue-statement', { statementId: 'statement' })
      .refused('agenda.other-item', { openItemId: 'report', openKind: 'discussion' });
  });

  it('is refused before opening, in a recess and after closing', () => {
    for (const [past, code] of [
      [ready, 'meeting.not-open'],
      [inRecess, 'meeting.in-recess'],
      [over, 'meeting.closed'],
    ] as const) {
      given(...past, drafted())
        .when('issue-statement', { statementId: 'statement' })
        .refused(code);
    }
  });

  it('is for officers', () => {
    given(...underStatements, drafted())
      .by(attendee('wei'))
      .when('issue-statement', { statementId: 'statement' })
      .refused('meeting.not-permitted');
  });
});
