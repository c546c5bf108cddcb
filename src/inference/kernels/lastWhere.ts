/** The last whole number in [first, last] up to which a predicate holds; first − 1 if it never does. */
export function lastWhere(holds: (x: number) => boolean, first: number, last: number): number {
  let known = first - 1;
  let beyond = last + 1;
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2);
    if (holds(middle)) known = middle;
    else beyond = middle;
  }
  return known;
}
