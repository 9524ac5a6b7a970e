// Conditions of a query, put together from those that the reader gave. Values are always bound, never written into SQL.

import type { SQLInputValue } from 'node:sqlite';
import { wordsOf } from './matching.ts';

export class Filter {
  readonly #conditions: string[] = [];
  readonly #values: SQLInputValue[] = [];

  /** Adds a condition with the values of its question marks. */
  where(condition: string, ...values: readonly SQLInputValue[]): this {
    this.#conditions.push(condition);
    this.#values.push(...values);
    return this;
  }

  /** Adds a condition on a value that may not be given. */
  whereGiven(condition: string, value: SQLInputValue | undefined): this {
    return value === undefined ? this : this.where(condition, value);
  }

  /** Every word of the question stands in the column, which holds what `searchable` made. */
  whereFound(column: string, question: string | undefined): this {
    for (const word of wordsOf(question)) this.where(`instr(${column}, ?) > 0`, word);
    return this;
  }

  /** The column is one of the values; any value where none is given. */
  whereOneOf(column: string, values: readonly string[] | undefined): this {
    if (values === undefined || values.length === 0) return this;
    return this.where(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
  }

  /** `WHERE …`, or nothing. */
  get sql(): string {
    return this.#conditions.length === 0 ? '' : `WHERE ${this.#conditions.join(' AND ')}`;
  }

  /** The values to bind, in order. */
  get values(): readonly SQLInputValue[] {
    return this.#values;
  }
}
