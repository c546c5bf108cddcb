/** 2²⁷ + 1 splits a double into two halves whose products are exact. */
const SPLITTER = 134217729;

/** What the double product a·b rounded away; 0 where splitting would overflow. */
export function productError(a: number, b: number): number {
  const bigA = SPLITTER * a;
  const headA = bigA - (bigA - a);
  const tailA = a - headA;
  const bigB = SPLITTER * b;
  const headB = bigB - (bigB - b);
  const tailB = b - headB;
  const error = tailA * tailB - (a * b - headA * headB - tailA * headB - headA * tailB);
  return Number.isFinite(error) ? error : 0;
}

/** What the double sum a + b rounded away. */
function sumError(a: number, b: number): number {
  const sum = a + b;
  const partB = sum - a;
  return a - (sum - partB) + (b - partB);
}

/**
 * count − total·share, where total = part + rest, rounded once.
 *
 * The distance of a count from its mean decides a tail probability; with a total of 10⁹ its rounding in
 * plain doubles would cost six digits.
 *
 * @see Dekker (1971), Numer. Math. 18, 224–242, doi:10.1007/BF01397083
 */
export function exactExcess(count: number, part: number, rest: number, share: number): number {
  const total = part + rest;
  const product = total * share;
  const lost = sumError(part, rest) * share + productError(total, share);
  return count - product + (sumError(count, -product) - lost);
}
