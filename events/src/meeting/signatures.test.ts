import { describe, expect, it } from 'vitest';
import { sha256Of } from '../kernel/digest.ts';
import { archivist, attendee, given } from '../testing/given.ts';
import { called, concluded, delegation, happened, item, open, person } from '../testing/past.ts';
import { signatures } from './statements.ts';

const text = 'I answer for it.';
const sha256 = sha256Of(text);

const draft = happened('StatementDrafted', {
  statementId: 'statement',
  title: 'Statement',
  subject: 'Subject',
  text,
  issuerId: 'liu',
  addressedTo: [],
});

const issuedTo = (...recipients: string[]) =>
  happened('StatementIssued', {
    statementId: 'statement',
    title: 'Statement',
    subject: 'Subject',
    text,
    sha256,
    issuerId: 'liu',
    recipients,
    itemId: 'statements',
  });

const signed = (recipientId: string, other: { signedBy?: string; signerId?: string | null } = {}) =>
  happened('StatementSigned', {
    statementId: 'statement',
    recipientId,
    sha256,
    signedBy: 'Wei',
    signerId: recipientId,
    ...other,
  });

const declined = (recipientId: string, reason = 'Not my unit') =>
  happened('StatementDeclined', { statementId: 'statement', recipientId, reason });

const underStatements = [...open, item('statements', { kind: 'statement' }), called('statements')];
const led = delegation('led', { headId: 'wei' });
const signing = { statementId: 'statement', sha256 };

describe('Signing a statement', () => {
  it('is done by the recipient with the digest of the text that was issued', () => {
    const { statements } = given(...underStatements, issuedTo('wei', 'chen'))
      .by(attendee('wei'))
      .when('sign-statement', signing)
      .then(signed('wei'));
    const { outstanding, declined: refused, signed: agreed } = signatures(statements.all.get('statement')!);
    expect(outstanding.map((answer) => answer.recipientId)).toEqual(['chen']);
    expect(refused).toEqual([]);
    expect(agreed).toMatchObject([{ recipientId: 'wei', signedBy: 'Wei', onPaper: false }]);
  });

  it('is done for a delegation by its head', () => {
    given(...underStatements, led, issuedTo('led'))
      .by(attendee('wei'))
      .when('sign-statement', signing)
      .then(signed('led', { signerId: 'wei' }));
    given(...underStatements, led, issuedTo('led'))
      .by(attendee('chen'))
      .when('sign-statement', { ...signing, recipientId: 'led' })
      .refused('statements.not-yours-to-sign');
  });

  it('is for oneself where one is a recipient and heads another, unless the other is named', () => {
    const past = given(...underStatements, led, issuedTo('led', 'wei')).by(attendee('wei'));
    past.when('sign-statement', signing).then(signed('wei'));
    past.when('sign-statement', { ...signing, recipientId: 'led' }).then(signed('led', { signerId: 'wei' }));
  });

  it('must say for which delegation, where one heads several', () => {
    given(...underStatements, led, delegation('second', { headId: 'wei' }), issuedTo('led', 'second'))
      .by(attendee('wei'))
      .when('sign-statement', signing)
      .refused('statements.several-recipients', { recipients: ['led', 'second'] });
  });

  it('is refused with the digest of any other text, also once signed', () => {
    const other = { ...signing, sha256: sha256Of('I answer for nothing.') };
    given(...underStatements, issuedTo('wei'))
      .by(attendee('wei'))
      .when('sign-statement', other)
      .refused('statements.text-differs', { sha256 });
    given(...underStatements, issuedTo('wei'), signed('wei'))
      .by(attendee('wei'))
      .when('sign-statement', other)
      .refused('statements.text-differs');
  });

  it('is refused to those to whom it is not addressed', () => {
    given(...underStatements, issuedTo('wei'))
      .by(attendee('chen'))
      .when('sign-statement', signing)
      .refused('statements.not-addressed');
    given(...underStatements, issuedTo('wei'))
      .by(attendee('wei'))
      .when('sign-statement', { ...signing, recipientId: 'liu' })
      .refused('statements.unknown-recipient', { recipientId: 'liu' });
  });

  it('is refused to an officer in the recipient’s place, save on paper', () => {
    given(...underStatements, issuedTo('wei'))
      .when('sign-statement', { ...signing, recipientId: 'wei' })
      .refused('statements.not-yours-to-sign');
    given(...underStatements, issuedTo('wei'))
      .when('sign-statement', { ...signing, recipientId: 'wei', onPaper: true })
      .then(signed('wei', { signerId: null }));
  });

  it('is possible after declining', () => {
    const { statements } = given(...underStatements, issuedTo('wei'), declined('wei'))
      .by(attendee('wei'))
      .when('sign-statement', signing)
      .then(signed('wei'));
    expect(statements.all.get('statement')?.answers.get('wei')).toMatchObject({
      answer: 'signed',
      declinedBecause: null,
    });
  });

  it('is possible after closing and after the minutes are signed', () => {
    const closed = [...underStatements, issuedTo('wei'), concluded('statements'), happened('MeetingClosed', {})];
    given(...closed)
      .by(attendee('wei'))
      .when('sign-statement', signing)
      .then(signed('wei'));
    given(...closed, happened('MeetingMinuted', {}))
      .by(attendee('wei'))
      .when('sign-statement', signing)
      .then(signed('wei'));
  });

  it('is refused before the statement is issued; who may not see the draft does not learn of it', () => {
    given(...underStatements, draft)
      .by(attendee('sun'))
      .when('sign-statement', signing)
      .refused('statements.not-issued');
    given(...underStatements, draft)
      .by(attendee('wei'))
      .when('sign-statement', signing)
      .refused('statements.unknown');
    given(...underStatements)
      .by(attendee('wei'))
      .when('sign-statement', signing)
      .refused('statements.unknown');
  });

  it('is refused to an archivist and to the attendee of another meeting', () => {
    for (const actor of [archivist, attendee('wei', 'another-meeting')]) {
      given(...underStatements, issuedTo('wei'))
        .by(actor)
        .when('sign-statement', signing)
        .refused('meeting.not-permitted');
    }
  });
});

