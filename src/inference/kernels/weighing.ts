/** Estimates and their variances, place by place. */
export interface Studies {
  readonly estimates: Float64Array;
  /** Above 0. */
  readonly variances: Float64Array;
}

/** What estimates come to when each has the weight w = 1/(v + τ²). */
export interface Weighing {
  /** Σw. */
  readonly total: number;
  /** Σwy/Σw. */
  readonly mean: number;
  /** Σw(y − mean)². */
  readonly q: number;
  /** Σw²(y − mean)². */
  readonly squares: number;
  /** Σw − Σw²/Σw: the weight that is left to tell estimates apart. */
  readonly spare: number;
}

/** Weighs at least one estimate, with τ² added to each variance. */
export function weigh({ estimates, variances }: Studies, tauSquared: number): Weighing {
  let [total, heaviest] = [0, 0];
  for (const variance of variances) {
    const weight = 1 / (variance + tauSquared);
    total += weight;
    heaviest = Math.max(heaviest, weight);
  }
  let mean = 0;
  for (let i = 0; i < estimates.length; i++) {
    mean += ((estimates[i] ?? 0) * (1 / ((variances[i] ?? 0) + tauSquared))) / total;
  }
  let [q, squares, spare, rest] = [0, 0, 0, 0];
  let isHeaviestSeen = false;
  for (let i = 0; i < estimates.length; i++) {
    const weight = 1 / ((variances[i] ?? 0) + tauSquared);
    const term = weight * ((estimates[i] ?? 0) - mean) ** 2;
    q += term;
    squares += weight * term;
    if (weight === heaviest && !isHeaviestSeen) isHeaviestSeen = true;
    else {
      rest += weight;
      spare += weight * (1 - weight / total);
    }
  }
  // 1 − w/Σw of the heaviest as the weight of the others: it keeps its digits where it outweighs them all.
  return { total, mean, q, squares, spare: spare + heaviest * (rest / total) };
}
