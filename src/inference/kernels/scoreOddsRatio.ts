import { isUpper, type Deviates } from "./deviates.js";
import { logLowerLimit } from "./logLowerLimit.js";
import { scoreDeviate, unbiased, type Score } from "./score.js";
import { swapped, type Table } from "./table.js";

/**
 * Miettinen and Nurminen's score method for an odds ratio: (x₁ − a)/√(N/(N − 1) · V(ψ)), where a is
 * the expected first cell if the odds ratio is ψ and V the reciprocal of the sum of the reciprocal
 * expected cells.
 *
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226
 */
export function miettinenNurminenOddsRatio(table: Table): Deviates {
  return {
    deviate: (value) => scoreDeviate(scoreAt(table, value)),
    limit: (z) => (isUpper(z) ? 1 / lowerLimit(swapped(table), -z) : lowerLimit(table, z)),
  };
}

function lowerLimit(table: Table, z: number): number {
  if (table.x1 === 0 || table.x2 === table.n2) return 0;
  return logLowerLimit((psi) => scoreAt(table, psi), z);
}

function scoreAt(table: Table, psi: number): Score {
  const { deviation, variance } = oddsRatioScore(table, psi);
  return { deviation, variance: unbiased(table.n1 + table.n2) * variance };
}

/** x₁ − a, and its variance given the margins in large groups, V(ψ). */
export function oddsRatioScore({ x1, n1, x2, n2 }: Table, psi: number): Score {
  const excess = excessOverExpected({ x1, n1, x2, n2 }, psi);
  const expected = [x1 - excess, n1 - x1 + excess, x2 + excess, n2 - x2 - excess];
  const information = expected.reduce((sum, cell) => sum + 1 / Math.max(0, cell), 0);
  return { deviation: excess, variance: 1 / information };
}

/**
 * x₁ − a, the root e of (x₁ − e)(n₂ − x₂ − e) = ψ(n₁ − x₁ + e)(x₂ + e). It is solved for itself, so
 * that a small group beside a large one keeps its digits; the discriminant is a sum of positive terms.
 */
function excessOverExpected({ x1, n1, x2, n2 }: Table, psi: number): number {
  const events = x1 + x2;
  const constant = x1 * (n2 - x2) - psi * (n1 - x1) * x2;
  const linear = x1 + (n2 - x2) + psi * (n1 - x1 + x2);
  const discriminant =
    (psi * (n1 - events)) ** 2 + 2 * psi * (n1 * n2 + events * (n1 + n2 - events)) + (n2 - events) ** 2;
  return (2 * constant) / (linear + Math.sqrt(discriminant));
}