describe('Recording a signature on paper', () => {
  const onPaper = { ...signing, recipientId: 'academy', onPaper: true };

  it('is done by an officer with the name of who signed', () => {
    const { statements } = given(...underStatements, issuedTo('academy'))
      .by(attendee('sun'))
      .when('sign-statement', { ...onPaper, signedBy: 'Zhao Min' })
      .then(signed('academy', { signedBy: 'Zhao Min', signerId: null }));
    expect(statements.all.get('statement')?.answers.get('academy')?.onPaper).toBe(true);
  });

  it('takes the name of the delegation’s head where none is given', () => {
    given(...underStatements, led, issuedTo('led'))
      .when('sign-statement', { ...onPaper, recipientId: 'led' })
      .then(signed('led', { signedBy: 'Wei', signerId: null }));
    given(...underStatements, delegation('named', { headName: 'Qian Yu' }), issuedTo('named'))
      .when('sign-statement', { ...onPaper, recipientId: 'named' })
      .then(signed('named', { signedBy: 'Qian Yu', signerId: null }));
  });

  it('is refused where no head is known and no name given', () => {
    given(...underStatements, issuedTo('academy'))
      .when('sign-statement', onPaper)
      .refused('statements.no-signer');
  });

  it('is refused to an attendee', () => {
    given(...underStatements, issuedTo('wei'))
      .by(attendee('wei'))
      .when('sign-statement', { ...onPaper, recipientId: 'wei' })
      .refused('statements.paper-for-officers');
  });

  it('must name the recipient, and only on paper a name is given', () => {
    given(...underStatements)
      .when('sign-statement', { ...signing, onPaper: true })
      .malformed('recipientId');
    given(...underStatements)
      .when('sign-statement', { ...signing, signedBy: 'Zhao Min' })
      .malformed('signedBy');
    given(...underStatements)
      .when('sign-statement', { ...signing, sha256: 'ABC' })
      .malformed('sha256');
  });
});

describe('Declining a statement', () => {
  const declining = { statementId: 'statement', reason: 'Not my unit' };

  it('is done by the recipient, or for a delegation by its head, with the reason', () => {
    const { statements } = given(...underStatements, issuedTo('wei'))
      .by(attendee('wei'))
      .when('decline-statement', declining)
      .then(declined('wei'));
    expect(signatures(statements.all.get('statement')!).declined).toMatchObject([{ declinedBecause: 'Not my unit' }]);
    given(...underStatements, led, issuedTo('led'))
      .by(attendee('wei'))
      .when('decline-statement', declining)
      .then(declined('led'));
  });

  it('is recorded by an officer for what was said in the hall', () => {
    given(...underStatements, issuedTo('academy'))
      .when('decline-statement', { ...declining, recipientId: 'academy' })
      .then(declined('academy'));
  });

  it('records nothing where it is declined already', () => {
    given(...underStatements, issuedTo('wei'), declined('wei', 'First reason'))
      .by(attendee('wei'))
      .when('decline-statement', declining)
      .thenNothing();
  });

  it('is refused once signed', () => {
    given(...underStatements, issuedTo('wei'), signed('wei'))
      .by(attendee('wei'))
      .when('decline-statement', declining)
      .refused('statements.signed');
  });

  it('is refused in another’s place, and to those to whom it is not addressed', () => {
    const past = given(...underStatements, person('ma'), issuedTo('wei')).by(attendee('ma'));
    past.when('decline-statement', { ...declining, recipientId: 'wei' }).refused('statements.not-yours-to-decline');
    past.when('decline-statement', declining).refused('statements.not-addressed');
  });

  it('is refused where the statement is not issued or unknown', () => {
    given(...underStatements, draft)
      .when('decline-statement', declining)
      .refused('statements.not-issued');
    given(...underStatements)
      .when('decline-statement', declining)
      .refused('statements.unknown');
  });
});
