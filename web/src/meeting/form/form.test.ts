import { describe, expect, it } from 'vitest';
import type { CommandName } from '../../api/command.ts';
import { commandBook, commandNamed } from '../command-book.ts';
import { refusalOf } from '../may.ts';
import { reporting } from '../staged.fixture.ts';
import type { Staged } from '../staged.fixture.ts';
import { fieldsOfCommand } from './model.ts';
import type { FormField } from './model.ts';
import { optionsFor } from './options.ts';
import { namesIn } from '../../i18n/names.ts';
import type { OptionWords } from './options.ts';
import { openingValues, standing, withSubject } from './subject.ts';
import { inputOf, shownInAll } from './values.ts';

const words: OptionWords = { word: (key) => key, time: (instant) => instant, compare: namesIn('en').compare };
const kinds = (name: CommandName) =>
  Object.fromEntries(fieldsOfCommand(name).map((field) => [field.name, field.kind.is]));
const fieldOf = (name: CommandName, field: string): FormField =>
  fieldsOfCommand(name).find((other) => other.name === field)!;
const opening = (name: CommandName, staged: Staged, given = {}) =>
  openingValues(name, fieldsOfCommand(name), given, staged.view);

describe('the fields of a form', () => {
  it('are made from the schema, without the id of what is made', () => {
    expect(kinds('add-item')).toEqual({
      kind: 'one',
      title: 'line',
      presenters: 'picks',
      plannedMinutes: 'number',
      documents: 'picks',
      topics: 'lines',
      beforeItemId: 'pick',
    });
    expect(kinds('give-floor')).toEqual({ speakerId: 'pick', requestId: 'pick', kind: 'one', limitSeconds: 'minutes' });
    expect(kinds('issue-directive')).toMatchObject({
      text: 'prose',
      addressedTo: 'picks',
      dueOn: 'day',
      ordinal: 'number',
    });
    expect(kinds('open-vote')).toMatchObject({ motionId: 'pick', eligible: 'electorate' });
    expect(kinds('prepare-commendation')).toMatchObject({ recipients: 'rows', award: 'line', citation: 'prose' });
    expect(kinds('call-recess')).toEqual({ reason: 'prose', resumesAt: 'instant' });
  });

  it('know what must be filled in and what may be null', () => {
    expect(fieldOf('move-item', 'beforeItemId')).toMatchObject({ required: true, nullable: true });
    expect(fieldOf('take-back-floor', 'reason')).toMatchObject({ required: false, nullable: true });
    expect(fieldOf('hand-over-chair', 'reason')).toMatchObject({ required: true, nullable: false });
  });

  it('take the example of every command, and give it back as it was', () => {
    const book = [...commandBook.values()];
    const examples = book.map(({ name, definition }) => {
      const example = definition.input.parse(definition.example) as Record<string, unknown>;
      const fields = fieldsOfCommand(name);
      return {
        name,
        definition,
        fields,
        own: Object.fromEntries(fields.map((field) => [field.name, example[field.name]])),
      };
    });
    const read = examples.map(({ name, definition, fields, own }) => [
      name,
      definition.input.parse(inputOf(fields, shownInAll(fields, own))),
    ]);
    expect(read).toEqual(
      examples.map(({ name, definition, own }) => [name, definition.input.parse(JSON.parse(JSON.stringify(own)))]),
    );
  });
});

describe('what is sent', () => {
  const fields = fieldsOfCommand('give-floor');

  it('leaves out what is empty and reads minutes as seconds', () => {
    expect(inputOf(fields, { speakerId: 'wei', requestId: '', kind: '', limitSeconds: '2,5' })).toEqual({
      speakerId: 'wei',
      limitSeconds: 150,
    });
  });

  it('keeps what is no number, for the schema to refuse', () => {
    const input = inputOf(fields, { speakerId: 'wei', limitSeconds: 'soon' });
    expect(commandNamed('give-floor').definition.input.safeParse(input).success).toBe(false);
  });

  it('is null where an empty field means that', () => {
    expect(inputOf(fieldsOfCommand('move-item'), { itemId: 'report', beforeItemId: '' })).toEqual({
      itemId: 'report',
      beforeItemId: null,
    });
  });

  it('is, in a revision, what differs from what stood there', () => {
    const staged = reporting();
    const revise = fieldsOfCommand('revise-item');
    const before = opening('revise-item', staged);
    expect(inputOf(revise, { ...before, title: 'The report' }, before)).toEqual({
      itemId: 'report',
      title: 'The report',
    });
    expect(inputOf(revise, { ...before, plannedMinutes: '', presenters: [] }, before)).toEqual({
      itemId: 'report',
      plannedMinutes: null,
      presenters: [],
    });
  });
});

describe('a form that opens', () => {
  it('is about what is under way', () => {
    const staged = reporting().give('give-floor', { speechId: 's', speakerId: 'wei' });
    expect(opening('conclude-item', staged)).toMatchObject({ itemId: 'report' });
    expect(opening('take-back-floor', staged)).toMatchObject({ speechId: 's', reason: '' });
    expect(opening('hand-over-chair', staged)).toMatchObject({ to: 'chen' });
  });

  it('says nothing that the command can do without', () => {
    const staged = reporting().give('give-floor', { speechId: 's', speakerId: 'wei' });
    expect(opening('issue-directive', staged)).toMatchObject({ speechId: '', itemId: '' });
  });

  it('starts a revision with what stands now, also of another thing that is chosen', () => {
    const staged = reporting();
    const fields = fieldsOfCommand('revise-item');
    const values = opening('revise-item', staged);
    expect(values).toMatchObject({ itemId: 'report', title: 'Report', plannedMinutes: '35', presenters: ['wei'] });
    expect(withSubject('revise-item', fields, values, 'closing', staged.view)).toMatchObject({
      itemId: 'closing',
      title: 'Closing',
      plannedMinutes: '',
    });
    expect(standing('add-item', fieldsOfCommand('add-item'), '', staged.view)).toBeUndefined();
  });

  it('keeps what it was opened with', () => {
    expect(opening('defer-item', reporting(), { itemId: 'closing' })).toMatchObject({ itemId: 'closing' });
  });
});

describe('what can be chosen', () => {
  it('are the meeting’s own things, by what tells them apart', () => {
    const { view } = reporting().give('request-floor', { speakerId: 'academy', kind: 'question' });
    expect(optionsFor('item', view, words).map(({ label, note }) => [label, note])).toEqual([
      ['1 Opening', 'item.planned'],
      ['2 Report', 'item.open'],
      ['3 Closing', 'item.planned'],
    ]);
    expect(optionsFor('request', view, words)).toMatchObject([{ label: 'Second Academy', note: 'request.question' }]);
    expect(optionsFor('unit', view, words).map(({ value }) => value)).toEqual([
      'CASIC',
      'CASIC / Headquarters',
      'CASIC / Second-level units',
      'CASIC / Second-level units / Second Academy',
    ]);
    expect(optionsFor('attendee', view, words).map(({ value }) => value)).toEqual(['chen', 'liu', 'wei']);
  });

  it('are values that the rules accept', () => {
    const staged = reporting();
    const [group] = optionsFor('group', staged.view, words);
    const [addressee] = optionsFor('addressee', staged.view, words);
    expect(
      refusalOf(
        'draft-statement',
        { title: 'T', subject: 'S', text: 'I answer.', addressedTo: [group!.value] },
        staged.standing(),
      ),
    ).toBeNull();
    expect(
      refusalOf('issue-directive', { text: 'Build it', addressedTo: [addressee!.value] }, staged.standing()),
    ).toBeNull();
  });
});
