/**
 * The k-th smallest of all m·n differences between two groups, without making them: O(m + n) of memory, and of
 * time for each halving of the range.
 *
 * Both groups being in order, the differences up to a bound lie on one side of a staircase through the table
 * of all of them. The range is halved by value, and each bound is moved to the difference next to it, so
 * that the result is a difference to the last bit and a few distinct ones are found in a few steps.
 *
 * @param first in increasing order, not empty
 * @param second the same
 * @param k from 1 to m·n
 */
export function orderedDifference(first: Float64Array, second: Float64Array, k: number): number {
  let lowest = (first[0] ?? 0) - (second.at(-1) ?? 0);
  let highest = (first.at(-1) ?? 0) - (second[0] ?? 0);
  while (lowest < highest) {
    const middle = lowest + (highest - lowest) / 2;
    const { atMost, largest, next } = staircase(first, second, middle < highest ? middle : lowest);
    if (atMost >= k) highest = largest;
    else lowest = next;
  }
  return lowest;
}

interface Staircase {
  /** How many differences are at most the bound. */
  readonly atMost: number;
  /** The largest of them. */
  readonly largest: number;
  /** The smallest of the others. */
  readonly next: number;
}

function staircase(first: Float64Array, second: Float64Array, bound: number): Staircase {
  let [atMost, largest, next] = [0, -Infinity, Infinity];
  let j = 0;
  for (const value of first) {
    while (j < second.length && value - (second[j] ?? 0) > bound) j++;
    atMost += second.length - j;
    if (j < second.length) largest = Math.max(largest, value - (second[j] ?? 0));
    if (j > 0) next = Math.min(next, value - (second[j - 1] ?? 0));
  }
  return { atMost, largest, next };
}
