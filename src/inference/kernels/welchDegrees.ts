import { momentsOf } from "./moments.js";

/** An independent part of a variance: how large, and how many degrees of freedom it is estimated with. */
export interface VariancePart {
  readonly variance: number;
  readonly degrees: number;
}

/**
 * Satterthwaite's degrees of freedom of a sum of variances, (Σ v)²/Σ v²/f; `undefined` where the sum is 0.
 *
 * @see Satterthwaite (1946), Biometrics Bulletin 2, 110–114, doi:10.2307/3002019
 */
export function satterthwaite(parts: readonly VariancePart[]): number | undefined {
  const sum = parts.reduce((total, { variance }) => total + variance, 0);
  if (!(sum > 0)) return undefined;
  return 1 / parts.reduce((total, { variance, degrees }) => total + (variance / sum) ** 2 / degrees, 0);
}

/**
 * Welch and Satterthwaite's degrees of freedom of a difference of two means, (v₁ + v₂)²/(v₁²/(n₁ − 1) +
 * v₂²/(n₂ − 1)) with v = s²/n; n₁ + n₂ − 2 where neither group varies.
 *
 * @param treatment 1 in the one group, 0 in the other, each with two rows or more
 * @see Welch (1947), Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28
 */
export function welchDegrees(treatment: ArrayLike<number>, response: ArrayLike<number>): number {
  const parts = [0, 1].map((group) => {
    const { variance, size, degrees } = momentsOf(
      Array.from(response).filter((_, i) => treatment[i] === group),
    );
    return { variance: variance / size, degrees };
  });
  return satterthwaite(parts) ?? response.length - 2;
}
