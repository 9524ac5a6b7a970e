// A section of the minutes with those below it, set as the page sets text: headings, sentences, lists, tables, quotations.

import type { Block, Entry, Said, Section } from '@rostrum/projections';
import { For, Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';

type SectionProps = { readonly of: Section; readonly depth: number; readonly language: string };

export function MinutesSection(props: SectionProps): JSX.Element {
  return (
    <section>
      <Dynamic component={`h${Math.min(props.depth, 6)}`}>{props.of.heading}</Dynamic>
      <For each={props.of.blocks}>{(block) => <OneBlock of={block} language={props.language} />}</For>
      <Show when={props.of.edited}>{(edited) => <p data-part="note">{edited().note.text}</p>}</Show>
      <For each={props.of.sections}>
        {(below) => <MinutesSection of={below} depth={props.depth + 1} language={props.language} />}
      </For>
    </section>
  );
}

/** Chinese sentences stand without a space between them. */
const between = (language: string) => (language.startsWith('zh') ? '' : ' ');
const colon = (language: string) => (language.startsWith('zh') ? '：' : ': ');

const textOf = (sentences: readonly Said[], language: string) =>
  sentences.map(({ text }) => text).join(between(language));

function OneBlock(props: { readonly of: Block; readonly language: string }): JSX.Element {
  const when = <Kind extends Block['kind']>(kind: Kind) =>
    props.of.kind === kind ? (props.of as Extract<Block, { kind: Kind }>) : undefined;
  return (
    <Switch>
      <Match when={when('paragraph')}>{(block) => <p>{textOf(block().sentences, props.language)}</p>}</Match>
      <Match when={when('facts')}>
        {(block) => (
          <dl>
            <For each={block().facts}>
              {({ name, said }) => (
                <div>
                  <dt>{name}</dt>
                  <dd>{said.text}</dd>
                </div>
              )}
            </For>
          </dl>
        )}
      </Match>
      <Match when={when('list')}>
        {(block) => (
          <Dynamic component={block().numbered ? 'ol' : 'ul'}>
            <For each={block().entries}>{(entry) => <OneEntry of={entry} language={props.language} />}</For>
          </Dynamic>
        )}
      </Match>
      <Match when={when('table')}>{(block) => <Table of={block()} />}</Match>
      <Match when={when('quotation')}>{(block) => <blockquote dir="auto">{block().said.text}</blockquote>}</Match>
    </Switch>
  );
}

function OneEntry(props: { readonly of: Entry; readonly language: string }): JSX.Element {
  return (
    <li dir="auto">
      <Show when={props.of.label}>
        {(label) => (
          <strong>
            {label()}
            {colon(props.language)}
          </strong>
        )}
      </Show>
      {props.of.said.text}
      <For each={props.of.notes}>{(note) => <span data-part="note">{note.text}</span>}</For>
    </li>
  );
}

/** On a phone each row becomes a few lines with the column's name before each: nothing scrolls sideways. */
function Table(props: { readonly of: Extract<Block, { kind: 'table' }> }): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <For each={props.of.columns}>{(column) => <th scope="col">{column}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.of.rows}>
          {(row) => (
            <tr>
              <For each={row.cells}>{(cell, place) => <td data-column={props.of.columns[place()]}>{cell}</td>}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
