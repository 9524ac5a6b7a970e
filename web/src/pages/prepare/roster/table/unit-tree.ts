// The units of the roster as a tree, with how many people each has, itself and below.

/** What the tree counts of a name. */
export type Counted = {
  readonly unit: string;
  /** How many people it stands for: one, or as many as a delegation expects. */
  readonly people: number;
  readonly present: number;
  /** False for a person who has not answered; null for a delegation, which is not asked. */
  readonly answered: boolean | null;
};

export type UnitNode = {
  /** From the top down: `CASIC / Headquarters`. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  /** 1 at the top. */
  readonly level: number;
  readonly people: number;
  readonly present: number;
  readonly answered: number;
  /** How many are asked for an answer. */
  readonly asked: number;
  readonly children: readonly UnitNode[];
};

const STROKE = ' / ';

type Growing = {
  -readonly [K in keyof Omit<UnitNode, 'children'>]: UnitNode[K];
} & { readonly below: Map<string, Growing> };

const grow = (path: string, name: string, level: number): Growing => ({
  path,
  name,
  level,
  people: 0,
  present: 0,
  answered: 0,
  asked: 0,
  below: new Map(),
});

/**
 * The tree of all units, with those above them that nobody is of.
 * @param compare puts units of one level in order
 */
export function unitTree(
  names: Iterable<Counted>,
  compare: (one: string, other: string) => number,
): readonly UnitNode[] {
  const top = new Map<string, Growing>();
  for (const { unit, people, present, answered } of names) {
    let level = top;
    let path = '';
    for (const [depth, name] of unit.split(STROKE).entries()) {
      path = depth === 0 ? name : `${path}${STROKE}${name}`;
      let node = level.get(name);
      if (!node) level.set(name, (node = grow(path, name, depth + 1)));
      node.people += people;
      node.present += present;
      if (answered !== null) node.asked += 1;
      if (answered) node.answered += 1;
      level = node.below;
    }
  }
  const settled = (level: Map<string, Growing>): readonly UnitNode[] =>
    [...level.values()]
      .toSorted((a, b) => compare(a.name, b.name))
      .map(({ below, ...node }) => ({ ...node, children: settled(below) }));
  return settled(top);
}

/** The nodes that are seen: those whose parents are all open, from the top down. */
export const seenNodes = (nodes: readonly UnitNode[], open: (path: string) => boolean): readonly UnitNode[] =>
  nodes.flatMap((node) => [node, ...(open(node.path) ? seenNodes(node.children, open) : [])]);

/** The unit under another name of the unit it is of or stands below. */
export const renamedUnit = (unit: string, from: string, to: string): string => `${to}${unit.slice(from.length)}`;
