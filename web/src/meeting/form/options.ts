// What can be chosen in a field: the names, items, speeches, motions … of the meeting, each with what tells it from others.

import { currentVersion, messagesOf, questionsOf, respondentsOf, waiting } from '@rostrum/events';
import type { Capacity, Commendation, ItemStatus, MotionStatus, RequestKind, Statement } from '@rostrum/events';
import { speechesOf } from '@rostrum/projections';
import type { MeetingView } from '@rostrum/projections';
import { capacity } from '../../catalogue.ts';
import { languages } from '../../i18n/words.ts';
import type { Findable } from '../../ui/finder.tsx';
import { everyone, personOf, unitName } from '../people.ts';
import { unitPaths } from '../units.ts';
import type { Pickable } from './model.ts';
import type { FormValues } from './values.ts';

/** What a state, a kind or a capacity is called. */
export type OptionKey =
  | `item.${ItemStatus}`
  | `request.${RequestKind}`
  | `capacity.${Capacity}`
  | `statement.${Statement['status']}`
  | `commendation.${Commendation['status']}`
  | `motion.${MotionStatus}`
  | `minutes.${(typeof SECTIONS)[number]}`;

/** The parts that all minutes have, by the ids of their sections; those of items, speeches and papers stand between. */
const SECTIONS = [
  'meeting',
  'officers',
  'roster',
  'opening',
  'recesses',
  'not-taken',
  'documents',
  'questions',
  'closing',
  'attendance',
] as const;

/** Words, times and the order of names as the reader's language has them. */
export type OptionWords = {
  readonly word: (key: OptionKey) => string;
  readonly time: (instant: string) => string;
  readonly compare: (one: string, other: string) => number;
};

type Options = (view: MeetingView, words: OptionWords, values: FormValues) => readonly Findable[];

const SHORT = 80;
const short = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text);
const nameAt = ({ meeting }: MeetingView, rosterId: string): string => personOf(meeting, rosterId)?.name ?? rosterId;

const names =
  (kinds: readonly ('attendee' | 'delegation')[]): Options =>
  ({ meeting }) =>
    everyone(meeting)
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ rosterId, name, title, unit }) => ({
        value: rosterId,
        label: name,
        note: [title, unitName(unit)].filter(Boolean).join(' · '),
        words: unit,
      }));

const units: Options = ({ meeting }, { compare }) =>
  unitPaths(
    everyone(meeting).map(({ unit }) => unit),
    compare,
  ).map((unit) => ({ value: unit, label: unitName(unit), note: unit }));

const chosen = (values: FormValues, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value : '';
};

