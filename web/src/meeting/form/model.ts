// From a command's schema to the fields of a form: what each field holds, whether it must be filled in, and from which of
// the meeting's own things it is chosen. So every command of the catalogue has a form, also one that is added tomorrow.

import * as z from 'zod';
import type { CommandName } from '../../api/command.ts';
import { commandNamed } from '../command-book.ts';

/** What of the meeting an id names. */
export type Pickable =
  | 'name'
  | 'attendee'
  | 'delegation'
  | 'venue'
  | 'item'
  | 'request'
  | 'speech'
  | 'directive'
  | 'statement'
  | 'recipient'
  | 'commendation'
  | 'document'
  | 'motion'
  | 'message'
  | 'question'
  | 'respondent'
  | 'unit'
  | 'addressee'
  | 'group'
  | 'language'
  | 'section'
  /** A personal link: only the server can list those. */
  | 'link';

/** What a field holds. */
export type FieldKind =
  | { readonly is: 'line' | 'prose' | 'yes-no' | 'day' | 'instant' | 'digest' | 'email' }
  | { readonly is: 'number'; readonly min?: number | undefined; readonly max?: number | undefined }
  /** Seconds, given in minutes. */
  | { readonly is: 'minutes' }
  | { readonly is: 'one'; readonly values: readonly string[] }
  | { readonly is: 'pick' | 'picks'; readonly of: Pickable }
  /** A list of texts, each on a line of its own. */
  | { readonly is: 'lines' }
  /** All members, or those named. */
  | { readonly is: 'electorate' }
  | { readonly is: 'group' | 'rows'; readonly fields: readonly FormField[] };

export type FormField = {
  readonly name: string;
  readonly kind: FieldKind;
  /** It has no default, and the command is nothing without it. */
  readonly required: boolean;
  /** Empty means null rather than “as it is”. */
  readonly nullable: boolean;
  readonly fallback: unknown;
};

