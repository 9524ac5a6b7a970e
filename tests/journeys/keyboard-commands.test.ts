// Everything that an officer may do while a meeting runs, done by the chair with the keyboard alone: from the palette, by
// typing. Which commands there are is read from the catalogue, so that a new one fails here until a hand has found it.

import { meetingCommandsBySlice, streams } from '@rostrum/events';
import type { CommandDefinition } from '@rostrum/events';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { gatherCouncil } from '../server/council.ts';
import type { Council } from '../server/council.ts';
import type { Secretariat } from '../server/secretariat.ts';
import { journey, noBrowser } from './journey.ts';

const DURING = new Set(['open', 'recess']);
const CHAIR = new Set(['chair', 'deputy']);

/** What has no form on the desk: digests nobody types, one's own way out, and what only hands over a link once. */
const ELSEWHERE = new Set(['issue-link', 'issue-station-link', 'end-session']);

/** The commands of an officer in a meeting that runs, from the catalogue. */
function commandsOfTheChair(): readonly string[] {
  const beside = ['attendance', 'conversation', 'directive', 'door'] as const;
  const all: [string, CommandDefinition][] = [
    ...Object.values(meetingCommandsBySlice).flatMap((slice) => Object.entries<CommandDefinition>(slice)),
    ...beside.flatMap((family) => Object.entries<CommandDefinition>(streams[family].commands)),
  ];
  return all
    .filter(([name, { by, during }]) => {
      const mine = by.some((role) => CHAIR.has(role));
      return mine && !ELSEWHERE.has(name) && (during === undefined || during.some((season) => DURING.has(season)));
    })
    .map(([name]) => name);
}

/** What is typed into a field: its label, and the words. Of lists the first option that the words find is taken. */
type Typed = readonly [label: string, words: string];
type Step = {
  readonly command: string;
  readonly fields?: readonly Typed[];
  /** What must have happened before, given by others. */
  readonly given?: readonly (readonly [command: string, data: object])[];
};

const step = (command: string, fields: readonly Typed[] = [], given: Step['given'] = []): Step => ({
  command,
  fields,
  given,
});

const motion = (motionId: string) =>
  [
    'put-motion',
    { motionId, title: `Motion ${motionId}`, text: 'The pipes are replaced.', moverId: 'rivera' },
  ] as const;
const vote = (motionId: string, method: string) => ['open-vote', { motionId, method }] as const;
const speech = (speechId: string) => ['give-floor', { speechId, speakerId: 'rivera', limitSeconds: 300 }] as const;

