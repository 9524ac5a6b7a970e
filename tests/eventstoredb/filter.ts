// Which events a read or a subscription of $all asks for.

import type { Recorded } from './record.ts';
import type { Filter } from './requests.ts';

export function filterOf(filter: Filter | undefined): (event: Recorded) => boolean {
  if (!filter) return () => true;
  const { regex, prefixes } = filter;
  const pattern = regex === '' ? undefined : new RegExp(regex);
  const matches = (value: string) =>
    pattern ? pattern.test(value) : prefixes.some((prefix) => value.startsWith(prefix));
  return filter.on === 'type' ? (event) => matches(event.type) : (event) => matches(event.stream);
}
