import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from './refusals.ts';
import type { Refused } from './refusals.ts';
import { refusals } from './zh-CN/refusals.ts';

const say = (code: string, message: string, facts: Refused['facts'] = {}) =>
  sentenceOf(refusals, { code, message, facts });

describe('the sentence of a refusal', () => {
  it('says the facts', () => {
    expect(say('meeting.no-quorum', '', { present: 12, quorum: 30 })).toBe(
      '到会 12 人，法定人数为 30 人。请等待，或说明理由后开会。',
    );
  });

  it('keeps the names of the server’s sentence', () => {
    expect(say('floor.already-held', 'Liu Shiquan has the floor. Take it back first.')).toBe(
      'Liu Shiquan正在发言。请先收回发言权。',
    );
    expect(
      say(
        'roster.namesake',
        'Li Hua (CASIC / Second Academy) is on the roster already. Revise that entry, or add more.',
      ),
    ).toBe('Li Hua（CASIC / Second Academy）已在名单上。请修改该条目，或在姓名中注明区别。');
  });

  it('tells every blocker of a closing', () => {
    const blockers = [
      { code: 'floor.held', message: 'The floor is held.', about: 's1' },
      { code: 'agenda.item-open', message: '“Report” is still open. Conclude it first.', about: 'i2' },
    ];
    expect(say('meeting.not-finished', '', { blockers })).toBe(
      '有人正在发言。请收回发言权，或等待发言结束。“Report”正在进行。请先结束该项。',
    );
  });

  it('is left to the server where a fact is missing or the code is unknown', () => {
    expect(say('meeting.no-quorum', '', { present: 12 })).toBeUndefined();
    expect(say('floor.unheard-of', 'Something.')).toBeUndefined();
  });
});

it('knows a Chinese sentence for every code that the rules of a meeting refuse with', () => {
  const slices = new URL('../../../events/src/', import.meta.url);
  const sources = readdirSync(slices, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/test|fixture|testing|golden/.test(name),
  );
  const areas =
    'meeting|officers|agenda|roster|attendance|floor|conversation|directives?|statements|commendations|documents|decisions|minutes|door|account|contact';
  const codes = new Set(
    sources.flatMap((name) =>
      Array.from(
        readFileSync(new URL(name, slices), 'utf8').matchAll(new RegExp(`'((?:${areas})\\.[a-z-]+)',`, 'g')),
        ([, code]) => code!,
      ),
    ),
  );
  codes.delete('meeting.not-finished');
  expect(codes.size).toBeGreaterThan(100);
  expect(Array.from(codes).filter((code) => refusals[code] === undefined)).toEqual([]);
});
