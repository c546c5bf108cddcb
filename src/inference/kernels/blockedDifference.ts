import { dot } from "../../numerics/index.js";
import { judgedTogether, varianceBetween, type BlockShare } from "./betweenBlocks.js";
import { blocksOf, type Block, type BlockedRows, type Cell } from "./cells.js";
import { clusterCovariance, type Clusters } from "./clusterCovariance.js";
import { leastSquaresFit } from "./regression.js";
import { squareFactor, type RowCovariance } from "./robustCovariance.js";
import { withinSlopes, type WithinSlopes } from "./withinSlopes.js";

/** A difference between two groups, adjusted or not. */
export interface Difference {
  readonly estimate: number;
  readonly variance: number;
  readonly degreesOfFreedom: number;
  /** Adjusted means of the groups. */
  readonly means: { readonly comparator: number; readonly reference: number };
}

/** A difference within blocks; its variance is NaN where none can be had. */
export interface BlockedDifference extends Difference {
  /** Blocks that have both groups, and the rows in them. */
  readonly blocks: number;
  readonly rows: number;
  /** Blocks with a single unit in a group, and the others that their variance is taken from, too. */
  readonly smallBlocks: number;
  readonly joinedBlocks: number;
  /** Columns, by number, that a group at least couldn't be adjusted for. */
  readonly aliased: readonly number[];
}

/** What a block brings to the difference. */
interface Part extends BlockShare {
  /** Units, rows or clusters, and how many in the smaller group. */
  readonly units: number;
  readonly fewest: number;
  /** Of share·difference, from within the block. */
  readonly variance: () => number;
}

type Groups = Readonly<Record<"comparator" | "reference", WithinSlopes>>;

/**
 * The difference between two groups, averaged over blocks: Σ πτ with the blocks' shares π of the
 * weight and the differences τ between the groups' means within them, adjusted for columns by slopes
 * that are each group's own and common to its blocks: Lin's interacted regression on the columns and
 * the blocks' indicators.
 *
 * A block with two units or more in both groups brings its own variance: by rows as `kind` has it, or
 * by clusters as CR2. Those with a single unit in a group, pairs among them, have none; they are judged
 * together by the differences between them.
 *
 * @param clusters each within one group of one block
 */
export function blockedDifference(
  rows: BlockedRows,
  labels: Clusters,
  kind: RowCovariance,
  clusters?: Clusters,
): BlockedDifference {
  const blocks = blocksOf(rows, labels);
  const groups: Groups = {
    comparator: withinSlopes(
      rows,
      blocks.map(({ comparator }) => comparator),
    ),
    reference: withinSlopes(
      rows,
      blocks.map(({ reference }) => reference),
    ),
  };
  const parts =
    clusters === undefined ? rowParts(blocks, groups, kind) : clusterParts(rows, blocks, groups, clusters);
  const means = {
    comparator: adjustedMean(blocks, "comparator", groups),
    reference: adjustedMean(blocks, "reference", groups),
  };
  const isSmall = ({ fewest }: Part): boolean => fewest < 2 && (kind !== "model" || clusters !== undefined);
  const { together: small, apart: large } = judgedTogether(parts, isSmall);
  return {
    estimate: means.comparator - means.reference,
    means,
    variance: large.reduce((sum, part) => sum + part.variance(), 0) + varianceBetween(small),
    degreesOfFreedom:
      Math.max(0, small.length - 1) +
      large.reduce((sum, { units }) => sum + units - 2, 0) -
      (large.length > 0 && clusters === undefined ? slopesOf(groups) : 0),
    blocks: blocks.length,
    rows: blocks.reduce(
      (sum, { comparator, reference }) => sum + comparator.rows.length + reference.rows.length,
      0,
    ),
    smallBlocks: parts.filter(isSmall).length,
    joinedBlocks: small.filter((part) => !isSmall(part)).length,
    aliased: rows.columns.flatMap((_, j) =>
      groups.comparator.aliased.includes(j) || groups.reference.aliased.includes(j) ? [j] : [],
    ),
  };
}

/** Slopes that were estimated, in both groups. */
function slopesOf({ comparator, reference }: Groups): number {
  return [comparator, reference].reduce(
    (sum, { slopes, aliased }) => sum + slopes.length - aliased.length,
    0,
  );
}