const steps: readonly Step[] = [
  step('open-meeting'),
  step('call-item', [['Agenda item', 'opening']]),
  step('return-item', [['Agenda item', 'opening']]),
  step('defer-item', [['Agenda item', 'opening']]),
  step('call-item', [['Agenda item', 'opening']]),
  step('conclude-item', [['Agenda item', 'opening']]),
  step('reopen-item', [['Agenda item', 'opening']]),
  step('add-item', [['Title', 'A word on the frost']]),
  step('revise-item', [
    ['Agenda item', 'word on'],
    ['Title', 'Words on the frost'],
  ]),
  step('move-item', [
    ['Agenda item', 'words on'],
    ['Before the item', 'closing words'],
  ]),
  step('withdraw-item', [['Agenda item', 'words on']]),
  step('set-queue-discipline', [['Order of the queue', 'By the chair']]),
  step('set-unit-budget', [
    ['Unit', 'schools'],
    ['Speaking time in all', '20'],
  ]),
  step('request-floor', [['Speaker', 'dubois']]),
  step(
    'move-request',
    [
      ['Request', 'dubois'],
      ['Before the request of', 'okafor'],
    ],
    [
      ['request-floor', { requestId: 'of-tanaka', speakerId: 'tanaka' }],
      ['request-floor', { requestId: 'of-okafor', speakerId: 'okafor' }],
    ],
  ),
  step('dismiss-request', [['Request', 'tanaka']]),
  step('withdraw-request', [['Request', 'okafor']]),
  step('give-floor', [['Speaker', 'rivera']]),
  step('take-back-floor', [['Speech', 'rivera']]),
  step(
    'extend-floor',
    [
      ['Speech', 'rivera'],
      ['Speaking time', '20'],
    ],
    [speech('long')],
  ),
  step('pause-floor', [['Speech', 'rivera']]),
  step('resume-floor', [['Speech', 'rivera']]),
  step('summarize-speech', [
    ['Speech', 'rivera'],
    ['Points', 'The pipes are old.'],
  ]),
  step('issue-directive', [
    ['Text', 'Survey the pipes.'],
    ['Addressed to', 'works'],
  ]),
  step('yield-floor', [['Speech', 'rivera']]),
  step('revise-directive', [
    ['Directive', 'survey'],
    ['Text', 'Survey all pipes.'],
  ]),
  step('acknowledge-directive', [['Directive', 'survey']]),
  step('report-directive-progress', [
    ['Directive', 'survey'],
    ['Report', 'Half of them.'],
  ]),
  step('discharge-directive', [
    ['Directive', 'survey'],
    ['Report', 'All of them.'],
  ]),
  step('reopen-directive', [
    ['Directive', 'survey'],
    ['Who answers', 'works'],
    ['Reason', 'The north is missing'],
  ]),
  step('withdraw-directive', [
    ['Directive', 'survey'],
    ['Reason', 'Superseded'],
  ]),
  step('put-motion', [
    ['Title', 'New pipes'],
    ['Text', 'The old pipes are replaced.'],
    ['Mover', 'rivera'],
  ]),
  step('revise-motion', [
    ['Motion', 'new pipes'],
    ['Text', 'All old pipes are replaced.'],
  ]),
  step('withdraw-motion', [['Motion', 'new pipes']]),
  step('open-vote', [['Motion', 'motion one']], [motion('one')]),
  step('abandon-vote', [
    ['Motion', 'motion one'],
    ['Reason', 'The hall was not full'],
  ]),
  step(
    'record-hands',
    [
      ['Motion', 'motion one'],
      ['For', '2'],
      ['Against', '0'],
      ['Abstaining', '0'],
    ],
    [vote('one', 'show-of-hands')],
  ),
  step('close-vote', [['Motion', 'motion one']]),
  step(
    'cast-vote',
    [
      ['Motion', 'motion two'],
      ['Vote', 'For'],
      ['Whose vote', 'tanaka'],
    ],
    [motion('two'), vote('two', 'recorded')],
  ),
  step(
    'object',
    [
      ['Motion', 'motion three'],
      ['Whose vote', 'tanaka'],
    ],
    [['close-vote', { motionId: 'two' }], motion('three'), vote('three', 'consent')],
  ),
  step('record-consent', [['Motion', 'motion four']], [['close-vote', { motionId: 'three' }], motion('four')]),
  step(
    'cast-secret-ballot',
    [
      ['Motion', 'motion five'],
      ['Whose vote', 'tanaka'],
    ],
    [motion('five'), vote('five', 'secret')],
  ),
  step('record-secret-count', [
    ['Motion', 'motion five'],
    ['For', '1'],
    ['Against', '0'],
    ['Abstaining', '0'],
  ]),
  step(
    'draft-statement',
    [
      ['Title', 'Duty'],
      ['Subject', 'Water'],
      ['Text', 'I answer for the water.'],
    ],
    [['close-vote', { motionId: 'five' }]],
  ),
  step('revise-statement', [
    ['Statement', 'duty'],
    ['Subject', 'The water'],
  ]),
  step('withdraw-statement', [['Statement', 'duty']]),
  step(
    'issue-statement',
    [['Statement', 'pledge']],
    [
      ['conclude-item', { itemId: 'opening' }],
      ['add-item', { itemId: 'pledges', kind: 'statement', title: 'Pledges' }],
      ['call-item', { itemId: 'pledges' }],
      [
        'draft-statement',
        {
          statementId: 'pledge',
          title: 'Pledge',
          subject: 'Water',
          text: 'I answer.',
          issuerId: 'okafor',
          addressedTo: ['tanaka', 'dubois'],
        },
      ],
    ],
  ),
  step('sign-statement', [
    ['Statement', 'pledge'],
    ['Recipient', 'tanaka'],
    ['On paper', ' '],
  ]),
  step('decline-statement', [
    ['Statement', 'pledge'],
    ['Recipient', 'dubois'],
    ['Reason', 'Not my pipes'],
  ]),
  step('prepare-commendation', [['Award', 'Silver pipe']]),
  step('revise-commendation', [
    ['Commendation', 'silver'],
    ['Award', 'Silver pipe of the city'],
  ]),
  step('withdraw-commendation', [['Commendation', 'silver']]),
  step(
    'confer-commendation',
    [
      ['Commendation', 'lantern'],
      ['Presenter', 'okafor'],
    ],
    [
      ['conclude-item', { itemId: 'pledges' }],
      ['call-item', { itemId: 'honours' }],
    ],
  ),
  step('table-document', [
    ['File', 'plan.md'],
    ['Title', 'Plan'],
  ]),
  step('replace-document', [
    ['File', 'plan-2.md'],
    ['Document', 'plan'],
  ]),
  step('announce-document', [['Document', 'plan']]),
  step('table-document', [
    ['File', 'annex.md'],
    ['Title', 'Annex'],
  ]),
  step('withdraw-document', [['Document', 'annex']]),
  step('add-venue', [['Name', 'Town hall']]),
  step('revise-venue', [
    ['Venue', 'town'],
    ['Name', 'Old town hall'],
  ]),
  step('withdraw-venue', [['Venue', 'town']]),
  step('add-attendee', [
    ['Name', 'Ada Novak'],
    ['Unit', 'works'],
  ]),
  step('revise-attendee', [
    ['Attendee', 'novak'],
    ['Name', 'Ada Nováková'],
  ]),
  step('excuse-attendee', [
    ['Attendee', 'ada'],
    ['Reason', 'Ill'],
  ]),
  step('remove-attendee', [['Attendee', 'ada']]),
  step('add-delegation', [
    ['Name', 'The upper town'],
    ['Unit', 'works'],
  ]),
  step('revise-delegation', [
    ['Delegation', 'upper'],
    ['Name', 'The whole upper town'],
  ]),
  step('count-delegation', [
    ['Delegation', 'upper'],
    ['Number present', '7'],
  ]),
  step('remove-delegation', [['Delegation', 'upper']]),
  step('import-roster', [['Rows', 'Jan Kos']]),
  step('check-in', [['Attendee', 'dubois']]),
  step('check-out', [['Attendee', 'dubois']]),
  step('post-message', [['Text', 'The figures are in the annex.']]),
  step('withdraw-message', [['Message', 'figures']]),
  step('ask-question', [['Text', 'When was the survey?']]),
  step('answer-question', [
    ['Question', 'survey'],
    ['Text', 'In spring.'],
  ]),
  step('dismiss-question', [['Question', 'lamps']], [['ask-question', { text: 'And the lamps?' }]]),
  step('revoke-link', [['Id of the link', 'dubois']]),
  step('appoint-officer', [
    ['Office', 'Secretary'],
    ['Attendee', 'rivera'],
  ]),
  step('relieve-officer', [
    ['Office', 'Secretary'],
    ['Attendee', 'rivera'],
  ]),
  step('call-recess'),
  step('resume-meeting'),
  step('hand-over-chair', [
    ['New chair', 'solberg'],
    ['Reason', 'Called away'],
  ]),
];

