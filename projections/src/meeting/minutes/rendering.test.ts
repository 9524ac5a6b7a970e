import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE, heldConference } from '../../testing/conference.ts';
import { Rehearsal } from '../../testing/rehearsal.ts';
import { entry, list, paragraph, said, section } from './document.ts';
import type { MinutesDocument, Section } from './document.ts';
import { escapeHtml, renderHtml } from './html.ts';
import { escapeMarkdown, renderMarkdown } from './markdown.ts';
import { minutesOf } from './minutes.ts';

const page = (...sections: readonly Section[]): MinutesDocument => ({
  template: 1,
  language: 'en',
  title: 'Minutes',
  subtitle: 'House',
  draft: null,
  sections,
  after: [],
});

const texts = fc.string({ unit: fc.constantFrom(...'\\`*_{}[]<>()#+-=.!|~&;1 \n\t"\'ab数x'.split('')), maxLength: 30 });

/** What a reader of CommonMark shows of one line whose marks are all escaped: the escapes taken away. */
const shown = (markdown: string) => markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');

describe('Markdown', () => {
  it.each([
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['1. first', '1\\. first'],
    ['12) twelfth', '12\\) twelfth'],
    ['2018-2020 and "1+4"', '2018-2020 and "1+4"'],
    ['1.5 million', '1.5 million'],
    ['a | b', 'a \\| b'],
    ['<b>bold</b>', '\\<b\\>bold\\</b\\>'],
    ['[a](http://b)', '\\[a\\](http://b)'],
    ['*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
    ['a & b &amp; &#60; &x', 'a & b \\&amp; &\\#60; &x'],
    ['\\', '\\\\'],
    ['    code', 'code'],
    ['one\n# two\n\n- three', 'one\\\n\\# two\\\n\\- three'],
  ])('shows %j as it is', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it('brings back the text when its marks are taken away', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = text.replaceAll(/\s+/g, ' ').trim();
        expect(shown(escapeMarkdown(line))).toBe(line);
      }),
    );
  });

  it('leaves no mark that could be read as one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const line of escapeMarkdown(text).split('\\\n')) {
          expect(line.replaceAll(/\\[!-/:-@[-`{-~]/g, '·')).not.toMatch(
            /[`*_[\]<>|~#]|^(?:[-+=](?:\s|$)|\d{1,9}[.)](?:\s|$))|^\s|&#?\w+;/,
          );
        }
      }),
    );
  });

  it('keeps a table a table, whatever stands in its cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 4 }), (rows) => {
        const table = {
          kind: 'table' as const,
          columns: ['A', 'B'],
          rows: rows.map((cells) => ({ cells, events: [] })),
        };
        const lines = renderMarkdown(page(section('s', 'S', [table])))
          .trimEnd()
          .split('\n')
          .slice(6);
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines) expect(line.replaceAll(/\\./g, '').split('|')).toHaveLength(4);
      }),
    );
  });

  it('sets sections under headings, edits under their text, lists with their notes', () => {
    const inner = {
      ...section('b', 'Inner', paragraph(said('One.'), said('Two.'))),
      edited: { at: '', note: said('Edited.') },
    };
    const blocks = [
      ...list([entry(said('Point'), 'Label', [said('Note')])]),
      ...list([entry(said('first')), entry(said('second'))], true),
    ];
    expect(renderMarkdown(page(section('a', 'Outer', blocks, [inner])))).toBe(
      `# Minutes\n\nHouse\n\n## Outer\n\n* **Label**: Point\n  - Note\n\n1. first\n2. second\n\n### Inner\n\nOne. Two.\n\n*Edited.*\n`,
    );
  });

  it('quotes a text line by line', () => {
    const quotation = { kind: 'quotation' as const, said: said('One\n# Two\n\nThree') };
    expect(renderMarkdown(page(section('a', 'A', [quotation])))).toContain('> One\\\n> \\# Two\n>\n> Three\n');
  });
});

describe('HTML', () => {
  const html = () => {
    const { view, events } = heldConference();
    return renderHtml(minutesOf(view, events, 'en'));
  };

  it('is one page that loads nothing and runs nothing', () => {
    expect(html()).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html()).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=|javascript:/i);
  });

  it('shows hostile text as text', () => {
    expect(html()).toContain(escapeHtml(HOSTILE));
    expect(html()).not.toContain('<script>');
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });

  it('gives sections their ids and sentences their events', () => {
    const { view, events } = heldConference();
    const opened = events.find(({ type }) => type === 'MeetingOpened')!.id;
    expect(html()).toContain('<section id="item-report">\n<h2>2. Fully Promoting');
    expect(html()).toContain(`<span data-events="${opened}">Liu Shiquan opened the meeting`);
    expect(renderHtml(minutesOf(view, events, 'zh-CN'))).toContain('<html lang="zh-CN">');
  });

  it('is well formed: every element that is opened is closed', () => {
    const open: string[] = [];
    const closed = [...html().matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)].flatMap(([, slash, name]) => {
      if (slash !== '') return [[open.pop(), name]];
      if (name !== 'meta') open.push(name!);
      return [];
    });
    expect(open).toEqual([]);
    expect(closed.filter(([opened, name]) => opened !== name)).toEqual([]);
  });
});

describe('Both', () => {
  it('give the same bytes for the same record', () => {
    const [one, two] = [heldConference(), heldConference()];
    expect(renderHtml(minutesOf(one.view, one.events, 'en'))).toBe(renderHtml(minutesOf(two.view, two.events, 'en')));
    expect(renderMarkdown(minutesOf(one.view, one.events, 'zh-CN'))).toBe(
      renderMarkdown(minutesOf(two.view, two.events, 'zh-CN')),
    );
  });

  it('bear a meeting that was only just scheduled', () => {
    const meeting = new Rehearsal('bare');
    const times = { timeZone: 'UTC', startsAt: '2021-05-26T09:00:00Z', endsAt: '2021-05-26T10:00:00Z' };
    meeting.give('schedule-meeting', { meetingId: 'bare', title: HOSTILE, organisation: HOSTILE, ...times });
    const document = minutesOf(meeting.view, meeting.events, 'en');
    expect(renderMarkdown(document)).toContain(`# Minutes: ${escapeMarkdown(HOSTILE)}\n`);
    expect(renderHtml(document)).toContain(`<title>Minutes: ${escapeHtml(HOSTILE)}</title>`);
  });
});
