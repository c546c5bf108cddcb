import type { Limits } from "./limits.js";
import type { Table } from "./table.js";

/** A table of two groups in which the outcomes of u1 of the n1 and u2 of the n2 are unknown; x1 and x2 are known. */
export interface PartlyKnown extends Table {
  readonly u1: number;
  readonly u2: number;
}

/** The values that a difference can have as far as the data can tell, and the standard error of each end. */
export interface Bounds {
  readonly region: Limits;
  readonly errors: Limits;
}

/** The table as it is if i of the first group's unknown and j of the second's are successes. */
export function completed({ x1, n1, x2, n2 }: PartlyKnown, i: number, j: number): Table {
  return { x1: x1 + i, n1, x2: x2 + j, n2 };
}

/** The table of those whose outcome is known. */
export function known({ x1, u1, n1, x2, u2, n2 }: PartlyKnown): Table {
  return { x1, n1: n1 - u1, x2, n2: n2 - u2 };
}
