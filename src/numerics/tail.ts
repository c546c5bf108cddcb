/**
 * Which side of a distribution is meant: `"lower"` is P(X ≤ x), `"upper"` is P(X > x).
 *
 * Both are always computed for themselves, so that a small upper tail isn't lost in 1 − lower.
 */
export type Tail = "lower" | "upper";

export function otherTail(tail: Tail): Tail {
  return tail === "lower" ? "upper" : "lower";
}