/** JSON Schema 2020-12, as far as the catalogue uses it. */
type Schema = {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

/** What an id field names, by the field's name. */
const picks: Readonly<Record<string, Pickable>> = {
  attendeeId: 'attendee',
  delegationId: 'delegation',
  headId: 'attendee',
  issuerId: 'attendee',
  presenterId: 'attendee',
  to: 'attendee',
  speakerId: 'name',
  questionerId: 'name',
  moverId: 'name',
  seconderId: 'name',
  voterId: 'name',
  rosterId: 'name',
  rosterIds: 'name',
  afterId: 'name',
  presenters: 'name',
  recipientId: 'recipient',
  venueId: 'venue',
  itemId: 'item',
  beforeItemId: 'item',
  requestId: 'request',
  beforeRequestId: 'request',
  speechId: 'speech',
  directiveId: 'directive',
  statementId: 'statement',
  commendationId: 'commendation',
  documentId: 'document',
  documents: 'document',
  motionId: 'motion',
  messageId: 'message',
  questionId: 'question',
  respondent: 'respondent',
  unit: 'unit',
  addressedTo: 'addressee',
  language: 'language',
  sectionId: 'section',
  linkId: 'link',
  languages: 'language',
};

/** Where the same name means something else: a statement is addressed to whole units and capacities too. */
const exceptions: Readonly<Record<string, Pickable>> = {
  'draft-statement.addressedTo': 'group',
  'revise-statement.addressedTo': 'group',
  'issue-statement.addressedTo': 'group',
};

const pickOf = (command: string, name: string): Pickable | undefined =>
  exceptions[`${command}.${name}`] ?? (Object.hasOwn(picks, name) ? picks[name] : undefined);

/** The id that a command gives to what it makes: the server draws one, nobody types it. */
const made: Readonly<Record<string, string>> = {
  'add-item': 'itemId',
  'add-attendee': 'attendeeId',
  'add-delegation': 'delegationId',
  'add-venue': 'venueId',
  'draft-statement': 'statementId',
  'prepare-commendation': 'commendationId',
  'table-document': 'documentId',
  'issue-directive': 'directiveId',
  'put-motion': 'motionId',
  'request-floor': 'requestId',
  'give-floor': 'speechId',
  'post-message': 'messageId',
  'ask-question': 'questionId',
  'record-correction': 'correctionId',
};

/** What a page had before it when a revision was begun: the page's to say, nobody types it. */
const SEEN = 'seen';

/** Beyond so many characters, or without a stated length, a text may have several lines. */
const LONG = 300;
/** Texts that are one line all the same. */
const LINES: ReadonlySet<string> = new Set(['title', 'subject', 'timeZone', 'mediaType']);

/** A schema without its null, and whether it had one. */
function bare(schema: Schema): { readonly schema: Schema; readonly nullable: boolean } {
  if (Array.isArray(schema.type)) {
    const [type] = schema.type.filter((name) => name !== 'null');
    return { schema: { ...schema, type: type ?? 'string' }, nullable: schema.type.includes('null') };
  }
  const rest = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  return rest.length === 1 && rest.length < (schema.anyOf?.length ?? 0)
    ? { schema: rest[0]!, nullable: true }
    : { schema, nullable: false };
}

function textKind(command: string, name: string, { format, pattern, maxLength = Infinity }: Schema): FieldKind {
  const of = pickOf(command, name);
  if (of) return { is: 'pick', of };
  if (format === 'date') return { is: 'day' };
  if (format === 'date-time') return { is: 'instant' };
  if (format === 'email') return { is: 'email' };
  if (pattern?.includes('[0-9a-f]{64}')) return { is: 'digest' };
  return { is: pattern !== undefined || LINES.has(name) || maxLength <= LONG ? 'line' : 'prose' };
}

function listKind(command: string, name: string, items: Schema): FieldKind {
  if (items.type === 'object') return { is: 'rows', fields: fieldsOf(command, items) };
  const of = pickOf(command, name);
  return of ? { is: 'picks', of } : { is: 'lines' };
}

function kindOf(command: string, name: string, schema: Schema): FieldKind {
  if (schema.enum) return { is: 'one', values: schema.enum };
  if (schema.anyOf?.some((option) => option.const === 'all-members')) return { is: 'electorate' };
  if (schema.type === 'boolean') return { is: 'yes-no' };
  if (schema.type === 'integer' || schema.type === 'number')
    return name === 'limitSeconds' ? { is: 'minutes' } : { is: 'number', min: schema.minimum, max: schema.maximum };
  if (schema.type === 'array') return listKind(command, name, schema.items ?? {});
  if (schema.type === 'object') return { is: 'group', fields: fieldsOf(command, schema) };
  return textKind(command, name, schema);
}

function fieldsOf(command: string, { properties = {}, required = [] }: Schema): FormField[] {
  return Object.entries(properties).map(([name, given]) => {
    const { schema, nullable } = bare(given);
    return {
      name,
      kind: kindOf(command, name, schema),
      required: required.includes(name),
      nullable,
      fallback: given.default,
    };
  });
}

const known = new Map<string, readonly FormField[]>();

/** The fields of a command's form, in the catalogue's order, without the id of what the command makes and what the page itself says. */
export function fieldsOfCommand(name: CommandName): readonly FormField[] {
  let fields = known.get(name);
  if (!fields) {
    const schema = z.toJSONSchema(commandNamed(name).definition.input, { io: 'input', unrepresentable: 'any' });
    fields = fieldsOf(name, schema as Schema).filter((field) => field.name !== made[name] && field.name !== SEEN);
    known.set(name, fields);
  }
  return fields;
}

/** The field by which a form knows what it is about: the first thing of the meeting that must be chosen. */
export const subjectOf = (fields: readonly FormField[]): FormField | undefined =>
  fields.find(({ kind, required }) => required && kind.is === 'pick');

/** True for a command that replaces what is given and leaves the rest: its form starts with what stands now. */
export const isRevision = (name: CommandName): boolean => name.startsWith('revise-') || name === 'reschedule-meeting';
