// Everything that an officer may do while a meeting runs, done by the chair with the keyboard alone: each command found in
// the palette by typing its name, its form filled in and sent. Which commands there are is read from the catalogue, so that
// a new one fails here until it is covered. Each chapter has a meeting of its own.

import { meetingCommandsBySlice, streams } from '@rostrum/events';
import type { CommandDefinition } from '@rostrum/events';
import type { Locator, Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { gatherCouncil } from '../server/council.ts';
import type { Reach } from '../server/council.ts';
import { journey, noBrowser } from './journey.ts';

const DURING = new Set(['open', 'recess']);
const OFFICERS = new Set(['chair', 'deputy', 'secretary']);

/** What the chair does not do at the desk, each with the reason. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['issue-link', 'The link is shown once, on the page where the meeting is prepared.'],
  ['issue-station-link', 'The link is shown once, on the page where the meeting is prepared.'],
  ['end-session', 'Whoever signs out ends it, on every page.'],
  ['revise-roster', 'Many rows are chosen in the table of the roster.'],
  ['move-on-roster', 'Many rows are moved in the table of the roster.'],
  [
    'answer-invitation',
    'The chair may not: the secretary notes an answer, and the invited give it on a page of their own.',
  ],
  ['edit-minutes', 'The chair may not: the minutes are edited by the secretary.'],
  ['remove-from-roster', 'Many rows are chosen in the table of the roster.'],
]);

/** What an officer may do while a meeting runs, from the catalogue. */
function commandsOfOfficers(): readonly string[] {
  const beside = ['attendance', 'conversation', 'directive', 'door'] as const;
  const all: [string, CommandDefinition][] = [
    ...Object.values(meetingCommandsBySlice).flatMap((slice) => Object.entries<CommandDefinition>(slice)),
    ...beside.flatMap((family) => Object.entries<CommandDefinition>(streams[family].commands)),
  ];
  return all
    .filter(([name, { by, during }]) => {
      const mine = by.some((role) => OFFICERS.has(role));
      return mine && !ELSEWHERE.has(name) && (during === undefined || during.some((season) => DURING.has(season)));
    })
    .map(([name]) => name);
}

/** What is typed into a field: its label, and the words. Of lists the first option that the words find is taken. */
type Typed = readonly [label: string, words: string];
/** A command that somebody else has given, and its input. */
type Given = readonly [command: string, data: object];

type Step = {
  readonly command: string;
  readonly fields?: readonly Typed[];
  /** What must have happened before, given by others. */
  readonly given?: readonly Given[];
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

type Chapter = {
  readonly tells: string;
  readonly reach: Reach;
  /** What others have done before it begins. */
  readonly given: readonly Given[];
  readonly steps: readonly Step[];
};

const chapters: readonly Chapter[] = [
  {
    tells: 'opens the meeting and leads through its agenda',
    reach: 'convened',
    given: [],
    steps: [
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
    ],
  },
  {
    tells: 'orders the queue',
    reach: 'open',
    given: [['call-item', { itemId: 'opening' }]],
    steps: [
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
    ],
  },
  {
    tells: 'gives the floor and takes it',
    reach: 'open',
    given: [['call-item', { itemId: 'opening' }]],
    steps: [
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
    ],
  },
  {
    tells: 'follows up directives',
    reach: 'open',
    given: [
      ['call-item', { itemId: 'opening' }],
      ['issue-directive', { text: 'Survey the pipes.', addressedTo: ['Council / Works'] }],
    ],
    steps: [
      step('revise-directive', [
        ['Directive', 'survey'],
        ['Text', 'Survey all pipes.'],
      ]),
      step('acknowledge-directive', [
        ['Directive', 'survey'],
        ['Who answers', 'works'],
      ]),
      step('report-directive-progress', [
        ['Directive', 'survey'],
        ['Who answers', 'works'],
        ['Report', 'Half of them.'],
      ]),
      step('discharge-directive', [
        ['Directive', 'survey'],
        ['Who answers', 'works'],
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
    ],
  },
  {
    tells: 'puts motions and counts hands',
    reach: 'open',
    given: [['call-item', { itemId: 'opening' }]],
    steps: [
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
    ],
  },
  {
    tells: 'takes votes by name, by consent and in secret',
    reach: 'open',
    given: [
      ['call-item', { itemId: 'opening' }],
      ['add-venue', { venueId: 'hall', name: 'Hall', main: true }],
    ],
    steps: [
      step(
        'cast-vote',
        [
          ['Motion', 'motion two'],
          ['Vote', 'For'],
          ['Whose vote', 'tanaka'],
        ],
        [['check-in', { attendeeId: 'tanaka' }], motion('two'), vote('two', 'recorded')],
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
    ],
  },
  {
    tells: 'has statements drafted, issued and signed',
    reach: 'open',
    given: [['call-item', { itemId: 'opening' }]],
    steps: [
      step('draft-statement', [
        ['Title', 'Duty'],
        ['Subject', 'Water'],
        ['Text', 'I answer for the water.'],
      ]),
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
        ['Signed on paper', ' '],
      ]),
      step('decline-statement', [
        ['Statement', 'pledge'],
        ['Recipient', 'dubois'],
        ['Reason', 'Not my pipes'],
      ]),
    ],
  },
  {
    tells: 'confers commendations',
    reach: 'open',
    given: [['call-item', { itemId: 'opening' }]],
    steps: [
      step('prepare-commendation', [
        ['Award', 'Silver pipe'],
        ['Category', 'Individual'],
      ]),
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
          ['conclude-item', { itemId: 'opening' }],
          ['call-item', { itemId: 'honours' }],
        ],
      ),
    ],
  },
  {
    tells: 'tables documents',
    reach: 'open',
    given: [['call-item', { itemId: 'opening' }]],
    steps: [
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
    ],
  },
  {
    tells: 'keeps venues and attendees',
    reach: 'open',
    given: [],
    steps: [
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
    ],
  },
  {
    tells: 'keeps delegations and presence',
    reach: 'open',
    given: [['add-venue', { venueId: 'hall', name: 'Hall', main: true }]],
    steps: [
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
    ],
  },
  {
    tells: 'answers messages and questions',
    reach: 'open',
    given: [],
    steps: [
      step('post-message', [['Text', 'The figures are in the annex.']]),
      step('withdraw-message', [['Message', 'figures']]),
      step('ask-question', [['Text', 'When was the survey?']]),
      step('answer-question', [
        ['Question', 'survey'],
        ['Text', 'In spring.'],
      ]),
      step('dismiss-question', [['Question', 'lamps']], [['ask-question', { text: 'And the lamps?' }]]),
    ],
  },
  {
    tells: 'changes officers, calls a recess and hands the chair over',
    reach: 'open',
    given: [],
    steps: [
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
    ],
  },
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
    await fillIn(page, dialog, ['Kind', 'Person']);
    await fillIn(page, dialog, ['Name', words]);
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
    await dialog.locator('[role="option"]').first().waitFor();
    await keyboard.press('Enter');
  } else if (kind.endsWith(':checkbox')) {
    await keyboard.press('Space');
  } else {
    await keyboard.press('Control+a');
    await keyboard.type(words);
  }
}

