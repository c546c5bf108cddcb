import { deviationFactors, judgedTogether } from "./betweenBlocks.js";

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

/** A block with both groups, one citizen of each at least. */
export interface PairedBlock {
  readonly comparator: PairedValues;
  readonly reference: PairedValues;
  /** Of all citizens in such blocks. */
  readonly share: number;
}

export interface PairedBlocks {
  /** Blocks that tell their own variance: two citizens or more in both groups. */
  readonly within: readonly PairedBlock[];
  /** Those that don't, judged together by how their differences vary. */
  readonly between: readonly PairedBlock[];
  /** Blocks in which a group is empty tell nothing of the difference. */
  readonly without: { readonly blocks: number; readonly citizens: number };
  /** Blocks with a single citizen in a group, and how many others are judged (or joined) with them. */
  readonly small: { readonly blocks: number; readonly others: number; readonly areJoined: boolean };
}

interface Members {
  readonly comparator: readonly number[];
  readonly reference: readonly number[];
  /** Of all citizens in blocks with both groups. */
  readonly share: number;
}

/**
 * Divides two groups into blocks that tell their own variance, and blocks whose variance is taken from the differences
 * between them. Where those can't tell it, because one of them is more than half of all, they are made one block.
 */
export function pairedBlocks(comparator: GroupRows, reference: GroupRows): PairedBlocks {
  const all = membersOf(comparator.block, reference.block);
  const full = all.filter((block) => fewestOf(block) > 0);
  const citizens = full.reduce((sum, block) => sum + sizeOf(block), 0);
  const shared = full.map((block) => ({ ...block, share: sizeOf(block) / citizens }));
  const { together, apart } = judgedTogether(shared, isSmall);
  const areJoined = together.length > 0 && deviationFactors(together.map(({ share }) => share)) === undefined;
  const withValues = (block: Members): PairedBlock => ({
    comparator: valuesOf(comparator, block.comparator),
    reference: valuesOf(reference, block.reference),
    share: block.share,
  });
  const small = shared.filter(isSmall).length;
  return {
    within: [...apart, ...(areJoined ? [joinOf(together)] : [])].map(withValues),
    between: areJoined ? [] : together.map(withValues),
    without: {
      blocks: all.length - full.length,
      citizens: comparator.block.length + reference.block.length - citizens,
    },
    small: { blocks: small, others: together.length - small, areJoined },
  };
}

/** That a block with a single citizen in a group doesn't tell how citizens vary. */
function isSmall(block: Members): boolean {
  return fewestOf(block) < 2;
}

/** Why blocks tell no difference with its variance; undefined where they do. */
export function whyNotPaired({
  within,
  between,
}: PairedBlocks): "no-observations" | "too-few-values" | undefined {
  if (within.length + between.length === 0) return "no-observations";
  const isSingle = within.some(
    (block) => Math.min(block.comparator.cost.length, block.reference.cost.length) < 2,
  );
  return isSingle ? "too-few-values" : undefined;
}

function membersOf(first: Int32Array, second: Int32Array): readonly Omit<Members, "share">[] {
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

function fewestOf({ comparator, reference }: Omit<Members, "share">): number {
  return Math.min(comparator.length, reference.length);
}

function sizeOf({ comparator, reference }: Omit<Members, "share">): number {
  return comparator.length + reference.length;
}

function joinOf(blocks: readonly Members[]): Members {
  return {
    comparator: blocks.flatMap(({ comparator }) => comparator),
    reference: blocks.flatMap(({ reference }) => reference),
    share: blocks.reduce((sum, { share }) => sum + share, 0),
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
