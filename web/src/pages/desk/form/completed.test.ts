import { describe, expect, it } from 'vitest';
import { fieldsOfCommand } from '../../../meeting/form/model.ts';
import { refusalOf } from '../../../meeting/may.ts';
import { convened } from '../../../meeting/staged.fixture.ts';
import { completed, isFilledIn } from './completed.ts';

const issued = () =>
  convened()
    .give('add-item', { itemId: 'signing', kind: 'statement', title: 'Signing' })
    .give('draft-statement', {
      statementId: 's',
      title: 'S',
      subject: 'S',
      text: 'I answer.',
      issuerId: 'liu',
      addressedTo: ['wei'],
    })
    .give('open-meeting', {})
    .give('call-item', { itemId: 'signing' })
    .give('issue-statement', { statementId: 's' });

describe('what a form fills in by itself', () => {
  it('is the digest of the text that is signed', () => {
    const staged = issued();
    const input = { statementId: 's', recipientId: 'wei', onPaper: true };
    const whole = completed('sign-statement', input, staged.view);
    expect(whole).toHaveProperty('sha256', staged.view.meeting.statements.all.get('s')?.sha256);
    expect(refusalOf('sign-statement', { ...input, sha256: String(whole['sha256']) }, staged.standing())).toBeNull();
  });

  it('is nothing else', () => {
    expect(completed('sign-statement', { statementId: 'other' }, issued().view)).toEqual({ statementId: 'other' });
    expect(completed('issue-statement', { statementId: 's' }, issued().view)).toEqual({ statementId: 's' });
  });

  it('is what a file brings, and every digest', () => {
    const asked = (command: 'table-document' | 'replace-document' | 'sign-statement') =>
      fieldsOfCommand(command)
        .filter((field) => !isFilledIn(command, field))
        .map(({ name }) => name);
    expect(asked('table-document')).toEqual(['title', 'itemId', 'confirmReading', 'distribution']);
    expect(asked('replace-document')).toEqual(['documentId']);
    expect(asked('sign-statement')).toEqual(['statementId', 'recipientId', 'onPaper', 'signedBy']);
  });
});
