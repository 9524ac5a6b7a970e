import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../../i18n/names.ts';
import { renamedUnit, seenNodes, unitTree } from './unit-tree.ts';
import type { Counted, UnitNode } from './unit-tree.ts';

const { compare } = namesIn('en');
const one = (unit: string, more: Partial<Counted> = {}): Counted => ({
  unit,
  people: 1,
  present: 0,
  answered: false,
  ...more,
});
const flat = (nodes: readonly UnitNode[]): readonly UnitNode[] => seenNodes(nodes, () => true);

describe('the tree of units', () => {
  it('counts each unit with all below it, and has those above that nobody is of', () => {
    const tree = unitTree(
      [
        one('CASIC', { present: 1, answered: true }),
        one('CASIC / Units / Second', { people: 6, present: 4, answered: null }),
        one('CASIC / Headquarters'),
      ],
      compare,
    );
    expect(
      flat(tree).map(({ path, people, present, answered, asked }) => [path, people, present, answered, asked]),
    ).toEqual([
      ['CASIC', 8, 5, 1, 2],
      ['CASIC / Headquarters', 1, 0, 0, 1],
      ['CASIC / Units', 6, 4, 0, 0],
      ['CASIC / Units / Second', 6, 4, 0, 0],
    ]);
  });

  it('shows what stands below an open unit alone', () => {
    const tree = unitTree([one('A / B / C'), one('D')], compare);
    expect(seenNodes(tree, (path) => path === 'A').map(({ path }) => path)).toEqual(['A', 'A / B', 'D']);
  });

  it('loses nobody, whatever the units are', () => {
    const part = fc.constantFrom('A', 'B', 'C', '__proto__', 'constructor');
    const units = fc.array(fc.array(part, { minLength: 1, maxLength: 4 }), { maxLength: 30 });
    fc.assert(
      fc.property(units, (paths) => {
        const tree = unitTree(
          paths.map((parts) => one(parts.join(' / '))),
          compare,
        );
        expect(tree.reduce((sum, { people }) => sum + people, 0)).toBe(paths.length);
        for (const { path, people } of flat(tree)) {
          const within = paths.filter((parts) => `${parts.join(' / ')} / `.startsWith(`${path} / `));
          expect(people).toBe(within.length);
        }
      }),
    );
  });

  it('gives a unit its new name in the paths of all below it', () => {
    expect(renamedUnit('CASIC / Units / Second', 'CASIC / Units', 'CASIC / Academies')).toBe(
      'CASIC / Academies / Second',
    );
    expect(renamedUnit('CASIC', 'CASIC', 'Ministry / CASIC')).toBe('Ministry / CASIC');
  });
});
