import { describe, expect, it } from 'vitest';
import { sha256Of } from '../kernel/digest.ts';
import { attendee, given, organizer } from '../testing/given.ts';
import { called, happened, inRecess, item, open, over, ready, underReport } from '../testing/past.ts';
import { currentVersion, hasRead, readersOf } from './documents.ts';

const file = (name: string) => ({
  fileName: `${name}.pdf`,
  mediaType: 'application/pdf',
  sizeBytes: 482_113,
  sha256: sha256Of(name),
});
const plan = { title: 'Overall plan', ...file('plan') };

type Other = { itemId?: string; distribution?: 'everyone' | 'officers'; confirmReading?: boolean };
const tabled = (other: Other = {}, documentId = 'plan') =>
  happened('DocumentTabled', {
    documentId,
    ...plan,
    itemId: null,
    distribution: 'everyone',
    confirmReading: false,
    ...other,
  });

const toConfirm = tabled({ confirmReading: true });

const replaced = (distribution: 'everyone' | 'officers' = 'everyone') =>
  happened('DocumentReplaced', { documentId: 'plan', ...file('plan-2'), distribution });

const withdrawn = happened('DocumentWithdrawn', { documentId: 'plan', reason: null, distribution: 'everyone' });

const announced = (other: { itemId?: string; confirmReading?: boolean } = {}) =>
  happened('DocumentAnnounced', {
    documentId: 'plan',
    ...plan,
    itemId: null,
    confirmReading: false,
    announcedUnder: 'report',
    ...other,
  });

const read = (attendeeId: string, name = 'plan', distribution: 'everyone' | 'officers' = 'everyone') =>
  happened('DocumentRead', { documentId: 'plan', attendeeId, sha256: sha256Of(name), distribution });

describe('Tabling a document', () => {
  it('needs a title and the file, and goes to everyone', () => {
    given(...ready)
      .when('table-document', { documentId: 'plan', ...plan })
      .then(tabled());
    given(...ready)
      .when('table-document', plan)
      .then(tabled({}, 'command-1'));
  });

  it('may belong to an item, go to officers alone, and ask to be confirmed', () => {
    const other = { itemId: 'report', distribution: 'officers', confirmReading: true } as const;
    given(...underReport)
      .by(attendee('sun'))
      .when('table-document', { documentId: 'plan', ...plan, ...other })
      .then(tabled(other));
  });

  it('is refused under an item that is unknown or withdrawn', () => {
    given(...ready)
      .when('table-document', { ...plan, itemId: 'nothing' })
      .refused('agenda.unknown');
    given(...ready, item('spare'), happened('ItemWithdrawn', { itemId: 'spare', reason: null }))
      .when('table-document', { ...plan, itemId: 'spare' })
      .refused('agenda.item-withdrawn');
  });

  it('is refused where the id stands for another file', () => {
    given(...ready, tabled())
      .when('table-document', { documentId: 'plan', ...plan, ...file('another') })
      .refused('documents.exists');
  });

  it('takes no folder for a file name, no sentence for a media type, no short digest', () => {
    const past = given(...ready);
    past.when('table-document', { ...plan, fileName: '../plan.pdf' }).malformed('fileName');
    past.when('table-document', { ...plan, fileName: 'C:\\plan.pdf' }).malformed('fileName');
    past.when('table-document', { ...plan, mediaType: 'a pdf file' }).malformed('mediaType');
    past.when('table-document', { ...plan, sha256: 'abc' }).malformed('sha256');
    past.when('table-document', { ...plan, sizeBytes: -1 }).malformed('sizeBytes');
  });

  it('is for officers, until the meeting closes', () => {
    given(...ready)
      .by(attendee('wei'))
      .when('table-document', plan)
      .refused('meeting.not-permitted');
    given(...over)
      .when('table-document', plan)
      .refused('meeting.closed');
  });
});

describe('Replacing a document', () => {
  it('puts a new version in its place and keeps the old one', () => {
    const { documents } = given(...ready, tabled({ distribution: 'officers' }))
      .when('replace-document', { documentId: 'plan', ...file('plan-2') })
      .then(replaced('officers'));
    const document = documents.all.get('plan')!;
    expect(document.versions.map((version) => version.fileName)).toEqual(['plan.pdf', 'plan-2.pdf']);
    expect(currentVersion(document).sha256).toBe(sha256Of('plan-2'));
  });

  it('records nothing where the version that counts has this content', () => {
    given(...ready, tabled(), replaced())
      .when('replace-document', { documentId: 'plan', ...file('plan-2') })
      .thenNothing();
  });

  it('may bring an earlier version back', () => {
    given(...ready, tabled(), replaced())
      .when('replace-document', { documentId: 'plan', ...file('plan') })
      .then(happened('DocumentReplaced', { documentId: 'plan', ...file('plan'), distribution: 'everyone' }));
  });

  it('is refused where it is unknown, withdrawn or announced', () => {
    const second = { documentId: 'plan', ...file('plan-2') };
    given(...ready)
      .when('replace-document', second)
      .refused('documents.unknown');
    given(...ready, tabled(), withdrawn)
      .when('replace-document', second)
      .refused('documents.withdrawn');
    given(...underReport, tabled(), announced())
      .when('replace-document', second)
      .refused('documents.announced');
  });

  it('is for officers', () => {
    given(...ready, tabled())
      .by(attendee('wei'))
      .when('replace-document', { documentId: 'plan', ...file('plan-2') })
      .refused('meeting.not-permitted');
  });
});

