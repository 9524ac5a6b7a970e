import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf } from './kind-of.ts';
import { pastedItems } from './pasted.ts';

const titles = (text: string) => pastedItems(text).map(({ title }) => title);

describe('a pasted agenda', () => {
  it('is one item a line, without what counts the lines', () => {
    expect(titles('1. Opening\r\n2) Report\n\n- Exchange of views\n（三）讲话\n四、闭幕\n  • Break ')).toEqual([
      'Opening',
      'Report',
      'Exchange of views',
      '讲话',
      '闭幕',
      'Break',
    ]);
  });

  it('has the minutes that a line says, in either language, as a span of time or as a cell of a sheet', () => {
    const text = [
      'Opening by the chair (5 min)',
      '工作报告（35分钟）',
      '09:40–09:50 Overall plan',
      '4\tCommendations\t15',
      'Exchange, 40 minutes',
      '23:50-00:10 Closing',
      'Report of 2020',
    ].join('\n');
    expect(pastedItems(text).map(({ title, plannedMinutes }) => [title, plannedMinutes])).toEqual([
      ['Opening by the chair', 5],
      ['工作报告', 35],
      ['Overall plan', 10],
      ['Commendations', 15],
      ['Exchange', 40],
      ['Closing', 20],
      ['Report of 2020', null],
    ]);
  });

  it('leaves figures that belong to the title, and takes no minutes that no item can have', () => {
    expect(titles('14th Five-Year Plan\n1.5 degrees\n2021 conference')).toEqual([
      '14th Five-Year Plan',
      '1.5 degrees',
      '2021 conference',
    ]);
    expect(pastedItems('Report 0 min\nReport 1441 min').map(({ plannedMinutes }) => plannedMinutes)).toEqual([
      null,
      null,
    ]);
  });

  it('reads back what was written as title and minutes', () => {
    const title = fc
      .stringMatching(/^[A-Za-z<>&"😀\u0627-\u064A一-龥][A-Za-z<>&"😀\u0627-\u064A一-龥 ]{0,60}$/u)
      .map((text) => text.trim());
    const minutes = fc.integer({ min: 1, max: 1440 });
    fc.assert(
      fc.property(fc.array(fc.tuple(title, minutes), { maxLength: 20 }), (items) => {
        const text = items.map(([name, many]) => `${name}\t${many}`).join('\n');
        expect(pastedItems(text).map((item) => [item.title, item.plannedMinutes])).toEqual(items);
      }),
    );
  });

  it('is nothing but lines with something in them, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { title } of pastedItems(text)) expect(title.trim()).not.toBe('');
      }),
    );
  });
});

describe('the kind of an item', () => {
  it('is guessed from its title', () => {
    expect(
      ['Opening by the chair', 'Report on the water supply', '表彰先进', 'Coffee break', '闭幕', 'Other matters'].map(
        kindOf,
      ),
    ).toEqual(['opening', 'report', 'commendation', 'break', 'closing', 'discussion']);
  });
});
