// The minutes as Markdown (CommonMark 0.31 with the tables of GFM). Whatever stands in the record comes out as the very
// text it is: no name, title or motion can become a heading, a link, HTML or another column.

import type { Block, Entry, MinutesDocument, Said, Section } from './document.ts';
import { wordsFor } from './words.ts';
import type { MinutesWords } from './words.ts';

/** Marks that mean something wherever they stand. */
const MARKS = /[\\`*_[\]<>|~#]/g;
/** An ampersand that could begin a character reference; of a numeric one the # is a mark. */
const REFERENCE = /&(?=\w+;)/g;
/** What makes a list, a rule or a heading of a line that begins with it. */
const BEGINNING = /^(?:([-+=])(?=[-+=\s]|$)|(\d{1,9})([.)])(?=\s|$))/;

const escapedLine = (line: string): string =>
  line
    .trim()
    .replaceAll(MARKS, '\\$&')
    .replaceAll(REFERENCE, '\\&')
    .replace(BEGINNING, (_whole, mark: string | undefined, number: string, dot: string) =>
      mark === undefined ? `${number}\\${dot}` : `\\${mark}`,
    );

/** Text of one or more lines so that a reader of Markdown shows exactly this text; lines are broken where they were. */
export const escapeMarkdown = (text: string, indent = ''): string =>
  text
    .split(/\s*[\n\r\u2028\u2029]\s*/)
    .filter((line) => line !== '')
    .map(escapedLine)
    .join(`\\\n${indent}`);

/** Text for a cell: in one line. */
const cell = (text: string): string => escapeMarkdown(text.replaceAll(/\s+/g, ' '));

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Text as it stands, line by line, as a block quotation. */
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line, place, lines) => {
      const kept = escapedLine(line);
      if (kept === '') return '>';
      return `> ${kept}${lines[place + 1]?.trim() ? '\\' : ''}`;
    })
    .join('\n');

class Writer {
  readonly #words: MinutesWords;

  constructor(language: string) {
    this.#words = wordsFor(language);
  }

  section(section: Section, depth: number): readonly string[] {
    return [
      `${'#'.repeat(Math.min(depth, 6))} ${escapeMarkdown(section.heading)}`,
      ...section.blocks.map((block) => this.#block(block)),
      ...(section.edited === null ? [] : [`*${escapeMarkdown(section.edited.note.text)}*`]),
      ...section.sections.flatMap((below) => this.section(below, depth + 1)),
    ];
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return escapeMarkdown(block.sentences.map(({ text }) => text).join(this.#words.between));
      // Another mark than that of lists: a list that follows is then a list of its own (CommonMark 0.31, 5.3).
      case 'facts':
        return block.facts.map(({ name, said }) => `- ${this.#labelled(name, said, '  ')}`).join('\n');
      case 'list':
        return block.entries
          .map((entry, place) => this.#entry(entry, block.numbered ? `${place + 1}. ` : '* '))
          .join('\n');
      case 'table':
        return [
          row(block.columns.map(cell)),
          row(block.columns.map(() => '---')),
          ...block.rows.map(({ cells }) => row(cells.map(cell))),
        ].join('\n');
      case 'quotation':
        return quoted(block.said.text);
    }
  }

  #entry({ label, said, notes }: Entry, mark: string): string {
    const indent = ' '.repeat(mark.length);
    const text = label === null ? escapeMarkdown(said.text, indent) : this.#labelled(label, said, indent);
    return [`${mark}${text}`, ...notes.map((note) => `${indent}- ${escapeMarkdown(note.text, `${indent}  `)}`)].join(
      '\n',
    );
  }

  #labelled(label: string, { text }: Said, indent: string): string {
    return `**${escapeMarkdown(label)}**${this.#words.colon}${escapeMarkdown(text, indent)}`;
  }
}

/** The minutes as Markdown, with a line break at the end: the same document always gives the same bytes. */
export function renderMarkdown(document: MinutesDocument): string {
  const writer = new Writer(document.language);
  return `${[
    `# ${escapeMarkdown(document.title)}`,
    escapeMarkdown(document.subtitle),
    ...(document.draft === null ? [] : [`*${escapeMarkdown(document.draft)}*`]),
    ...[...document.sections, ...document.after].flatMap((section) => writer.section(section, 2)),
  ]
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}
