import { competitionError, provenanceOf } from "../core/index.js";
import type { Limits } from "./kernels/limits.js";
import { reciprocalSides, type Sides } from "./kernels/reciprocalSides.js";
import { THROUGH_INFINITY } from "./notices.js";
import { makeNumberNeeded, type NumberNeeded } from "./numberNeeded.js";
import { SOURCES } from "./sources.js";
import type { Estimate, Interval } from "./types.js";

/**
 * How many must go to the comparator instead of the reference for one event more?
 *
 * The number is 1/d of the risk difference d, its interval the reciprocals of the limits of d. An event
 * is taken as something good: a positive number is one to benefit, a negative one, for one event less,
 * to harm. No difference is an infinite number; where the interval of d holds 0, that of the number
 * runs from harm over infinity to benefit and falls into two pieces: `interval` is then the whole line,
 * and `segments` has the pieces. No number is between −1 and 1.
 *
 * It depends on the base rate and is hard to read near no difference: show the difference first.
 *
 * @param difference a risk difference, as {@link compareProportions} and {@link stratifiedComparison} give it
 * @returns an estimate with `benefit` and `harm`, the numbers to benefit and to harm that the interval
 *   holds, both counted positively, `null` if there are none; `not-estimable` if the difference is
 * @throws CompetitionError `impossible-difference` for anything but an estimated risk difference
 * @example
 * const difference = compareProportions({ events: 45, total: 90 }, { events: 27, total: 90 });
 * numberNeededToTreat(difference).benefit // 3.0 to 17.6
 * @example
 * const none = compareProportions({ events: 5, total: 10 }, { events: 5, total: 10 });
 * numberNeededToTreat(none).estimate // Infinity
 * @see Altman (1998), BMJ 317, 1309–1312, doi:10.1136/bmj.317.7168.1309
 */
export function numberNeededToTreat(difference: Estimate): NumberNeeded {
  requireDifference(difference);
  const { estimate, interval, notices, provenance } = difference;
  const sides = reciprocalSides(interval);
  const isSplit = sides.benefit !== null && sides.harm !== null;
  return makeNumberNeeded({
    kind: "estimate",
    status: difference.status,
    ...(difference.reason === undefined ? {} : { reason: difference.reason }),
    measure: "number-needed-to-treat",
    method: difference.method,
    estimate: estimate === null ? null : estimate === 0 ? Infinity : 1 / estimate,
    interval: { ...interval, ...hull(sides) },
    ...(isSplit ? { segments: segmentsOf(sides) } : {}),
    ...sides,
    ...(difference.counts === undefined ? {} : { counts: difference.counts }),
    references: [...SOURCES["number-needed-to-treat"], ...difference.references],
    notices: isSplit && estimate !== null ? [...notices, THROUGH_INFINITY] : notices,
    provenance: provenanceOf("numberNeededToTreat", {}, { difference: provenance }),
  });
}

/** Numbers to benefit are positive, those to harm negative; both together leave out only what is near 0. */
function hull({ benefit, harm }: Sides): Limits {
  if (harm === null) return benefit ?? { lower: -Infinity, upper: Infinity };
  return benefit === null
    ? { lower: -harm.upper, upper: -harm.lower }
    : { lower: -Infinity, upper: Infinity };
}

function segmentsOf({ benefit, harm }: Sides): readonly (readonly [lower: number, upper: number])[] {
  const segments: (readonly [number, number])[] = [];
  if (harm !== null) segments.push([-harm.upper, -harm.lower]);
  if (benefit !== null) segments.push([benefit.lower, benefit.upper]);
  return segments;
}

function requireDifference(difference: Estimate): void {
  const { kind, measure, interval }: Partial<Estimate> & { interval?: Partial<Interval> } = difference ?? {};
  if (kind === "estimate" && measure === "risk-difference" && interval !== undefined) return;
  throw competitionError({
    code: "impossible-difference",
    path: "numberNeededToTreat.difference",
    received: measure ?? difference,
    expected: "an estimate of the risk-difference",
    hint: "Give the result of compareProportions or stratifiedComparison.",
  });
}
