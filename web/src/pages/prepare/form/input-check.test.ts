import { describe, expect, it } from 'vitest';
import { meetingCommands } from '../../../catalogue.ts';
import { inputErrors, isAt } from './input-check.ts';

const { input } = meetingCommands['prepare-commendation'];
const collective = { award: 'Advanced collective', category: 'collective' };

describe('an input before it is sent', () => {
  it('has no errors where the catalogue takes it', () => {
    expect(inputErrors(input, collective)).toEqual([]);
  });

  it('has each error at the path that the server would name', () => {
    const recipients = [{ name: 'Information Department' }, { name: ' ' }];
    expect(inputErrors(input, { ...collective, award: '', recipients })).toEqual([
      { path: 'award', message: 'Must not be empty.' },
      { path: 'recipients[1].name', message: 'Must not be empty.' },
    ]);
  });

  it('is told of in the form’s own words where it has them', () => {
    const quorum = inputErrors(
      meetingCommands['revise-meeting'].input,
      { quorum: Number.NaN },
      { quorum: 'A whole number.' },
    );
    expect(quorum).toEqual([{ path: 'quorum', message: 'A whole number.' }]);
  });
});

describe('an error', () => {
  it('belongs to the field at its path or around it', () => {
    const error = { path: 'recipients[1].name', message: '' };
    expect(['recipients', 'recipients[1]', 'recipients[1].name'].map((field) => isAt(error, field))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['recipient', 'recipients[10]', 'name'].map((field) => isAt(error, field))).toEqual([false, false, false]);
  });
});
