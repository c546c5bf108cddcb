import { competitionError } from "../core/index.js";
import { checkColumns, readLabels, type Column, type Labels } from "./followUps.js";
import type { GroupRows } from "./kernels/pairedBlocks.js";
import { readNumbers } from "./regressionData.js";

/** What each citizen of a group cost, and what was achieved. */
export interface CostEffectColumns {
  readonly cost: Column<number>;
  /** Such as 1 for success and 0 for none. */
  readonly effect: Column<number>;
  /** The block of the draw; of both groups or of none. */
  readonly block?: Column<string | number> | undefined;
}

/** The two groups, their blocks numbered alike. */
export interface CostEffectRows {
  readonly comparator: GroupRows;
  readonly reference: GroupRows;
  /** What provenance tells of them. */
  readonly inputs: Readonly<Record<string, number>>;
}

const LARGEST = 1e100;

/**
 * Reads costs and effects of two groups.
 *
 * @throws CompetitionError `impossible-data`, `missing-column`, `unknown-column`, `columns-differ`,
 *   `impossible-number`, `impossible-label`
 */
export function readCostEffects(
  operation: string,
  comparator: CostEffectColumns,
  reference: CostEffectColumns,
): CostEffectRows {
  const [first, second] = [
    rowsIn(comparator, `${operation}.comparator`),
    rowsIn(reference, `${operation}.reference`),
  ];
  const blocks = blocksOf(operation, comparator.block, reference.block);
  const codes = blocks?.codes ?? new Int32Array(first + second);
  return {
    comparator: readGroup(comparator, codes.subarray(0, first), `${operation}.comparator`),
    reference: readGroup(reference, codes.subarray(first), `${operation}.reference`),
    inputs: {
      comparator: first,
      reference: second,
      ...(blocks === undefined ? {} : { blocks: blocks.names.length }),
    },
  };
}

function rowsIn(columns: CostEffectColumns, path: string): number {
  return checkColumns(path, columns, { needed: ["cost", "effect"], others: ["block"] });
}

function readGroup({ cost, effect }: CostEffectColumns, block: Int32Array, path: string): GroupRows {
  return { cost: numbersOf(cost, `${path}.cost`), effect: numbersOf(effect, `${path}.effect`), block };
}

/** Blocks of the comparator's rows, then of the reference's. */
function blocksOf(
  operation: string,
  one: CostEffectColumns["block"],
  other: CostEffectColumns["block"],
): Labels | undefined {
  if (one === undefined && other === undefined) return undefined;
  if (one !== undefined && other !== undefined) {
    return readLabels([...Array.from(one), ...Array.from(other)], `${operation}.block`);
  }
  throw competitionError({
    code: "missing-column",
    path: `${operation}.${one === undefined ? "comparator" : "reference"}.block`,
    received: undefined,
    expected: "the blocks of both groups, or of none",
  });
}

function numbersOf(column: Column<number>, path: string): Float64Array {
  const numbers = readNumbers(column, path);
  const odd = numbers.findIndex((value) => Math.abs(value) > LARGEST);
  if (odd < 0) return numbers;
  throw competitionError({
    code: "impossible-number",
    path: `${path}[${odd}]`,
    received: numbers[odd],
    expected: "a number from −1e100 to 1e100",
  });
}
