/** How often each distinct value occurs in two groups, in the order of the values. */
export interface Tally {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Counts two groups, each in increasing order. */
export function tallyOf(first: Float64Array, second: Float64Array): Tally {
  const [counts1, counts2] = [
    new Float64Array(first.length + second.length),
    new Float64Array(first.length + second.length),
  ];
  let [i, j, distinct] = [0, 0, 0];
  while (i < first.length || j < second.length) {
    const value = Math.min(first[i] ?? Infinity, second[j] ?? Infinity);
    const [startI, startJ] = [i, j];
    while (first[i] === value) i++;
    while (second[j] === value) j++;
    counts1[distinct] = i - startI;
    counts2[distinct] = j - startJ;
    distinct++;
  }
  return { first: counts1.subarray(0, distinct), second: counts2.subarray(0, distinct) };
}
