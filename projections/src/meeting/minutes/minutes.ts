// The minutes, computed: the same events and the same template give the same document, in each language of the meeting.
// What chair and secretary signed stays as it was: whatever is recorded after the adoption stands below it.

import { editedText } from '@rostrum/events';
import { foldView } from '../view.ts';
import type { MeetingView, ViewEvent } from '../view.ts';
import { correctionsSection, laterSection, signaturesSection } from './afterwards.ts';
import { paragraph, said } from './document.ts';
import type { MinutesDocument, Section } from './document.ts';
import { closingSection, meetingSection, officersSection, openingSection, recessesSection } from './frame.ts';
import { otherDocumentsSection } from './outcomes.ts';
import { attendanceSection, questionsSection, rosterSection } from './people.ts';
import { notTakenSection, proceedings } from './proceedings.ts';
import { writing } from './writing.ts';
import type { Writing } from './writing.ts';

/** Raised when the same record gives another text than before. */
const TEMPLATE = 1;

/**
 * The minutes of a meeting in a language.
 * @param view the meeting, folded from all of `events` as the officers see them; nothing in the minutes is for officers alone
 * @param events in the order of positions
 * @param language one of the meeting's languages; without it the first of them
 */
export function minutesOf(
  view: MeetingView,
  events: readonly ViewEvent[],
  language: string = view.meeting.lifecycle.languages[0] ?? 'en',
): MinutesDocument {
  const adoption = events.findIndex(({ type }) => type === 'MinutesAdopted');
  const count = adoption < 0 ? events.length : adoption + 1;
  const signed = events.slice(0, count);
  const written = writing(count === events.length ? view : foldView(signed), signed, language);
  const now = count === events.length ? written : writing(view, events, language);
  return {
    template: TEMPLATE,
    language,
    title: written.words.title(written.meeting.lifecycle.title),
    subtitle: written.meeting.lifecycle.organisation,
    draft: written.meeting.minutes.adopted === null ? written.words.draft : null,
    sections: sectionsOf(written).map((computed) => withEdit(written, computed)),
    after: [signaturesSection(written), ...(adoption < 0 ? [] : laterSection(now, count))],
  };
}

const sectionsOf = (written: Writing): readonly Section[] => [
  meetingSection(written),
  officersSection(written),
  ...rosterSection(written),
  ...openingSection(written),
  ...proceedings(written),
  ...recessesSection(written),
  ...notTakenSection(written),
  ...otherDocumentsSection(written),
  ...questionsSection(written),
  ...closingSection(written),
  ...attendanceSection(written),
  ...correctionsSection(written),
];

/** The section with the secretary's text in place of what was computed, where there is one. */
function withEdit(written: Writing, computed: Section): Section {
  const { meeting, language, words, time, cited } = written;
  const text = editedText(meeting.minutes, computed.id, language);
  if (text === null) return { ...computed, sections: computed.sections.map((below) => withEdit(written, below)) };
  const edit = meeting.minutes.edits
    .values()
    .find((other) => other.sectionId === computed.id && other.language === language);
  const at = edit?.at ?? written.at;
  const events = cited.about(computed.id, 'MinutesEdited');
  return {
    ...computed,
    blocks: text.split(/\n{2,}/).flatMap((part) => paragraph(said(part, events))),
    sections: [],
    edited: { at, note: said(words.edited(time.moment(at)), events) },
  };
}

/** The part of the minutes that is signed: without the signatures themselves and what came after them. */
export const signedPart = (document: MinutesDocument): MinutesDocument => ({ ...document, draft: null, after: [] });