/** Mean of a group's cell, at the means of the block's columns. */
function cellMean(block: Block, group: keyof Groups, groups: Groups): number {
  return block[group].response - dot(groups[group].slopes, imbalance(block, block[group]));
}

function imbalance(block: Block, cell: Cell): number[] {
  return cell.columns.map((mean, j) => mean - (block.columns[j] ?? 0));
}

function adjustedMean(blocks: readonly Block[], group: keyof Groups, groups: Groups): number {
  return blocks.reduce((sum, block) => sum + block.share * cellMean(block, group, groups), 0);
}

function differenceIn(block: Block, groups: Groups): number {
  return cellMean(block, "comparator", groups) - cellMean(block, "reference", groups);
}

/** Parts whose variance is Σ c²e²g(h) over the rows, c being the row's factor in the difference. */
function rowParts(blocks: readonly Block[], groups: Groups, kind: RowCovariance): Part[] {
  const own = kind === "model" ? pooledVariance(blocks, groups) : undefined;
  const sums = (["comparator", "reference"] as const).map((group) => {
    const { residuals, leverages, loads } = groups[group];
    const shift = groups[group].slopes.map((_, j) =>
      blocks.reduce((sum, block) => sum + block.share * (imbalance(block, block[group])[j] ?? 0), 0),
    );
    const slopeLoads = loads(shift);
    return blocks.map((block, b) => {
      const root = (k: number): number => Math.sqrt(block[group].weights?.[k] ?? 1);
      let sum = 0;
      residuals[b]?.forEach((residual, k) => {
        const load = (block.share * root(k)) / block[group].weight - (slopeLoads[b]?.[k] ?? 0);
        const square = own ?? residual ** 2 * squareFactor(kind, leverages[b]?.[k] ?? 0);
        sum += load ** 2 * square;
      });
      return sum;
    });
  });
  return blocks.map((block, b) => ({
    share: block.share,
    difference: differenceIn(block, groups),
    units: block.comparator.rows.length + block.reference.rows.length,
    fewest: Math.min(block.comparator.rows.length, block.reference.rows.length),
    variance: () => (sums[0]?.[b] ?? 0) + (sums[1]?.[b] ?? 0),
  }));
}

/** σ̂² of all rows. */
function pooledVariance(blocks: readonly Block[], groups: Groups): number {
  const residuals = [...groups.comparator.residuals, ...groups.reference.residuals];
  const rows = residuals.reduce((sum, cell) => sum + cell.length, 0);
  const squares = residuals.reduce((sum, cell) => sum + dot(cell, cell), 0);
  return squares / (rows - 2 * blocks.length - slopesOf(groups));
}

/** Parts whose variance is CR2's of the adjusted responses within the block. */
function clusterParts(
  { response, columns, weights }: BlockedRows,
  blocks: readonly Block[],
  groups: Groups,
  clusters: Clusters,
): Part[] {
  return blocks.map((block) => {
    const members = [...block.comparator.rows, ...block.reference.rows];
    const isComparator = members.map((_, k) => (k < block.comparator.rows.length ? 1 : 0));
    const adjusted = members.map((i, k) => {
      const { slopes } = isComparator[k] === 1 ? groups.comparator : groups.reference;
      return (
        (response[i] ?? 0) - columns.reduce((sum, column, j) => sum + (slopes[j] ?? 0) * (column[i] ?? 0), 0)
      );
    });
    const own = weights === undefined ? undefined : members.map((i) => weights[i] ?? 1);
    const codes = recoded(members.map((i) => clusters.codes[i] ?? 0));
    const inComparator = new Set(codes.codes.slice(0, block.comparator.rows.length)).size;
    return {
      share: block.share,
      difference: differenceIn(block, groups),
      units: codes.count,
      fewest: Math.min(inComparator, codes.count - inComparator),
      variance: () => {
        const fit = leastSquaresFit([isComparator], adjusted, own);
        const { matrix } = clusterCovariance(fit, "cr2", codes, own);
        return block.share ** 2 * (matrix[1]?.[1] ?? 0);
      },
    };
  });
}

/** Codes from 0 on, without gaps. */
function recoded(codes: readonly number[]): { codes: number[]; count: number } {
  const distinct = new Map([...new Set(codes)].map((code, index) => [code, index]));
  return { codes: codes.map((code) => distinct.get(code) ?? 0), count: distinct.size };
}
