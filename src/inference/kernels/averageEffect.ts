import type { Limits } from "./limits.js";
import type { Table } from "./table.js";

/** The largest blocks that are gone through: where the groups are equally large, and where they aren't. */
export const MOST_CITIZENS = { equal: 400, unequal: 100 } as const;

const ROUNDING = 1e-12;

/** The average effect in one block, judged by what the draw could have given. */
export interface AverageEffect {
  /** The smallest and the largest effect whose p-value is above `tail`. */
  readonly limits: (tail: number) => Limits;
  /** The p-value of no effect on average. */
  readonly pValueOfNone: () => number;
}

/** How many citizens would have the event in both groups, in the first only, in the second only, in neither. */
interface Potential {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

/**
 * Judges the average effect τ = t/N of one completely randomized block on events: no model, no large
 * numbers, and effects may differ between citizens.
 *
 * For every table of potential outcomes that could have given the observed counts the distribution of the
 * difference D of proportions over the draws is known, and with it P(|D − τ| ≥ |d − τ|). The p-value of τ is
 * the largest of its tables. Where the groups are equally large, exchanging a pair (first, second) for a
 * pair (both, neither) keeps τ and makes that probability no smaller, so that only the tables need be looked
 * at in which no such pair is left to exchange. An effect so far from d that Hoeffding's bound for draws
 * without replacement is below the tail is passed over.
 *
 * @see Li & Ding (2016), Statistics in Medicine 35, 957–960; Aronow, Chang & Lopatto (2023), Proceedings of
 *   the 24th ACM Conference on Economics and Computation; Serfling (1974), Annals of Statistics 2, 39–48
 */
export function averageEffect(table: Table): AverageEffect {
  const total = table.n1 + table.n2;
  const binomials = binomialsTo(total);
  const isAccepted = (t: number, tail: number): boolean =>
    hoeffding(table, t) > tail &&
    tablesOf(table, t).some((potential) => extremity(table, potential, binomials, tail) > tail);
  return {
    limits: (given) => {
      const tail = given + ROUNDING; // a p-value that is the tail itself, but for rounding, isn't above it
      let lower = table.x1 - table.n1 - table.x2;
      let upper = table.x1 + table.n2 - table.x2;
      while (!isAccepted(lower, tail)) lower++; // ends at the observed difference: its own p-value is 1
      while (!isAccepted(upper, tail)) upper--;
      return { lower: lower / total, upper: upper / total };
    },
    pValueOfNone: () => {
      const found = tablesOf(table, 0).map((potential) => extremity(table, potential, binomials, 1));
      return Math.min(1, Math.max(...found));
    },
  };
}

/** Tables with Σ (first − second) = t that could have given the observed counts, as far as they matter. */
function tablesOf(table: Table, t: number): readonly Potential[] {
  const { x1, n1, x2, n2 } = table;
  const total = n1 + n2;
  const found: Potential[] = [];
  const taken = new Set<number>(); // of equal groups: events in both arms of tables that can be exchanged into each other
  for (let first = Math.max(0, t); 2 * first - t <= total; first++) {
    const second = first - t;
    for (let both = 0; both + first + second <= total; both++) {
      if (n1 === n2 && taken.has(2 * both + first + second)) continue;
      const fewest = Math.max(0, x1 - first, both - x2, both + second - (n1 - x1) - x2);
      const most = Math.min(both, x1, both + second - x2, total - first - x2 - (n1 - x1));
      if (fewest > most) continue;
      taken.add(2 * both + first + second);
      found.push({ both, first, second, neither: total - both - first - second });
    }
  }
  return found;
}

/** P(|D − τ| ≥ |d − τ|) for a table of potential outcomes, or more than `enough` as soon as that is known. */
function extremity(
  table: Table,
  potential: Potential,
  binomials: readonly Float64Array[],
  enough: number,
): number {
  const { x1, n1, x2, n2 } = table;
  const total = n1 + n2;
  const { both, first, second, neither } = potential;
  const chosen = (of: number, number: number): number => binomials[of]?.[number] ?? 0;
  const all = chosen(total, n1);
  // Differences times N·n₁·n₂, whole numbers: ties are seen as such.
  const scaled = (events1: number, events2: number): number =>
    total * (n2 * events1 - n1 * events2) - n1 * n2 * (first - second);
  const distance = Math.abs(scaled(x1, x2));
  let sum = 0;
  for (let i = Math.max(0, n1 - first - second - neither); i <= Math.min(both, n1); i++) {
    const ways = chosen(both, i) / all;
    if (n1 === n2) {
      for (let j = Math.max(0, n1 - i - neither); j <= Math.min(first + second, n1 - i); j++) {
        // Of equal groups only the number drawn of first and second together counts: 2i + j − both − second.
        const difference = total * n1 * (2 * i + j - both - second) - n1 * n1 * (first - second);
        if (Math.abs(difference) >= distance) {
          sum += ways * chosen(first + second, j) * chosen(neither, n1 - i - j);
        }
      }
    } else {
      for (let j = 0; j <= Math.min(first, n1 - i); j++) {
        for (let k = Math.max(0, n1 - i - j - neither); k <= Math.min(second, n1 - i - j); k++) {
          if (Math.abs(scaled(i + j, both - i + second - k)) >= distance) {
            sum += ways * chosen(first, j) * chosen(second, k) * chosen(neither, n1 - i - j - k);
          }
        }
      }
    }
    if (sum > enough) return sum;
  }
  return sum;
}

/** An upper bound of P(|D − τ| ≥ |d − τ|) for every table of potential outcomes. */
function hoeffding({ x1, n1, x2, n2 }: Table, t: number): number {
  const total = n1 + n2;
  const distance = x1 / n1 - x2 / n2 - t / total;
  const range = 1 / n1 + 1 / n2;
  return 2 * Math.exp((-2 * distance * distance) / (n1 * range * range * (1 - (n1 - 1) / total)));
}

function binomialsTo(most: number): readonly Float64Array[] {
  const rows = [Float64Array.of(1)];
  for (let n = 1; n <= most; n++) {
    const before = rows[n - 1] ?? new Float64Array();
    rows.push(Float64Array.from({ length: n + 1 }, (_, k) => (before[k] ?? 0) + (before[k - 1] ?? 0)));
  }
  return rows;
}
