import type { Clusters } from "./clusterCovariance.js";
import { weightedMean } from "./design.js";

/** Rows of a comparison of two groups within blocks. */
export interface BlockedRows {
  /** 1 in the comparator, 0 in the reference. */
  readonly treatment: ArrayLike<number>;
  readonly response: ArrayLike<number>;
  readonly columns: readonly ArrayLike<number>[];
  readonly weights?: ArrayLike<number> | undefined;
}

/** One group of one block. */
export interface Cell {
  /** Row numbers. */
  readonly rows: readonly number[];
  /** Of each of them; absent where all weigh 1. */
  readonly weights?: readonly number[] | undefined;
  /** Sum of the weights. */
  readonly weight: number;
  /** Mean of the response. */
  readonly response: number;
  /** Means of the columns. */
  readonly columns: readonly number[];
}

/** A block that has both groups. */
export interface Block {
  /** Share of the weight of all blocks. */
  readonly share: number;
  readonly comparator: Cell;
  readonly reference: Cell;
  /** Means of the columns over the whole block. */
  readonly columns: readonly number[];
}

/** The blocks that have both groups; the others tell nothing of the difference. */
export function blocksOf(rows: BlockedRows, { codes, count }: Clusters): readonly Block[] {
  const members: [number[], number[]][] = Array.from({ length: count }, () => [[], []]);
  for (let i = 0; i < codes.length; i++) members[codes[i] ?? 0]?.[rows.treatment[i] === 1 ? 1 : 0].push(i);
  const both = members.filter(([reference, comparator]) => reference.length > 0 && comparator.length > 0);
  const blocks = both.map(([reference, comparator]) => ({
    whole: cellOf([...reference, ...comparator], rows),
    comparator: cellOf(comparator, rows),
    reference: cellOf(reference, rows),
  }));
  const total = blocks.reduce((sum, { whole }) => sum + whole.weight, 0);
  return blocks.map(({ whole, comparator, reference }) => ({
    share: whole.weight / total,
    comparator,
    reference,
    columns: whole.columns,
  }));
}

function cellOf(members: readonly number[], { response, columns, weights }: BlockedRows): Cell {
  const own = weights === undefined ? undefined : members.map((i) => weights[i] ?? 1);
  const mean = (values: ArrayLike<number>): number =>
    weightedMean(
      members.map((i) => values[i] ?? 0),
      own,
    );
  return {
    rows: members,
    weights: own,
    weight: own === undefined ? members.length : own.reduce((sum, weight) => sum + weight, 0),
    response: mean(response),
    columns: columns.map(mean),
  };
}
