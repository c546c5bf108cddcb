import { lastWhere } from "./lastWhere.js";
import type { Table } from "./table.js";
import { supportOf, unconditionalPValue, upperTail } from "./unconditional.js";

/** Which standard error orders the tables: under equal proportions, or under the observed ones. */
export type BarnardOrdering = "pooled" | "unpooled";

/**
 * Barnard's exact unconditional test against a larger proportion in the first group, the tables
 * ordered by z = (p̂₁ − p̂₂)/SE, where 0/0 is 0 and d/0 is infinite.
 *
 * @see Barnard (1947), Biometrika 34, 123–138; Suissa & Shuster (1985), Journal of the Royal Statistical Society A 148, 317–327
 */
export function barnardGreater(table: Table, ordering: BarnardOrdering): number {
  const square = SQUARES[ordering];
  const observed = square(table);
  return unconditionalPValue(table, (events) =>
    upperTail((x1) => isAtLeast(square(withEvents(table, events, x1)), observed), supportOf(table, events)),
  );
}

/** The same against any difference, the tables ordered by |z|. */
export function barnardTwoSided(table: Table, ordering: BarnardOrdering): number {
  const square = SQUARES[ordering];
  const { top, bottom } = square(table);
  const above: SignedSquare = { top: top < 0n ? -top : top, bottom };
  const below: SignedSquare = { top: -above.top, bottom };
  return unconditionalPValue(table, (events) => {
    const { lowest, highest } = supportOf(table, events);
    const at = (x1: number): SignedSquare => square(withEvents(table, events, x1));
    return {
      low: lastWhere((x1) => isAtLeast(below, at(x1)), lowest, highest),
      high: lastWhere((x1) => !isAtLeast(at(x1), above), lowest, highest) + 1,
    };
  });
}

/** z|z| as a fraction of whole numbers, so that equal deviates are equal. Given the events it rises with x₁. */
interface SignedSquare {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** But for a constant factor of each ordering. */
const SQUARES: Readonly<Record<BarnardOrdering, (table: Table) => SignedSquare>> = {
  pooled: (table) => {
    const events = BigInt(table.x1 + table.x2);
    return { top: signedSquareOfDifference(table), bottom: events * (BigInt(table.n1 + table.n2) - events) };
  },
  unpooled: (table) => {
    const [x1, n1, x2, n2] = [BigInt(table.x1), BigInt(table.n1), BigInt(table.x2), BigInt(table.n2)];
    return {
      top: signedSquareOfDifference(table),
      bottom: x1 * (n1 - x1) * n2 ** 3n + x2 * (n2 - x2) * n1 ** 3n,
    };
  },
};

function signedSquareOfDifference({ x1, n1, x2, n2 }: Table): bigint {
  const difference = BigInt(x1 * n2 - x2 * n1);
  return difference < 0n ? -(difference ** 2n) : difference ** 2n;
}

/** a ≥ b, where 0/0 is 0 and another top over 0 infinite. */
function isAtLeast(a: SignedSquare, b: SignedSquare): boolean {
  const [bottomA, bottomB] = [bottomOf(a), bottomOf(b)];
  return bottomA === 0n && bottomB === 0n ? a.top >= b.top : a.top * bottomB >= b.top * bottomA;
}

function bottomOf({ top, bottom }: SignedSquare): bigint {
  return top === 0n ? 1n : bottom;
}

function withEvents({ n1, n2 }: Table, events: number, x1: number): Table {
  return { x1, n1, x2: events - x1, n2 };
}
