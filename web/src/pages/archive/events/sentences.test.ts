import { streams } from '@rostrum/events';
import { Playback } from '@rostrum/projections';
import { describe, expect, it } from 'vitest';
import { en } from '../../../i18n/en.ts';
import { archive } from '../../../i18n/en/archive.ts';
import { record } from '../../../i18n/en/record.ts';
import { formats } from '../../../i18n/format.ts';
import { translator, translatorOf } from '../../../i18n/words.ts';
import type { Entry } from '../../../i18n/words.ts';
import { zhCN } from '../../../i18n/zh-CN.ts';
import { archive as chineseArchive } from '../../../i18n/zh-CN/archive.ts';
import { record as chineseRecord } from '../../../i18n/zh-CN/record.ts';
import { heldPlayback, recordOf } from '../record/record.fixture.ts';
import { addAskers, namesOf } from './names.ts';
import { sentenceOf } from './sentences.ts';
import type { Telling } from './sentences.ts';

const playback = heldPlayback();
const askers = new Map<string, string>();
addAskers(askers, playback, 0);
const names = namesOf(playback.latest, askers);
const english: Telling = {
  r: translatorOf<typeof record>('en', record),
  t: translator('en', en),
  names,
  formats: formats('en', 'Asia/Shanghai'),
};
const chinese: Telling = {
  r: translatorOf<typeof record>('zh-CN', chineseRecord),
  t: translator('zh-CN', zhCN),
  names,
  formats: formats('zh-CN', 'Asia/Shanghai'),
};
const said = (type: string, data: object, telling = english) => sentenceOf({ type, data }, telling);

describe('the sentence of an event', () => {
  it('names people and items in the place of ids', () => {
    expect(said('ItemCalled', { itemId: 'i2' })).toBe('Item called: 2 Report');
    expect(said('FloorGiven', { speakerId: 'wei' })).toBe('Wei Yiyin has the floor');
    expect(said('FloorYielded', { speechId: 'f1' })).toBe('Liu Shiquan yields the floor');
    expect(said('FloorYielded', { speechId: 'f1' }, chinese)).toBe('Liu Shiquan发言完毕');
  });

  it('tells the one case from the other', () => {
    expect(said('FloorPaused', { speechId: 'f2', questionerId: null })).toBe('Wei Yiyin paused for a question');
    expect(said('FloorPaused', { speechId: 'f2', questionerId: 'liu' })).toBe(
      'Wei Yiyin paused for a question by Liu Shiquan',
    );
    expect(said('VoteCast', { voterId: 'liu', choice: 'against' })).toBe('Liu Shiquan votes against');
    expect(said('UnitBudgetSet', { unit: 'CASIC', limitSeconds: null })).toBe(
      'Speaking time of CASIC no longer limited',
    );
  });

  it('knows who asked for the floor when the request has left the queue', () => {
    const request = { requestId: 'r1', speakerId: 'wei', kind: 'speech', note: null };
    const asked = new Playback(recordOf([['01:00:00', 'FloorRequested', request]]));
    const known = new Map<string, string>();
    addAskers(known, asked, 0);
    const telling = { ...english, names: namesOf(playback.latest, known) };
    expect(said('FloorRequestDismissed', { requestId: 'r1' }, telling)).toBe(
      'Request of Wei Yiyin for the floor dismissed',
    );
    expect(said('FloorRequestDismissed', { requestId: 'r2' }, telling)).toBe(
      'Request of somebody for the floor dismissed',
    );
  });

  it('is there for every type of the record, and for a newer one the type itself', () => {
    const types = (['meeting', 'attendance', 'conversation', 'directive'] as const).flatMap((family) =>
      Object.keys(streams[family].events),
    );
    const begins = (type: string) => Object.keys(record).some((key) => key === type || key.startsWith(`${type}.`));
    expect(types.filter((type) => !begins(type))).toEqual([]);
    expect(said('SomethingNewer', {})).toBe('SomethingNewer');
  });

  it('can be made of every event of a held meeting', () => {
    for (let place = 0; place < playback.length; place++) {
      const event = playback.eventAt(place)!;
      expect(sentenceOf(event, english)).not.toMatch(/[{}]|undefined/);
      expect(sentenceOf(event, chinese)).not.toMatch(/[{}]|undefined/);
    }
  });
});

describe('the words of the archive', () => {
  const sentencesOf = (entry: Entry) => (typeof entry === 'string' ? [entry] : Object.values(entry));
  const slotsOf = (entry: Entry) =>
    new Set(sentencesOf(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot)));
  const pairs = [
    [archive, chineseArchive],
    [record, chineseRecord],
  ] as const satisfies readonly (readonly [Readonly<Record<string, Entry>>, Readonly<Record<string, Entry>>])[];

  it('have the same keys and slots in both languages', () => {
    for (const [first, second] of pairs as readonly (readonly [Record<string, Entry>, Record<string, Entry>])[]) {
      expect(Object.keys(second)).toEqual(Object.keys(first));
      for (const key of Object.keys(first)) expect([key, slotsOf(second[key]!)]).toEqual([key, slotsOf(first[key]!)]);
    }
  });

  it('have no key in both dictionaries and no exclamation mark', () => {
    expect(Object.keys(archive).filter((key) => key in record)).toEqual([]);
    const all = pairs.flat().flatMap((words) => Object.values<Entry>(words).flatMap(sentencesOf));
    expect(all.filter((text) => text.trim() === '' || /[!！]/.test(text))).toEqual([]);
  });
});