const options: Readonly<Record<Pickable, Options>> = {
  name: names(['attendee', 'delegation']),
  attendee: names(['attendee']),
  delegation: names(['delegation']),
  unit: units,
  addressee: (view, words, values) => [
    ...units(view, words, values),
    ...names(['attendee', 'delegation'])(view, words, values),
  ],
  group: (view, words, values) => [
    ...capacity.options.map((value) => ({ value: `capacity:${value}`, label: words.word(`capacity.${value}`) })),
    ...units(view, words, values).map((unit) => ({ ...unit, value: `unit:${unit.value}` })),
    ...names(['attendee', 'delegation'])(view, words, values),
  ],
  venue: ({ meeting }) =>
    meeting.roster.venues
      .values()
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ venueId, name }) => ({ value: venueId, label: name })),
  item: ({ meeting }, { word }) =>
    meeting.agenda.order.map((itemId, place) => {
      const item = meeting.agenda.items.get(itemId)!;
      return { value: itemId, label: `${place + 1} ${item.title}`, note: word(`item.${item.status}`) };
    }),
  request: (view, { word }) =>
    waiting(view.meeting).map(({ requestId, speakerId, kind }) => ({
      value: requestId,
      label: nameAt(view, speakerId),
      note: word(`request.${kind}`),
    })),
  speech: (view, { time }) =>
    speechesOf(view.meeting)
      .toReversed()
      .map(({ speechId, speakerId, from }) => ({ value: speechId, label: nameAt(view, speakerId), note: time(from) })),
  directive: ({ meeting }) =>
    meeting.directives.all
      .values()
      .map(({ directiveId, ordinal, text }) => ({ value: directiveId, label: `${ordinal} ${short(text)}` })),
  statement: ({ meeting }, { word }) =>
    meeting.statements.all.values().map(({ statementId, title, status }) => ({
      value: statementId,
      label: title,
      note: word(`statement.${status}`),
    })),
  recipient: (view, _words, values) =>
    view.meeting.statements.all
      .get(chosen(values, 'statementId'))
      ?.answers.keys()
      .map((rosterId) => ({ value: rosterId, label: nameAt(view, rosterId) })) ?? [],
  commendation: ({ meeting }, { word }) =>
    meeting.commendations.all.values().map(({ commendationId, award, rank, recipients, status }) => ({
      value: commendationId,
      label: [award, rank].filter(Boolean).join(' · '),
      note: word(`commendation.${status}`),
      words: recipients.map(({ name }) => name).join(' '),
    })),
  document: ({ meeting }) =>
    meeting.documents.all
      .values()
      .filter(({ withdrawn }) => withdrawn === null)
      .map((document) => ({
        value: document.documentId,
        label: document.title,
        note: currentVersion(document).fileName,
      })),
  motion: ({ meeting }, { word }) =>
    meeting.decisions.motions
      .values()
      .map(({ motionId, title, status }) => ({ value: motionId, label: title, note: word(`motion.${status}`) })),
  message: ({ conversation }) =>
    messagesOf(conversation)
      .filter(({ withdrawn }) => withdrawn === null)
      .toReversed()
      .map(({ messageId, posted }) => ({ value: messageId, label: short(posted.text), note: posted.authorName })),
  question: ({ conversation }) =>
    questionsOf(conversation)
      .toReversed()
      .map(({ questionId, asked }) => ({ value: questionId, label: short(asked.text), note: asked.authorName })),
  respondent: (view, _words, values) => {
    const directive = view.meeting.directives.all.get(chosen(values, 'directiveId'));
    return directive
      ? respondentsOf(directive, view.meeting.roster).map((respondent) => ({
          value: respondent,
          label: personOf(view.meeting, respondent)?.name ?? unitName(respondent),
          note: respondent,
        }))
      : [];
  },
  section: ({ meeting }, { word, time }) => [
    ...SECTIONS.map((id) => ({ value: id, label: word(`minutes.${id}`) })),
    ...meeting.agenda.taken.map((itemId, place) => ({
      value: `item-${itemId}`,
      label: `${place + 1} ${meeting.agenda.items.get(itemId)?.title ?? itemId}`,
    })),
    ...speechesOf(meeting).map(({ speechId, speakerId, from }) => ({
      value: `speech-${speechId}`,
      label: personOf(meeting, speakerId)?.name ?? speakerId,
      note: time(from),
    })),
    ...meeting.decisions.motions.values().map(({ motionId, title, status }) => ({
      value: `motion-${motionId}`,
      label: title,
      note: word(`motion.${status}`),
    })),
    ...meeting.statements.all
      .values()
      .filter(({ status }) => status === 'issued')
      .map(({ statementId, title }) => ({
        value: `statement-${statementId}`,
        label: title,
        note: word('statement.issued'),
      })),
  ],
  link: () => [],
  language: ({ meeting }) =>
    meeting.lifecycle.languages.map((tag) => ({
      value: tag,
      label: Object.hasOwn(languages, tag) ? languages[tag as keyof typeof languages] : tag,
    })),
};

/** What can be chosen where an id of this kind is asked for. */
export const optionsFor = (
  of: Pickable,
  view: MeetingView,
  words: OptionWords,
  values: FormValues = {},
): readonly Findable[] => options[of](view, words, values);