/** Goes with Tab until the focus is there. Throws where it never comes there. */
async function reach(page: Page, goal: Locator, what: string): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${what}”.`);
}

async function fillIn(page: Page, dialog: Locator, [label, words]: Typed): Promise<void> {
  const { keyboard } = page;
  if (label === 'Rows') {
    await reach(page, dialog.getByRole('button', { name: 'Add', exact: true }), label);
    await keyboard.press('Enter');
    await reach(page, dialog.getByLabel(/^Name/), 'Name of the row');
    await keyboard.type(words);
    await fillIn(page, dialog, ['Unit', 'works']);
    return;
  }
  const field = dialog.getByLabel(new RegExp(`^${label}`)).first();
  await field.waitFor();
  await reach(page, field, label);
  const kind = await field.evaluate(
    (element) => `${element.tagName}:${element.getAttribute('role') ?? (element as HTMLInputElement).type}`,
  );
  if (kind.endsWith(':file')) {
    const chooser = page.waitForEvent('filechooser');
    await keyboard.press('Enter');
    await (await chooser).setFiles({ name: words, mimeType: 'text/markdown', buffer: Buffer.from(`# ${words}\n`) });
    await dialog.getByText('is stored').waitFor();
  } else if (kind.endsWith(':combobox')) {
    await keyboard.type(words);
    await dialog.getByRole('option').first().waitFor();
    await keyboard.press('Enter');
  } else if (kind.endsWith(':checkbox')) {
    await keyboard.press('Space');
  } else {
    await keyboard.press('Control+a');
    await keyboard.type(words);
  }
}

