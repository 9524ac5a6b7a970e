// Something to know about the page or a part of it, where it belongs, until it no longer holds.

import type { JSX } from 'solid-js';
import { Icon } from './icon.tsx';
import './notice.css';

export type NoticeProps = {
  /** `info`: good to know; `warn`: look at it; `refused`: it did not go through. A refusal is read out at once. */
  readonly variant?: 'info' | 'warn' | 'refused';
  readonly title?: string;
  readonly children: JSX.Element;
  /** The button that does what the notice asks for. */
  readonly action?: JSX.Element;
};

export function Notice(props: NoticeProps): JSX.Element {
  const variant = () => props.variant ?? 'info';
  return (
    <div data-component="notice" data-variant={variant()} role={variant() === 'refused' ? 'alert' : undefined}>
      <Icon name={variant() === 'info' ? 'info' : 'warn'} />
      <div data-part="text">
        {props.title ? <strong>{props.title}</strong> : null}
        <div>{props.children}</div>
      </div>
      {props.action}
    </div>
  );
}
