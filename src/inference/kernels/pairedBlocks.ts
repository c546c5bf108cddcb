/** Costs and effects of a group's citizens, and the number of each one's block. */
export interface GroupRows {
  readonly cost: Float64Array;
  readonly effect: Float64Array;
  readonly block: Int32Array;
}

/** Costs and effects of a group within a block, in increasing order, so that the order of the rows doesn't matter. */
export interface PairedValues {
  readonly cost: Float64Array;
  readonly effect: Float64Array;
}

/** A block with both groups. */
export interface PairedBlock {
  readonly comparator: PairedValues;
  readonly reference: PairedValues;
  /** Of all citizens in such blocks. */
  readonly share: number;
}

export interface PairedBlocks {
  readonly blocks: readonly PairedBlock[];
  /** Blocks in which a group is empty tell nothing of the difference. */
  readonly without: { readonly blocks: number; readonly citizens: number };
  /** Blocks with a single citizen in a group, which were made one; with how many others. */
  readonly joined: { readonly blocks: number; readonly others: number };
}

interface Members {
  readonly comparator: readonly number[];
  readonly reference: readonly number[];
}

/** Divides two groups into blocks that have at least two of each, as far as there are as many. */
export function pairedBlocks(comparator: GroupRows, reference: GroupRows): PairedBlocks {
  const all = membersOf(comparator.block, reference.block);
  const full = all.filter((block) => fewestOf(block) > 0);
  const single = full.filter((block) => fewestOf(block) === 1);
  const plenty = full.filter((block) => fewestOf(block) > 1);
  // Two such blocks make one with two of each; one alone needs another.
  const smallest = plenty.toSorted((a, b) => sizeOf(a) - sizeOf(b)).slice(0, single.length === 1 ? 1 : 0);
  const together = [...single, ...smallest];
  const blocks = [
    ...plenty.filter((block) => !smallest.includes(block)),
    ...(together.length === 0 ? [] : [joinOf(together)]),
  ];
  const citizens = blocks.reduce((sum, block) => sum + sizeOf(block), 0);
  return {
    blocks: blocks.map((block) => ({
      comparator: valuesOf(comparator, block.comparator),
      reference: valuesOf(reference, block.reference),
      share: sizeOf(block) / citizens,
    })),
    without: {
      blocks: all.length - full.length,
      citizens: comparator.block.length + reference.block.length - citizens,
    },
    joined:
      together.length < 2 ? { blocks: 0, others: 0 } : { blocks: single.length, others: smallest.length },
  };
}

function membersOf(first: Int32Array, second: Int32Array): readonly Members[] {
  const found = new Map<number, { comparator: number[]; reference: number[] }>();
  const of = (block: number): { comparator: number[]; reference: number[] } => {
    const known = found.get(block) ?? { comparator: [], reference: [] };
    found.set(block, known);
    return known;
  };
  first.forEach((block, row) => of(block).comparator.push(row));
  second.forEach((block, row) => of(block).reference.push(row));
  return [...found].toSorted(([a], [b]) => a - b).map(([, members]) => members);
}

function fewestOf({ comparator, reference }: Members): number {
  return Math.min(comparator.length, reference.length);
}

function sizeOf({ comparator, reference }: Members): number {
  return comparator.length + reference.length;
}

function joinOf(blocks: readonly Members[]): Members {
  return {
    comparator: blocks.flatMap(({ comparator }) => comparator),
    reference: blocks.flatMap(({ reference }) => reference),
  };
}

function valuesOf({ cost, effect }: GroupRows, rows: readonly number[]): PairedValues {
  const ordered = rows.toSorted((a, b) => at(cost, a) - at(cost, b) || at(effect, a) - at(effect, b));
  return {
    cost: Float64Array.from(ordered, (row) => at(cost, row)),
    effect: Float64Array.from(ordered, (row) => at(effect, row)),
  };
}

function at(column: Float64Array, row: number): number {
  return column[row] ?? 0;
}
