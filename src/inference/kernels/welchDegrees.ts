/**
 * Welch and Satterthwaite's degrees of freedom of a difference of two means, (v₁ + v₂)²/(v₁²/(n₁ − 1) +
 * v₂²/(n₂ − 1)) with v = s²/n; n₁ + n₂ − 2 where neither group varies.
 *
 * @param treatment 1 in the one group, 0 in the other, each with two rows or more
 * @see Welch (1947), Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28
 */
export function welchDegrees(treatment: ArrayLike<number>, response: ArrayLike<number>): number {
  const groups = [0, 1].map((group) => Array.from(response).filter((_, i) => treatment[i] === group));
  const variances = groups.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { variance: squares / (values.length - 1) / values.length, degrees: values.length - 1 };
  });
  const sum = variances.reduce((total, { variance }) => total + variance, 0);
  const parts = variances.reduce(
    (total, { variance, degrees }) => total + (variance / sum) ** 2 / degrees,
    0,
  );
  return sum > 0 ? 1 / parts : response.length - 2;
}
