import { describe, expect, it } from 'vitest';
import { sha256Of } from '@rostrum/events';
import { heldConference } from '../../testing/conference.ts';
import { organizer } from '../../testing/rehearsal.ts';
import { renderMarkdown } from './markdown.ts';
import { adopt, minutes, saidIn, signedText } from './minutes.fixture.ts';

describe('The secretary’s edits', () => {
  it('stand in place of the computed section, in their language, and are marked', () => {
    const meeting = heldConference();
    const text = 'Wei Yiyin reported.\n\nThe report was received with applause.';
    const [edited] = meeting.wait(60).give('edit-minutes', { sectionId: 'item-report', language: 'en', text });
    const section = minutes(meeting).sections.find(({ id }) => id === 'item-report')!;
    expect(section.heading).toBe('2. Fully Promoting the Construction of Digital Space');
    expect(section.blocks.flatMap(saidIn).map((said) => said.text)).toEqual(text.split('\n\n'));
    expect(section.sections).toEqual([]);
    expect(section.edited).toEqual({
      at: '2021-05-26T01:56:30.000Z',
      note: { text: 'This section was edited by the secretary, 26 May 2021, 09:56.', events: [edited!.id] },
    });
    expect(minutes(meeting, 'zh-CN').sections.find(({ id }) => id === 'item-report')?.edited).toBeNull();
  });

  it('may change one speech alone, and be taken back', () => {
    const meeting = heldConference();
    const computed = renderMarkdown(minutes(meeting));
    meeting.give('edit-minutes', { sectionId: 'speech-report-speech', language: 'en', text: 'A short speech.' });
    expect(renderMarkdown(minutes(meeting))).toContain('A short speech.\n\n*This section was edited');
    meeting.give('edit-minutes', { sectionId: 'speech-report-speech', language: 'en', text: null });
    expect(renderMarkdown(minutes(meeting))).toBe(computed);
  });
});

describe('Signed minutes', () => {
  it('keep the very text that was signed, whatever is recorded later', () => {
    const meeting = heldConference();
    const texts = ['en', 'zh-CN'].map((language) => signedText(meeting, language));
    adopt(meeting);
    expect(['en', 'zh-CN'].map((language) => signedText(meeting, language))).toEqual(texts);
    expect(minutes(meeting).draft).toBeNull();
    const correctsEventId = meeting.events.find(({ type }) => type === 'SpeechSummarized')!.id;
    meeting.wait(3600).give('record-correction', {
      correctsEventId,
      field: 'points[0]',
      oldValue: '2020 brought marked results',
      newValue: '2020 brought first results',
      reason: 'Misheard',
    });
    const { sha256 } = meeting.view.meeting.statements.all.get('duty')!;
    meeting.give('sign-statement', {
      statementId: 'duty',
      recipientId: 'academy',
      sha256,
      onPaper: true,
      signedBy: 'Li Si',
    });
    expect(['en', 'zh-CN'].map((language) => signedText(meeting, language))).toEqual(texts);
    const { after } = minutes(meeting);
    expect(after.map(({ id }) => id)).toEqual(['signatures', 'later']);
    expect(after[1]!.blocks.flatMap(saidIn).map(({ text }) => text)).toEqual([
      '26 May 2021, 10:57, Organizer: “points[0]” is corrected from “2020 brought marked results” to “2020 brought first results”.',
      'Reason: Misheard.',
      'CASIC Second Academy: signed by Li Si, 26 May 2021, 10:57, on paper',
    ]);
  });

  it('bear the names of those who signed, and the digests', () => {
    const meeting = heldConference();
    const digest = sha256Of(signedText(meeting, 'zh-CN'));
    expect(renderMarkdown(minutes(meeting))).toContain('*Draft. These minutes have not been adopted.*');
    expect(renderMarkdown(minutes(meeting))).toContain('These minutes are not signed.');
    adopt(meeting);
    const text = renderMarkdown(minutes(meeting));
    for (const fact of [
      'Chair: signed by Chen Guoying, 26 May 2021, 09:56.',
      'Secretary: signed by Zhang San',
      `zh-CN: SHA-256: ${digest}`,
      'The minutes were adopted, 26 May 2021, 09:57.',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toContain('Draft.');
  });

  it('hold the corrections that were recorded before they were signed', () => {
    const meeting = heldConference();
    const correctsEventId = meeting.events.find(({ type }) => type === 'ItemAdded')!.id;
    const correction = {
      correctsEventId,
      field: 'title',
      oldValue: 'Opening',
      newValue: 'Opening remarks',
      reason: 'As printed',
    };
    meeting.give('record-correction', correction, organizer);
    const section = minutes(meeting).sections.find(({ id }) => id === 'corrections')!;
    expect(section.blocks.flatMap(saidIn)[0]?.events).toEqual([meeting.events.at(-1)!.id, correctsEventId]);
  });
});
