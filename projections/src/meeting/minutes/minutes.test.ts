import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVisibleTo, sha256Of } from '@rostrum/events';
import { anyMeeting, EMBARGOED } from '../../testing/any-meeting.ts';
import { heldConference, STATEMENT } from '../../testing/conference.ts';
import { foldView } from '../view.ts';
import type { MinutesDocument, Said } from './document.ts';
import { renderMarkdown } from './markdown.ts';
import { everySection, minutes, saidIn } from './minutes.fixture.ts';
import { minutesOf } from './minutes.ts';

describe('The minutes', () => {
  it('have a section for each part of the meeting, with ids that last', () => {
    const { sections, after } = minutes(heldConference());
    expect(everySection(sections).map(({ id }) => id)).toEqual([
      'meeting',
      'officers',
      'roster',
      'opening',
      'item-opening',
      'speech-welcome',
      'item-report',
      'speech-report-speech',
      'item-plan',
      'item-honours',
      'item-statements',
      'statement-duty',
      'item-motions',
      'motion-adopt',
      'item-exchange',
      'item-address',
      'speech-address-speech',
      'recesses',
      'not-taken',
      'questions',
      'closing',
      'attendance',
    ]);
    expect(after.map(({ id }) => id)).toEqual(['signatures']);
  });

  it.each([
    [
      'what the meeting was',
      [
        'China Aerospace Science and Industry Corporation (CASIC)',
        '26 May 2021',
        '09:00–11:50',
        'Asia/Shanghai (UTC+08:00)',
        'On site and by video',
        'Headquarters, Beijing',
        'Branch venue, Wuhan',
        'Set out the work to come',
      ],
    ],
    [
      'who presided',
      [
        'Chair: Liu Shiquan, General Manager.',
        'Deputy chair: Chen Guoying',
        'Secretary: Zhang San',
        'passed from Liu Shiquan to Chen Guoying: The chair is among the commended.',
      ],
    ],
    [
      'who was invited',
      [
        '| 1 | Yuan Jie | President | CASIC | Leader | Headquarters, Beijing | — | — |',
        '| 7 | CASIC Second Academy | — | CASIC / Second-level units / Second Academy | Presenter | Branch venue, Wuhan | 6 | Delegation: Li Si |',
      ],
    ],
    [
      'the opening and the quorum',
      ['Liu Shiquan opened the meeting at 09:00 on 26 May 2021. 10 persons were present; the quorum is 3.'],
    ],
    [
      'when items were planned and taken',
      [
        '09:05–09:40 (35 min)',
        '**Taken**: 09:02–09:29',
        'Outcome: The report was received.',
        '**Topics**: Implementing the strategy; Creating value',
        'Deferred: The branch venue has no sound.',
        'Withdrawn: Nothing was raised.',
      ],
    ],
    [
      'who spoke, how long and what',
      [
        'Wei Yiyin, Chief Information Officer, had the floor 09:02:00–09:29:30, 26 min.',
        'The time limit was 30 min.',
        'Interposed question by Chen Guoying, 09:13:00–09:14:30.',
        'The chair took the floor back: Time is up.',
        '1. 2020 brought marked results',
      ],
    ],
    [
      'what was ordered',
      [
        '**Directive 1**: Raise awareness',
        'Addressed to: CASIC / Second-level units, Zhang San.',
        'Due: 31 December 2021.',
      ],
    ],
    [
      'what was issued and signed',
      [
        'At 09:43 Yuan Jie issued the statement “Responsibility statement for 2021”',
        '> I answer for the construction',
        `SHA-256: ${sha256Of(STATEMENT)}`,
        'Signed: 1. Declined: 1. Outstanding: 1.',
        '| Zhang San | signed by Zhang San, 26 May 2021, 09:44 |',
        'declined, 26 May 2021, 09:44: The unit is being dissolved',
      ],
    ],
    [
      'what was announced',
      [
        '“Overall Plan for the Implementation” was announced at 09:31.',
        `SHA-256: ${sha256Of('the plan')}`,
        'Read, as confirmed, by 1 person.',
      ],
    ],
    [
      'who was honoured',
      [
        'Advanced individual in informationization work (individual), conferred by Yuan Jie at 09:42.',
        'Period: 2018-2020.',
        'Zhang San (CASIC / Headquarters), Wang Wu (CASIC / Third-level units)',
        'Certificate 2021-EA728840-001.',
        'For years of quiet work.',
      ],
    ],
    [
      'what was decided',
      [
        'Moved by Wei Yiyin, seconded by Chen Guoying, at 09:44.',
        '> The meeting adopts the Overall Plan.',
        'Decided by recorded vote, simple majority',
        'For: 2. Against: 1. Abstentions: 1. Adopted.',
        '| Chen Guoying | abstention |',
      ],
    ],
    [
      'recesses, questions and the closing',
      [
        '09:31–09:41: Coffee.',
        'Zhang San asked: When does the second phase begin?',
        'Organizer answered: In June.',
        'Chen Guoying closed the meeting at 09:55 on 26 May 2021.',
      ],
    ],
    [
      'who was there',
      [
        'Persons by name: 5 present, 1 absent, 0 excused. Delegations: 5 counted, 6 expected.',
        '| Wei Yiyin | present, left early | 08:50–09:44 | 44 min 30 s | — | 6 of 8 |',
        '| CASIC Second Academy | present | — | — | 5 / 6 | 8 of 8 |',
      ],
    ],
  ])('state %s', (_what, facts) => {
    const text = renderMarkdown(minutes(heldConference()));
    for (const fact of facts) expect(text).toContain(fact);
  });

  it('say nothing that no event says, but for what is missing', () => {
    const meeting = heldConference();
    const ids = new Set(meeting.events.map(({ id }) => id));
    const silent: string[] = [];
    for (const { blocks } of everySection(minutes(meeting).sections)) {
      for (const { text, events } of blocks.flatMap(saidIn)) {
        for (const event of events) expect(ids).toContain(event);
        if (events.length === 0) silent.push(text);
      }
    }
    expect(silent).toEqual(['CASIC Second Academy outstanding', 'Li Si absent — 0 s — 0 of 8']);
  });

  it('name with each sentence the events that it says', () => {
    const meeting = heldConference();
    const speech = everySection(minutes(meeting).sections).find(({ id }) => id === 'speech-report-speech')!;
    const typesOf = ({ events }: Said) => events.map((id) => meeting.events.find((event) => event.id === id)!.type);
    expect(speech.blocks.flatMap(saidIn).map(typesOf)).toEqual([
      ['FloorGiven', 'FloorTakenBack'],
      ['FloorGiven'],
      ['FloorPaused', 'FloorResumed'],
      ['FloorTakenBack'],
      ['SpeechSummarized'],
      ['SpeechSummarized'],
    ]);
  });

  it('are written in each language of the meeting, with the same sections and events', () => {
    const meeting = heldConference();
    const shape = ({ sections }: MinutesDocument) =>
      everySection(sections).map(({ id, blocks }) => [id, blocks.flatMap(saidIn).map(({ events }) => events)]);
    expect(shape(minutes(meeting, 'zh-CN'))).toEqual(shape(minutes(meeting, 'en')));
    const text = renderMarkdown(minutes(meeting, 'zh-CN'));
    for (const fact of [
      '会议纪要：2021 Digital Space Work Conference',
      '2021年5月26日 09:00，Liu Shiquan宣布会议开幕。出席10人，法定人数为3人。',
      '**要求1**：Raise awareness',
      '期限：2021年12月31日。',
      '证书编号2021-EA728840-001。',
      'Wei Yiyin（Chief Information Officer）发言，09:02:00至09:29:30，共26分钟。',
      '列名人员：出席5人，缺席1人，请假0人。',
    ]) {
      expect(text).toContain(fact);
    }
  });

  it('are English where no other dictionary is at hand', () => {
    expect(minutes(heldConference(), 'fr')).toMatchObject({
      language: 'fr',
      title: 'Minutes: 2021 Digital Space Work Conference',
    });
    expect(minutes(heldConference(), 'zh-Hans').title).toBe('会议纪要：2021 Digital Space Work Conference');
  });

  it('tell times where the meeting is, and the day where it is another one', () => {
    const text = renderMarkdown(minutes(heldConference()));
    expect(text).not.toContain('01:00');
    const meeting = heldConference();
    const zone = { ...meeting.view.meeting.lifecycle, timeZone: 'America/New_York' };
    const view = { ...meeting.view, meeting: { ...meeting.view.meeting, lifecycle: zone } };
    const elsewhere = renderMarkdown(minutesOf(view, meeting.events, 'en'));
    expect(elsewhere).toContain('America/New\\_York (UTC−04:00)');
    expect(elsewhere).toContain('opened the meeting at 21:00 on 25 May 2021');
  });

  it('can be read at any moment of the meeting', () => {
    fc.assert(
      fc.property(anyMeeting(), fc.nat(), ({ events }, cut) => {
        const past = events.slice(0, 1 + (cut % events.length));
        const text = renderMarkdown(minutesOf(foldView(past), past, 'en'));
        expect(text).toContain('# Minutes: Any meeting\n');
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 60 },
    );
  });

  it('never say what is under embargo, whoever computes them', () => {
    fc.assert(
      fc.property(anyMeeting({ disclose: false }), ({ view, events }) => {
        expect(JSON.stringify(minutesOf(view, events, 'en'))).not.toContain(EMBARGOED);
      }),
      { numRuns: 40 },
    );
    expect(JSON.stringify(minutes(heldConference()))).not.toContain('secret');
  });

  it('are the same from what everyone may see as from the whole record', () => {
    const { events } = heldConference();
    const seen = events.filter((event) => !event.stream.startsWith('meeting-') || isVisibleTo(event, 'attendees'));
    expect(renderMarkdown(minutesOf(foldView(seen), seen, 'en'))).toBe(renderMarkdown(minutes(heldConference())));
  });
});
