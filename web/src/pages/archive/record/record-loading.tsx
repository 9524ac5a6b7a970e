// The record is on its way: after a second it says how much has come.

import type { JSX } from 'solid-js';
import { Progress } from '../../../ui/progress.tsx';
import { useArchiveWords } from '../words.tsx';
import type { Loading } from './create-record.ts';
import './record-loading.css';

export function RecordLoading(props: { readonly loading: Loading }): JSX.Element {
  const { a, formats } = useArchiveWords();
  const text = () =>
    a('loading.progress', {
      count: props.loading.events,
      megabytes: formats().number(Math.round(props.loading.bytes / 100_000) / 10),
    });
  return (
    <div data-component="record-loading">
      <p role="status">{a('loading.title')}</p>
      <Progress label={a('loading.title')} value={props.loading.share} whole={1} text={text()} />
      <p data-part="progress" aria-hidden="true">
        {text()}
      </p>
    </div>
  );
}