/** Opens the palette, and from it the form of a command. */
async function choose(page: Page, dialog: Locator, command: string): Promise<void> {
  const { keyboard } = page;
  await keyboard.press('Control+k');
  await dialog.getByRole('combobox').waitFor();
  await keyboard.type(command);
  await dialog.locator('[role="option"]').first().waitFor();
  await keyboard.press('Enter');
  await dialog.locator('[data-component="command-form"]').waitFor();
}

/** The command that a request gave, where it gave one. */
const commandOf = (request: Request): string | undefined =>
  request.method() === 'POST' ? new URL(request.url()).pathname.split('/').at(-1) : undefined;

/** Presses a key, and waits for what the server answers to the command. */
async function sends(page: Page, command: string, key: string): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => commandOf(response.request()) === command),
    page.keyboard.press(key),
  ]);
  if (!answer.ok()) throw new Error(await answer.text());
}

/** Finds the command in the palette by typing its name, fills in what is asked, and sends it. */
async function give(page: Page, { command, fields = [] }: Step): Promise<void> {
  const dialog = page.getByRole('dialog');
  try {
    await choose(page, dialog, command);
    for (const field of fields) await fillIn(page, dialog, field);
    await sends(page, command, 'Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
  } catch (thrown) {
    const shown = (await dialog.isVisible()) ? await dialog.innerText() : 'no dialog';
    throw new Error(`${command} could not be given. There stood: ${shown}`, { cause: thrown });
  }
}

describe.skipIf(noBrowser)('every command, by keyboard alone', () => {
  const stage = journey();
  let meetings = 0;

  /** The chair at the desk of a new meeting. */
  async function atTheDesk(reach: Reach, given: readonly Given[]) {
    meetings += 1;
    const meetingId = `council-${meetings}`;
    const { links } = await gatherCouncil(stage.secretariat, reach, { meetingId });
    const gives = async (all: readonly Given[]) => {
      for (const [command, data] of all) await stage.secretariat.gives(meetingId, command, data);
    };
    await gives(given);
    const { page, context } = await stage.comesIn(`chair-${meetings}`, links.okafor);
    await page.goto(stage.at(`/meetings/${meetingId}/desk`));
    await page.locator('[data-component="desk-foot"]').waitFor();
    // From the first listener on, the browser hands its choosers of files over.
    page.on('filechooser', () => {});
    return { meetingId, page, context, gives };
  }

  it('covers what the catalogue lets officers do', () => {
    const covered = new Set([...chapters.flatMap(({ steps }) => steps.map(({ command }) => command)), 'close-meeting']);
    expect(commandsOfOfficers().filter((command) => !covered.has(command))).toEqual([]);
  });

  it.each(chapters)('$tells', async ({ reach, given, steps }) => {
    const { page, context, gives } = await atTheDesk(reach, given);
    const wanted = steps.map(({ command }) => command);
    const sent: string[] = [];
    page.on('request', (request) => {
      const command = commandOf(request);
      if (command !== undefined && wanted.includes(command)) sent.push(command);
    });
    for (const next of steps) {
      await gives(next.given ?? []);
      await give(page, next);
    }
    // Each once: no key was taken for two presses.
    expect(sent).toEqual(wanted);
    await context.close();
  });

  it('settles what stands in the way of closing, and closes', async () => {
    const { meetingId, page, context } = await atTheDesk('open', [['call-item', { itemId: 'opening' }]]);
    const dialog = page.getByRole('dialog');
    await choose(page, dialog, 'close-meeting');
    await reach(page, dialog.getByRole('button', { name: 'Conclude' }), 'Conclude');
    await sends(page, 'conclude-item', 'Enter');
    const close = dialog.getByRole('button', { name: 'Close the meeting' });
    await expect.poll(() => close.getAttribute('aria-disabled')).toBeNull();
    await reach(page, close, 'Close the meeting');
    await sends(page, 'close-meeting', 'Enter');
    await dialog.waitFor({ state: 'hidden' });
    const told = (await stage.secretariat.record(meetingId)).map(({ type }) => type);
    expect(told).toContain('MeetingClosed');
    await context.close();
  });
});
