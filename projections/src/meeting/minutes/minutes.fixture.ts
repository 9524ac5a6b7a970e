// For the tests of the minutes: the minutes of a rehearsed meeting, taken apart and signed.

import { sha256Of } from '@rostrum/events';
import type { Rehearsal } from '../../testing/rehearsal.ts';
import type { Block, Said, Section } from './document.ts';
import { renderMarkdown } from './markdown.ts';
import { minutesOf, signedPart } from './minutes.ts';

/** The minutes of a meeting as it stands. */
export const minutes = ({ view, events }: Rehearsal, language = 'en') => minutesOf(view, events, language);
/** The text that is signed. */
export const signedText = (meeting: Rehearsal, language: string) =>
  renderMarkdown(signedPart(minutes(meeting, language)));

/** Sections with all below them. */
export const everySection = (sections: readonly Section[]): readonly Section[] =>
  sections.flatMap((section) => [section, ...everySection(section.sections)]);

/** The sentences of a block. */
export const saidIn = (block: Block): readonly Said[] => {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences;
    case 'facts':
      return block.facts.map(({ said }) => said);
    case 'list':
      return block.entries.flatMap(({ said, notes }) => [said, ...notes]);
    case 'table':
      return block.rows.map(({ cells, events }) => ({ text: cells.join(' '), events }));
    case 'quotation':
      return [block.said];
  }
};

/** Signs as chair and as secretary, so that the minutes are adopted. */
export function adopt(meeting: Rehearsal): void {
  const texts = ['en', 'zh-CN'].map((language) => ({ language, sha256: sha256Of(signedText(meeting, language)) }));
  const { chair, secretary } = meeting.view.meeting.officers;
  meeting.wait(60).give('sign-minutes', { office: 'chair', texts }, meeting.attendee(chair!));
  meeting.wait(60).give('sign-minutes', { office: 'secretary', texts }, meeting.attendee(secretary!));
}
