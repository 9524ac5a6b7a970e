// What can be taken away: minutes in each language, attendance, the calendar entry and the record itself; as it stands, or as
// it stood at the moment shown.

import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { languages } from '../../../i18n/words.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Checkbox } from '../../../ui/inputs.tsx';
import { useArchive } from '../archive-context.tsx';
import { recordUrl } from '../record/fetch-record.ts';
import { useArchiveWords } from '../words.tsx';
import { exportsOf } from './export-links.ts';
import './exports.css';

export function Exports(): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const [asThen, setAsThen] = createSignal(false);
  const lifecycle = () => archive.latest().meeting.lifecycle;
  const zone = () => formats(lifecycle().timeZone);
  const then = () => asThen() && !archive.isLatest();
  const links = () =>
    exportsOf({
      meetingId: archive.meetingId,
      languages: lifecycle().languages,
      at: then() ? new Date(archive.moment().ms).toISOString() : null,
    });
  return (
    <section data-component="archive-part" aria-labelledby="exports">
      <h2 id="exports">{a('exports.title')}</h2>
      <Show when={!archive.isLatest()}>
        <Checkbox
          label={a('exports.asThen', { day: zone().day(archive.at()), time: zone().timeWithSeconds(archive.at()) })}
          checked={asThen()}
          onChecked={setAsThen}
        />
      </Show>
      <ul data-component="exports">
        <For each={links()}>
          {(link) => (
            <li>
              <a
                href={link.href}
                rel="external"
                target={link.opens ? '_blank' : undefined}
                download={link.opens ? undefined : ''}
              >
                <Icon name={link.opens ? 'info' : 'download'} />
                <span>
                  {a(`exports.${link.name}`)}
                  <Show when={link.language}>
                    {(tag) => (
                      <span data-part="language" lang={tag()}>
                        {' '}
                        {ownName(tag())}
                      </span>
                    )}
                  </Show>
                </span>
              </a>
              <small>{link.file}</small>
            </li>
          )}
        </For>
        <li>
          <a href={recordUrl(archive.meetingId)} download={`${archive.meetingId}-record.ndjson`}>
            <Icon name="download" />
            <span>{a('exports.record')}</span>
          </a>
          <small>record.ndjson</small>
        </li>
      </ul>
    </section>
  );
}

/** What a language calls itself. */
const ownName = (tag: string): string =>
  (languages as Readonly<Record<string, string>>)[tag] ??
  new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ??
  tag;
