import { describe, expect, it } from 'vitest';
import { after, draft } from '../meeting.fixture.ts';
import { commendationTyped, draftOf, emptyCommendation, emptyRecipient, entryOf } from './commendation-draft.ts';

describe('a commendation in its form', () => {
  it('is the commendation, as long as nothing is typed', () => {
    const meeting = after(
      [
        [
          'prepare-commendation',
          {
            commendationId: 'c1',
            award: 'Advanced collective in informationization work',
            period: '2018-2020',
            category: 'collective',
            recipients: [{ name: 'Information Department', unit: 'CASIC / Headquarters' }, { name: 'CASICloud' }],
          },
        ],
      ],
      draft(),
    );
    const commendation = meeting.commendations.all.get('c1')!;
    expect(commendationTyped(draftOf(commendation))).toEqual(entryOf(commendation));
  });

  it('leaves out a row for a recipient that was not filled in', () => {
    const filled = { name: 'CASICloud', unit: '', rosterId: null };
    const typed = commendationTyped({ ...emptyCommendation(), recipients: [emptyRecipient(), filled] });
    expect(typed.recipients).toEqual([{ name: 'CASICloud', unit: null, rosterId: null }]);
  });
});