describe('Withdrawing a document', () => {
  it('takes it back with the reason and keeps it in the record', () => {
    const { documents } = given(...ready, tabled())
      .when('withdraw-document', { documentId: 'plan', reason: 'Another meeting' })
      .then(happened('DocumentWithdrawn', { documentId: 'plan', reason: 'Another meeting', distribution: 'everyone' }));
    expect(documents.all.get('plan')?.withdrawn?.reason).toBe('Another meeting');
    given(...ready, tabled(), withdrawn)
      .when('withdraw-document', { documentId: 'plan' })
      .thenNothing();
  });

  it('is refused where it is unknown or announced, and to an attendee', () => {
    given(...ready)
      .when('withdraw-document', { documentId: 'plan' })
      .refused('documents.unknown');
    given(...underReport, tabled(), announced())
      .when('withdraw-document', { documentId: 'plan' })
      .refused('documents.announced');
    given(...ready, tabled())
      .by(attendee('wei'))
      .when('withdraw-document', { documentId: 'plan' })
      .refused('meeting.not-permitted');
  });
});

describe('Announcing a document', () => {
  it('tells it whole, under the item that is open, and distributes it to everyone', () => {
    const { documents } = given(...underReport, tabled({ distribution: 'officers', itemId: 'exchange' }))
      .when('announce-document', { documentId: 'plan' })
      .then(announced({ itemId: 'exchange' }));
    expect(documents.all.get('plan')).toMatchObject({
      distribution: 'everyone',
      announced: { itemId: 'report' },
      itemId: 'exchange',
    });
  });

  it('tells the version that counts and keeps the earlier ones', () => {
    const { documents } = given(...underReport, tabled(), replaced())
      .when('announce-document', { documentId: 'plan' })
      .then({ ...announced(), data: { ...announced().data, ...file('plan-2') } });
    expect(documents.all.get('plan')?.versions).toHaveLength(2);
  });

  it('happens once', () => {
    given(...underReport, tabled(), announced())
      .when('announce-document', { documentId: 'plan' })
      .thenNothing();
  });

  it('is refused where it is unknown or withdrawn', () => {
    given(...underReport)
      .when('announce-document', { documentId: 'plan' })
      .refused('documents.unknown');
    given(...underReport, tabled(), withdrawn)
      .when('announce-document', { documentId: 'plan' })
      .refused('documents.withdrawn');
  });

  it('is refused without an open item, in a recess, and before opening', () => {
    given(...open, tabled())
      .when('announce-document', { documentId: 'plan' })
      .refused('agenda.no-item');
    given(...inRecess, tabled())
      .when('announce-document', { documentId: 'plan' })
      .refused('meeting.in-recess');
    given(...ready, tabled())
      .when('announce-document', { documentId: 'plan' })
      .refused('meeting.not-open');
  });

  it('is for officers', () => {
    given(...underReport, tabled())
      .by(attendee('wei'))
      .when('announce-document', { documentId: 'plan' })
      .refused('meeting.not-permitted');
  });
});

describe('Confirming to have read a document', () => {
  it('is done by an attendee for themselves', () => {
    const { documents } = given(...ready, toConfirm)
      .by(attendee('wei'))
      .when('confirm-reading', { documentId: 'plan' })
      .then(read('wei'));
    expect(readersOf(documents.all.get('plan')!)).toEqual(['wei']);
  });

  it('is possible after closing', () => {
    given(...over, toConfirm)
      .by(attendee('wei'))
      .when('confirm-reading', { documentId: 'plan', sha256: sha256Of('plan') })
      .then(read('wei'));
  });

  it('counts for the version read: a new one is read anew', () => {
    const past = given(...ready, toConfirm, read('wei'), replaced());
    expect(hasRead(past.state.documents.all.get('plan')!, 'wei')).toBe(false);
    expect(readersOf(past.state.documents.all.get('plan')!)).toEqual([]);
    past.by(attendee('wei')).when('confirm-reading', { documentId: 'plan' }).then(read('wei', 'plan-2'));
  });

  it('is refused where the version read was replaced meanwhile', () => {
    given(...ready, toConfirm, replaced())
      .by(attendee('wei'))
      .when('confirm-reading', { documentId: 'plan', sha256: sha256Of('plan') })
      .refused('documents.replaced', { sha256: sha256Of('plan-2') });
  });

  it('is refused where nobody asked for it, or the document is withdrawn', () => {
    given(...ready, tabled())
      .by(attendee('wei'))
      .when('confirm-reading', { documentId: 'plan' })
      .refused('documents.no-confirmation');
    given(...ready, toConfirm, withdrawn)
      .by(attendee('wei'))
      .when('confirm-reading', { documentId: 'plan' })
      .refused('documents.withdrawn');
  });

  it('does not tell of a document that goes to officers alone, who may confirm it', () => {
    const past = given(...ready, tabled({ confirmReading: true, distribution: 'officers' }));
    past.by(attendee('wei')).when('confirm-reading', { documentId: 'plan' }).refused('documents.unknown');
    past.by(attendee('wei')).when('confirm-reading', { documentId: 'other' }).refused('documents.unknown');
    past
      .by(attendee('sun'))
      .when('confirm-reading', { documentId: 'plan' })
      .then(read('sun', 'plan', 'officers'));
  });

  it('is not for accounts, who are not in the room', () => {
    given(...ready, toConfirm)
      .by(organizer)
      .when('confirm-reading', { documentId: 'plan' })
      .refused('meeting.not-permitted');
  });

  it('is possible from the announcement on for what went to officers alone before', () => {
    given(
      ...underReport,
      tabled({ confirmReading: true, distribution: 'officers' }),
      announced({ confirmReading: true }),
      called('exchange'),
    )
      .by(attendee('wei'))
      .when('confirm-reading', { documentId: 'plan' })
      .then(read('wei'));
  });
});
