import { below, type RandomStream } from "../core/index.js";

// Whole numbers only: no logarithm or exponential, whose last digit may differ between engines,
// since the files that a seed gives are compared byte for byte.

/** True with a probability of so many in ten thousand. */
export function chance(stream: RandomStream, perTenThousand: number): boolean {
  return below(stream, 10_000) < perTenThousand;
}

/** A whole number from least to most, each equally likely. */
export function between(stream: RandomStream, least: number, most: number): number {
  return least + below(stream, most - least + 1);
}

/** One of the names, with probability in proportion to its whole-number weight. */
export function pick(stream: RandomStream, weights: Readonly<Record<string, number>>): string {
  const entries = Object.entries(weights);
  let left = below(
    stream,
    entries.reduce((sum, [, weight]) => sum + weight, 0),
  );
  for (const [name, weight] of entries) {
    if (left < weight) return name;
    left -= weight;
  }
  return "";
}
