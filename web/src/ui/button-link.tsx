// A link to a page that looks like a button: for the next step that is a place, not a deed.

import { A } from '@solidjs/router';
import { mergeProps } from 'solid-js';
import type { JSX } from 'solid-js';
import type { ButtonLook } from './button.tsx';
import './button.css';

export function ButtonLink(props: ButtonLook & { readonly href: string; readonly children: JSX.Element }): JSX.Element {
  const given = mergeProps({ variant: 'plain', size: 'medium' } as const, props);
  return (
    <A
      href={given.href}
      data-component="button"
      data-variant={given.variant}
      data-size={given.size}
      data-square={given.square ? '' : undefined}
    >
      {given.children}
    </A>
  );
}
