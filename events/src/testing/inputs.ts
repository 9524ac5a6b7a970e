// Commands at random, drawn from the catalogue's own inputs: every schema is walked, so that no command and no field can
// be forgotten. Ids and the like come from small pools, so that commands meet each other's things.

import * as fc from 'fast-check';
import type * as z from 'zod';
import { streams } from '../catalogue.ts';
import type { StreamFamily, StreamName } from '../catalogue.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Role } from '../kernel/command.ts';
import { sha256Of } from '../kernel/digest.ts';
import { administrator, archivist, attendee, MEETING, organizer, station, system } from './given.ts';

/** A command as somebody sends it: validated by its input, on its way to one stream. */
export type Sent = {
  readonly family: StreamName;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
};

const TEXTS = ['The text.', 'Another text.', '魏作报告。'];
const people = ['liu', 'chen', 'sun', 'wei', 'zhou', 'nobody'];
const names = [...people, 'academy', 'bureau'];
const units = ['CASIC', 'CASIC / Units', 'CASIC / Units / Academy', 'CASIC / Headquarters'];
const numbered = (kind: string): readonly string[] => [1, 1, 2].map((number) => `${kind}-${number}`);
const items = ['report', 'exchange', 'honours', 'oaths', 'news', 'nothing'];
const venues = ['main', 'branch', 'venue-3'];
const [first, ...others] = [...TEXTS.map(sha256Of), 'a'.repeat(64)];
const digests = [first!, first!, first!, ...others];

/** What a text field holds, by the field's name; all others hold one of `TEXTS`. */
const pools: Readonly<Record<string, readonly string[]>> = {
  meetingId: [MEETING],
  attendeeId: people,
  to: people,
  issuerId: people,
  presenterId: people,
  delegationId: ['academy', 'bureau'],
  headId: ['wei', 'zhou', 'nobody'],
  speakerId: names,
  questionerId: names,
  presenters: names,
  recipientId: names,
  rosterId: names,
  rosterIds: names,
  afterId: names,
  moverId: names,
  seconderId: names,
  voterId: names,
  eligible: names,
  addressedTo: [...units, ...names, 'unit:CASIC / Units', 'capacity:member'],
  unit: units,
  respondent: [...units, 'chen'],
  itemId: items,
  beforeItemId: items,
  venueId: venues,
  venue: venues,
  requestId: numbered('request'),
  beforeRequestId: numbered('request'),
  speechId: numbered('speech'),
  directiveId: numbered('directive'),
  statementId: numbered('statement'),
  commendationId: numbered('commendation'),
  documentId: numbered('document'),
  documents: numbered('document'),
  motionId: numbered('motion'),
  messageId: numbered('message'),
  questionId: numbered('question'),
  correctionId: numbered('correction'),
  correctsEventId: numbered('event'),
  linkId: numbered('link'),
  sessionId: numbered('session'),
  accountId: numbered('account'),
  sectionId: ['item-report', 'attendance'],
  sha256: digests,
  tokenHash: digests,
  language: ['en', 'en', 'zh-CN'],
  languages: ['en', 'zh-CN'],
  chair: people,
  deputies: people,
  secretary: people,
  timeZone: ['Asia/Shanghai', 'UTC'],
  mediaType: ['application/pdf'],
  fileName: ['plan.pdf', 'annex.pdf'],
  telephone: ['+86 10 1234 5678'],
  email: ['wei@example.org'],
  hash: ['$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b4dWRWJTmaaJObG'],
  // Two lists of the same names in one unit are refused; more names let imports succeed.
  name: ['Zhou', 'Qian', 'Wu', 'Zheng', 'Feng'],
};

const instants = [
  '2021-05-26T09:00:00+08:00',
  '2021-05-26T11:50:00+08:00',
  '2021-05-27T00:00:00Z',
  '2021-06-26T00:00:00.000Z',
];
const days = ['2021-06-30', '2021-12-31', '2020-01-01'];
const numbers = [0, 1, 2, 3, 5, 30, 60, 600];

/** Counts so small that they can come out right. */
const tallied = ['for', 'against', 'abstain', 'invalid'];

type Def = z.core.$ZodTypes['_zod']['def'];
type Making<T extends Def['type']> = (def: Extract<Def, { type: T }>, field: string) => fc.Arbitrary<unknown>;

const defOf = (schema: z.core.$ZodType): Def => (schema as z.core.$ZodTypes)._zod.def;
const isOptional = (schema: z.core.$ZodType): boolean => ['optional', 'default'].includes(defOf(schema).type);

