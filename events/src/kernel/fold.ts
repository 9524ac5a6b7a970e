// Folding one event into a state by its slice's map.

import type { Evolve } from './command.ts';
import type { DomainEvent } from './event.ts';

/**
 * The fold of a map from event type to evolving function. Events of types it does not know leave the state as it was.
 * @example const evolve = foldBy(evolveContact);
 */
export function foldBy<State, E extends DomainEvent>(
  evolve: Evolve<State, E>,
): (state: State, event: DomainEvent) => State {
  const steps = new Map<string, (state: State, data: never) => State>(Object.entries(evolve));
  return (state, event) => steps.get(event.type)?.(state, event.data as never) ?? state;
}