/** Finds the command in the palette by typing its name, fills in what is asked, and sends it. */
async function give(page: Page, { command, fields = [] }: Step): Promise<void> {
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  await keyboard.press('Control+k');
  await dialog.getByRole('combobox').waitFor();
  await keyboard.type(command);
  await dialog.getByRole('option').first().waitFor();
  await keyboard.press('Enter');
  await dialog.locator('form').waitFor();
  for (const field of fields) await fillIn(page, dialog, field);
  await keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
}

describe.skipIf(noBrowser)('every command, by keyboard alone', () => {
  const stage = journey();
  const recorded = async (secretariat: Secretariat, { meetingId }: Council) =>
    (await secretariat.record(meetingId)).length;

  it('covers what the catalogue gives to those who preside', () => {
    const covered = new Set([...steps.map(({ command }) => command), 'close-meeting']);
    expect(commandsOfTheChair().filter((command) => !covered.has(command))).toEqual([]);
  });

  it('is given from the palette', { timeout: 600_000 }, async () => {
    const { secretariat } = stage;
    const council = await gatherCouncil(secretariat, 'convened');
    const { page, context } = await stage.comesIn('chair', council.links.okafor);
    context.setDefaultTimeout(8000);
    await page.goto(stage.at(`/meetings/${council.meetingId}/desk`));
    await page.locator('[data-component="desk-foot"]').waitFor();
    const failed: string[] = [];
    for (const { given = [], ...wanted } of steps) {
      for (const [command, data] of given) await secretariat.gives(council.meetingId, command, data);
      const before = await recorded(secretariat, council);
      try {
        await give(page, wanted);
        // A link is at the door, which is no part of the record.
        const after = await recorded(secretariat, council);
        if (after === before && wanted.command !== 'revoke-link') throw new Error('Nothing was recorded.');
      } catch (thrown) {
        failed.push(`${wanted.command}: ${String(thrown).slice(0, 300)}`);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
    }
    expect(failed).toEqual([]);

    // The closing has a page of its own: what stands in its way is settled there, then it is closed.
    await secretariat.gives(council.meetingId, 'hand-over-chair', { to: 'okafor', reason: 'Back again' });
    await page.locator('[data-component="desk-foot"]').waitFor();
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('Control+k');
    await dialog.getByRole('combobox').waitFor();
    await page.keyboard.type('close-meeting');
    await dialog.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const conclude = dialog.getByRole('button', { name: 'Conclude' });
    await reach(page, conclude, 'Conclude');
    await page.keyboard.press('Enter');
    await conclude.waitFor({ state: 'hidden' });
    await reach(page, dialog.getByRole('button', { name: 'Close the meeting' }), 'Close the meeting');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const told = (await secretariat.record(council.meetingId)).map(({ type }) => type);
    expect(told).toContain('MeetingClosed');
  });
});