/** How a value is made for each kind of schema that inputs are made of. */
const makings: { readonly [T in Def['type']]?: Making<T> } = {
  object: ({ shape }) =>
    fc.record(Object.fromEntries(Object.entries(shape).map(([field, schema]) => [field, valueOf(schema, field)])), {
      requiredKeys: Object.keys(shape).filter((field) => !isOptional(shape[field]!)),
    }),
  string: (def, field) => {
    const format = 'format' in def ? def.format : undefined;
    return fc.constantFrom(...(format === 'datetime' ? instants : format === 'date' ? days : (pools[field] ?? TEXTS)));
  },
  number: (_def, field) =>
    field === 'row'
      ? fc.integer({ min: 2, max: 40 })
      : fc.constantFrom(...(tallied.includes(field) ? [0, 1] : numbers)),
  boolean: () => fc.boolean(),
  enum: ({ entries }) => fc.constantFrom(...Object.values(entries)),
  literal: ({ values }) => fc.constantFrom(...values),
  array: ({ element }, field) => fc.array(valueOf(element, field), { maxLength: 3 }),
  nullable: ({ innerType }, field) => fc.oneof(fc.constant(null), valueOf(innerType, field)),
  optional: ({ innerType }, field) => valueOf(innerType, field),
  default: ({ innerType }, field) => valueOf(innerType, field),
  pipe: (def, field) => valueOf(defOf(def.in).type === 'transform' ? def.out : def.in, field),
  union: ({ options }, field) => fc.oneof(...options.map((option) => valueOf(option, field))),
};

function valueOf(schema: z.core.$ZodType, field: string): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  const make = makings[def.type] as ((def: Def, field: string) => fc.Arbitrary<unknown>) | undefined;
  if (!make) throw new Error(`No way to make a value of the kind ${def.type} for the field ${field}.`);
  return make(def, field);
}

/** Some commands lead on to many others, or are long in the finding, and are drawn more often. */
const weights: Readonly<Record<string, number>> = {
  'call-item': 3,
  'give-floor': 4,
  'open-vote': 3,
  'cast-vote': 3,
  'cast-secret-ballot': 3,
  'record-secret-count': 6,
  'sign-minutes': 8,
  'issue-statement': 3,
  'sign-statement': 6,
  object: 3,
  'reopen-directive': 3,
  'move-item': 2,
  'move-request': 3,
  'record-joined': 3,
  'confer-commendation': 3,
  'pause-floor': 3,
  'resume-floor': 3,
};

const commandsOf = (names: readonly StreamName[]) =>
  names.flatMap((family) =>
    Object.entries((streams[family] as unknown as StreamFamily).commands).map(([name, { input }]) => ({
      weight: weights[name] ?? 1,
      arbitrary: valueOf(input, name)
        .map((given) => input.safeParse(given))
        .filter(({ success }) => success)
        .map(({ data }): Sent => ({ family, name, data: data as Sent['data'] })),
    })),
  );

/** Any command that fits its input, of the meeting and the streams beside it. */
export const anyCommand: fc.Arbitrary<Sent> = fc.oneof(
  ...commandsOf(['meeting', 'attendance', 'conversation', 'directive', 'door', 'contact']),
);

/** Any command on an account that fits its input. */
export const anyAccountCommand: fc.Arbitrary<Sent> = fc.oneof(...commandsOf(['account']));

const holders: Readonly<Record<Role, Actor>> = {
  administrator,
  organizer,
  archivist,
  system: system(),
  chair: attendee('liu'),
  deputy: attendee('chen'),
  secretary: attendee('sun'),
  attendee: attendee('wei'),
  steward: attendee('zhou'),
  doorkeeper: station('steward'),
  screen: station('screen'),
};

const anyone: fc.Arbitrary<Actor> = fc.constantFrom(
  ...Object.values(holders),
  attendee('nobody'),
  attendee('liu', 'another-meeting'),
  station('steward', 'branch'),
  station('steward', null, 'another-meeting'),
);

/** Mostly somebody for whom the command is meant, else anyone who might try. */
export const senderOf = ({ family, name }: Sent): fc.Arbitrary<Actor> => {
  const { by } = (streams[family] as unknown as StreamFamily).commands[name]!;
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...by.map((role) => holders[role])) },
    { weight: 1, arbitrary: anyone },
  );
};
