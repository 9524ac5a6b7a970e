// The minutes as one HTML page: nothing is loaded, nothing runs, it prints as it is. Every sentence carries the ids of the
// events that it says in `data-events`.

import type { Block, Entry, MinutesDocument, Said, Section } from './document.ts';
import { MINUTES_STYLE } from './html-style.ts';
import { wordsFor } from './words.ts';
import type { MinutesWords } from './words.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text so that a browser shows exactly this text, between tags and in attributes. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark]!);

const eventsOf = (events: readonly string[]): string =>
  events.length === 0 ? '' : ` data-events="${escapeHtml(events.join(' '))}"`;

const span = ({ text, events }: Said): string => `<span${eventsOf(events)}>${escapeHtml(text)}</span>`;

class Writer {
  readonly #words: MinutesWords;

  constructor(language: string) {
    this.#words = wordsFor(language);
  }

  section(section: Section, depth: number): string {
    const tag = `h${Math.min(depth, 6)}`;
    return [
      `<section id="${escapeHtml(section.id)}">`,
      `<${tag}>${escapeHtml(section.heading)}</${tag}>`,
      ...section.blocks.map((block) => this.#block(block)),
      ...(section.edited === null ? [] : [`<p class="note">${span(section.edited.note)}</p>`]),
      ...section.sections.map((below) => this.section(below, depth + 1)),
      '</section>',
    ].join('\n');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return `<p>${block.sentences.map(span).join(this.#words.between)}</p>`;
      case 'facts':
        return `<dl>\n${block.facts.map(({ name, said }) => `<dt>${escapeHtml(name)}</dt><dd>${span(said)}</dd>`).join('\n')}\n</dl>`;
      case 'list': {
        const tag = block.numbered ? 'ol' : 'ul';
        return `<${tag}>\n${block.entries.map((entry) => this.#entry(entry)).join('\n')}\n</${tag}>`;
      }
      case 'table': {
        const head = block.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
        const rows = block.rows.map(
          ({ cells, events }) =>
            `<tr${eventsOf(events)}>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
        );
        return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
      }
      case 'quotation':
        return `<blockquote>${span(block.said)}</blockquote>`;
    }
  }

  #entry({ label, said, notes }: Entry): string {
    const named = label === null ? '' : `<b>${escapeHtml(label)}</b>${escapeHtml(this.#words.colon)}`;
    const below = notes.map((note) => `<div class="note">${span(note)}</div>`).join('');
    return `<li>${named}${span(said)}${below}</li>`;
  }
}

/** The minutes as an HTML page: the same document always gives the same bytes. */
export function renderHtml(document: MinutesDocument): string {
  const writer = new Writer(document.language);
  return `<!doctype html>
<html lang="${escapeHtml(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title)}</title>
<style>${MINUTES_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${escapeHtml(document.title)}</h1>
<p>${escapeHtml(document.subtitle)}</p>
${document.draft === null ? '' : `<p class="draft">${escapeHtml(document.draft)}</p>\n`}</header>
${[...document.sections, ...document.after].map((section) => writer.section(section, 2)).join('\n')}
</main>
</body>
</html>
`;
}
