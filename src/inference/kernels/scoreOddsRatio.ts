import type { Deviates } from "./deviates.js";
import { logLowerLimit } from "./logLowerLimit.js";
import { scoreDeviate, unbiased, type Score } from "./score.js";
import { swapped, type Table } from "./table.js";

/**
 * Miettinen and Nurminen's score method for an odds ratio: (x₁ − a)/√(N/(N − 1) · V(ψ)), where a is
 * the expected first cell if the odds ratio is ψ and V the reciprocal of the sum of the reciprocal
 * expected cells.
 *
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226, eq. 13–15
 */
export function miettinenNurminenOddsRatio(table: Table): Deviates {
  return {
    deviate: (value) => scoreDeviate(scoreAt(table, value)),
    limit: (z) => (z < 0 ? 1 / lowerLimit(swapped(table), -z) : lowerLimit(table, z)),
  };
}

function lowerLimit(table: Table, z: number): number {
  if (table.x1 === 0 || table.x2 === table.n2) return 0;
  return logLowerLimit((psi) => scoreAt(table, psi), z);
}

/** Below 1 the groups are exchanged, so that the expected cell is a quotient of positive terms. */
function scoreAt(table: Table, psi: number): Score {
  if (psi < 1) {
    const { deviation, variance } = scoreAt(swapped(table), 1 / psi);
    return { deviation: -deviation, variance };
  }
  const { x1, n1, x2, n2 } = table;
  const events = x1 + x2;
  const a = expectedCell(n1, n2, events, psi);
  const information = 1 / a + 1 / (n1 - a) + 1 / (events - a) + 1 / (n2 - events + a);
  return { deviation: x1 - a, variance: unbiased(n1 + n2) / information };
}

/** The root a of a(n₂ − m + a) = ψ(n₁ − a)(m − a), for ψ ≥ 1, with its discriminant as a positive sum. */
function expectedCell(n1: number, n2: number, events: number, psi: number): number {
  const linear = psi * (n1 + events) + (n2 - events);
  const discriminant =
    (psi * (n1 - events)) ** 2 + 2 * psi * (n1 * n2 + events * (n1 + n2 - events)) + (n2 - events) ** 2;
  return Math.min(n1, events, (2 * psi * n1 * events) / (linear + Math.sqrt(discriminant)));
}
