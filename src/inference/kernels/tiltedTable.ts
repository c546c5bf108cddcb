import type { Table } from "./table.js";

/** Sums over the tables with the margins of the observed one, each in units of its probability. */
export interface TiltedSums {
  /** Probability of the tables with more events in the first group, and their events beyond the observed. */
  readonly above: number;
  readonly excessAbove: number;
  /** The same of the tables with fewer. */
  readonly below: number;
  readonly excessBelow: number;
}

/**
 * Given all margins, x₁ has probability proportional to C(n₁, x)C(n₂, m − x)ψˣ: Fisher's noncentral
 * hypergeometric distribution. Summed from the observed table outwards by the ratio of neighbors,
 * which falls, so that each sum ends where its terms no longer count; one that overflows is Infinity.
 *
 * @see Fisher (1935), Journal of the Royal Statistical Society 98, 39–82
 */
export function tiltedSums({ x1, n1, x2, n2 }: Table, psi: number): TiltedSums {
  const [above, excessAbove] = outwards(x1, n1, x2, n2, psi);
  const [below, excessBelow] = outwards(n1 - x1, n1, n2 - x2, n2, 1 / psi);
  return { above, excessAbove, below, excessBelow };
}

/** Tables with one more event after another in the first group, taken from the second. */
function outwards(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  psi: number,
): [sum: number, excess: number] {
  let term = 1;
  let sum = 0;
  let excess = 0;
  for (let step = 1; step <= n1 - x1 && step <= x2; step++) {
    const ratio = ((n1 - x1 - step + 1) / (x1 + step)) * ((x2 - step + 1) / (n2 - x2 + step)) * psi;
    term *= ratio;
    sum += term;
    excess += step * term;
    // The excess overflows first; the sum has digits to lose as long as it hasn't.
    const isOver =
      excess === Infinity ? term < sum * 1e-17 * (1 - ratio) : step * term < excess * 1e-17 * (1 - ratio);
    if (sum === Infinity || (ratio < 1 && isOver)) break;
  }
  return [sum, excess];
}
