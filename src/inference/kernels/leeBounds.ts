import { known, type Bounds, type PartlyKnown } from "./partlyKnown.js";
import { crossDifference, differenceOf } from "./table.js";
import { waldStandardError } from "./wald.js";

export interface LeeBounds extends Bounds {
  /** Whose known outcomes are trimmed: 1, 2, or 0 if as many are known of both. */
  readonly trimmed: 0 | 1 | 2;
  /** The share of them that is trimmed. */
  readonly share: number;
}

/**
 * The difference among those whose outcome would be known in either group, if being in one of the groups
 * makes no one's outcome unknown that would be known in the other.
 *
 * With r₁ ≥ r₂ the shares that are known, the first group's known hold a share p = 1 − r₂/r₁ whose
 * outcome would be unknown in the second. They may be its successes or its failures: the others' share of
 * successes is between 1 − φ/r₂ and π/r₂, within [0, 1], where π and φ are the known successes and failures per
 * member of the first group. The standard errors are Lee's (2009, Proposition 3), whose formula for means of trimmed
 * distributions comes, for two values, to the delta method of these ratios.
 *
 * Where r₁ = r₂ nothing is trimmed and the region is a point, with the larger of the two groups'
 * standard errors at each end.
 *
 * @param table at least one outcome of each group is known
 * @see Lee (2009), Review of Economic Studies 76, 1071–1102
 */
export function leeBounds(table: PartlyKnown): LeeBounds {
  const { u1, n1, u2, n2 } = table;
  const excess = crossDifference({ x1: n1 - u1, n1, x2: n2 - u2, n2 });
  if (excess > 0) return { ...trimmingFirst(table), trimmed: 1, share: shareOf(table) };
  const other = exchanged(table);
  const trimmingSecond = opposite(trimmingFirst(other));
  if (excess < 0) return { ...trimmingSecond, trimmed: 2, share: shareOf(other) };
  const point = differenceOf(known(table));
  const { errors } = trimmingFirst(table);
  return {
    region: { lower: point, upper: point },
    errors: {
      lower: Math.max(errors.lower, trimmingSecond.errors.lower),
      upper: Math.max(errors.upper, trimmingSecond.errors.upper),
    },
    trimmed: 0,
    share: 0,
  };
}

/** 1 − r₂/r₁. */
function shareOf({ u1, n1, u2, n2 }: PartlyKnown): number {
  return crossDifference({ x1: n1 - u1, n1, x2: n2 - u2, n2 }) / ((n1 - u1) * n2);
}

function trimmingFirst(table: PartlyKnown): Bounds {
  const { x1, u1, x2, u2, n2 } = table;
  const second = x2 / (n2 - u2);
  const own = waldStandardError(x2, n2 - u2);
  const successes = largestShare(x1, table);
  const failures = largestShare(table.n1 - u1 - x1, table);
  return {
    region: { lower: 1 - failures.share - second, upper: successes.share - second },
    errors: { lower: Math.hypot(failures.error, own), upper: Math.hypot(successes.error, own) },
  };
}

/** The largest share that these of the first group can be among its members who'd be known in the second. */
function largestShare(
  count: number,
  { n1, u2, n2 }: PartlyKnown,
): { readonly share: number; readonly error: number } {
  const rate = (n2 - u2) / n2;
  const ratio = count / n1 / rate;
  // All of them at most, without error.
  if (ratio > 1) return { share: 1, error: 0 };
  const variance = (ratio * (1 / rate - ratio)) / n1 + (ratio * ratio * (u2 / n2)) / (n2 * rate);
  return { share: ratio, error: Math.sqrt(Math.max(0, variance)) };
}

function exchanged({ x1, u1, n1, x2, u2, n2 }: PartlyKnown): PartlyKnown {
  return { x1: x2, u1: u2, n1: n2, x2: x1, u2: u1, n2: n1 };
}

function opposite({ region, errors }: Bounds): Bounds {
  return {
    // 0 less a number, so that no bound is −0.
    region: { lower: 0 - region.upper, upper: 0 - region.lower },
    errors: { lower: errors.upper, upper: errors.lower },
  };
}
