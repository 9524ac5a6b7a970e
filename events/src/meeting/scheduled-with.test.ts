import { describe, expect, it } from 'vitest';
import { given, MEETING } from '../testing/given.ts';
import { appointed, delegation, item, person, scheduled, venueAdded } from '../testing/past.ts';

const outline = {
  meetingId: MEETING,
  title: 'Digital Space Work Conference',
  organisation: 'CASIC',
  timeZone: 'Asia/Shanghai',
  startsAt: '2021-05-26T09:00:00+08:00',
  endsAt: '2021-05-26T11:50:00+08:00',
};
const capital = (id: string) => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
const named = (attendeeId: string, more = {}) => ({ attendeeId, name: capital(attendeeId), unit: 'CASIC', ...more });
const body = (delegationId: string, more = {}) => ({
  delegationId,
  name: capital(delegationId),
  unit: 'CASIC',
  ...more,
});

describe('a meeting scheduled with its parts', () => {
  it('has venues, roster, officers and agenda at once, each naming the others', () => {
    const { agenda, officers, roster } = given()
      .when('schedule-meeting', {
        ...outline,
        items: [
          { itemId: 'report', kind: 'report', title: 'The report', presenters: ['wei'], plannedMinutes: 35 },
          { itemId: 'closing', kind: 'closing', title: 'Closing' },
        ],
        officers: { chair: 'liu', deputies: ['wei', 'wei'], secretary: 'sun' },
        delegations: [body('academy', { headId: 'wei', expected: 6, venueId: 'main' })],
        attendees: [named('liu', { precedence: 4 }), named('wei', { venueId: 'main' }), named('sun')],
        venues: [{ venueId: 'main', name: 'Beijing', main: true }],
      })
      .then(
        scheduled(),
        venueAdded('main', { name: 'Beijing', main: true }),
        person('liu', { precedence: 4 }),
        person('wei', { precedence: 5, venueId: 'main' }),
        person('sun', { precedence: 6 }),
        delegation('academy', {
          unit: 'CASIC',
          precedence: 7,
          headId: 'wei',
          expected: 6,
          venueId: 'main',
        }),
        appointed('chair', 'liu'),
        appointed('deputy', 'wei'),
        appointed('secretary', 'sun'),
        item('report', { kind: 'report', title: 'The report', presenters: ['wei'], plannedMinutes: 35 }),
        item('closing', { kind: 'closing', title: 'Closing' }),
      );
    expect(agenda.order).toEqual(['report', 'closing']);
    expect(officers).toMatchObject({ chair: 'liu', deputies: ['wei'], secretary: 'sun' });
    expect(roster.attendees.size).toBe(3);
  });

  it('is refused as a whole where one part leads nowhere', () => {
    const cases = [
      ['roster.unknown-venue', { attendees: [named('liu', { venueId: 'none' })] }],
      ['roster.namesake', { attendees: [named('liu'), named('liu-2', { name: 'Liu' })] }],
      ['roster.namesake', { delegations: [body('academy'), body('academy-2', { name: 'Academy' })] }],
      ['roster.id-taken', { attendees: [named('liu'), named('liu', { name: 'Liu the second' })] }],
      ['roster.id-taken', { attendees: [named('liu')], delegations: [body('liu')] }],
      ['roster.unknown', { delegations: [body('academy', { headId: 'liu' })] }],
      ['roster.two-heads', { attendees: [named('liu')], delegations: [body('a', { headId: 'liu', headName: 'Liu' })] }],
      ['roster.unknown', { officers: { chair: 'liu' } }],
      ['officers.chair-and-secretary', { attendees: [named('liu')], officers: { chair: 'liu', secretary: 'liu' } }],
      ['officers.chair-as-deputy', { attendees: [named('liu')], officers: { chair: 'liu', deputies: ['liu'] } }],
      ['roster.unknown', { items: [{ itemId: 'report', title: 'Report', presenters: ['liu'] }] }],
      [
        'agenda.item-exists',
        {
          items: [
            { itemId: 'report', title: 'Report' },
            { itemId: 'report', title: 'Another' },
          ],
        },
      ],
    ] as const;
    for (const [code, parts] of cases) {
      given()
        .when('schedule-meeting', { ...outline, ...structuredClone(parts) } as never)
        .refused(code);
    }
  });

  it('takes no documents, and no place before another item', () => {
    for (const more of [{ documents: ['plan'] }, { beforeItemId: 'report' }]) {
      const items = [{ itemId: 'report', title: 'Report', ...more }];
      given()
        .when('schedule-meeting', { ...outline, items } as never)
        .malformed('items.0');
    }
  });

  it('may have five thousand names and two hundred items', () => {
    const attendees = Array.from({ length: 5000 }, (_, place) => named(`a-${place}`));
    const items = Array.from({ length: 200 }, (_, place) => ({
      itemId: `i-${place}`,
      title: `Item ${place}`,
      presenters: [`a-${place}`],
    }));
    given()
      .when('schedule-meeting', { ...outline, attendees, items })
      .then(
        scheduled(),
        ...attendees.map(({ attendeeId }, place) => person(attendeeId, { precedence: place + 1 })),
        ...items.map(({ itemId, title, presenters }) => item(itemId, { title, presenters })),
      );
    given()
      .when('schedule-meeting', { ...outline, attendees: [...attendees, named('one-more')] })
      .malformed('attendees');
  });
});
