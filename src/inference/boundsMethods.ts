import { boundWithoutError, monotoneResponse, nothingKnown } from "./boundsNotices.js";
import type { Arm, BoundsEstimateData, ArmTippingPoint } from "./boundsEstimate.js";
import { criticalValue, normalPValue } from "./decision.js";
import { imbensManskiInterval } from "./kernels/imbensManski.js";
import { leeBounds } from "./kernels/leeBounds.js";
import type { Limits } from "./kernels/limits.js";
import { newcombe } from "./kernels/newcombe.js";
import { completed, type Bounds, type PartlyKnown } from "./kernels/partlyKnown.js";
import { differenceOf } from "./kernels/table.js";
import { tippingPoints, type TippingPoint } from "./kernels/tippingPoint.js";
import { worstCaseBounds, worstCaseInterval } from "./kernels/worstCase.js";

export type BoundsMethod = "worst-case" | "lee" | "tipping-point";

type Found = Pick<
  BoundsEstimateData,
  "estimate" | "region" | "standardErrors" | "standardError" | "trimmed" | "conclusion" | "tipping" | "test"
> & { readonly interval: Limits } & Partial<Pick<BoundsEstimateData, "notices">>;

interface BoundsRecipe {
  /** The name of its interval. */
  readonly interval: string;
  /** `undefined` where nothing is known of a group that the method needs. Both groups have members. */
  readonly find: (table: PartlyKnown, level: number) => Found | undefined;
}

export const BOUNDS_RECIPES: Readonly<Record<BoundsMethod, BoundsRecipe>> = {
  "worst-case": { interval: "imbens-manski", find: worstCase },
  "lee": { interval: "imbens-manski", find: lee },
  "tipping-point": { interval: "newcombe", find: tippingPoint },
};

function worstCase(table: PartlyKnown, level: number): Found {
  return {
    ...ofBounds(worstCaseBounds(table)),
    interval: worstCaseInterval(table, level),
    notices: nothingKnown(table),
  };
}

function lee(table: PartlyKnown, level: number): Found | undefined {
  const { u1, n1, u2, n2 } = table;
  if (u1 === n1 || u2 === n2) return undefined;
  const { trimmed, share, region, errors } = leeBounds(table);
  const arm = ARMS[trimmed];
  return {
    ...ofBounds({ region, errors }),
    interval: imbensManskiInterval({ region, errors }, level),
    ...(arm === undefined ? {} : { trimmed: { arm, share } }),
    notices: [...(u1 + u2 === 0 ? [] : [monotoneResponse(arm)]), ...boundWithoutError(errors)],
  };
}

const ARMS: Readonly<Record<0 | 1 | 2, Arm | undefined>> = { 0: undefined, 1: "comparator", 2: "reference" };

function ofBounds({ region, errors }: Bounds): Pick<Found, "estimate" | "region" | "standardErrors"> {
  return {
    estimate: region.lower === region.upper ? region.lower : null,
    region,
    standardErrors: errors,
  };
}

function tippingPoint(table: PartlyKnown, level: number): Found {
  const z = criticalValue(level, 2);
  const asFailures = completed(table, 0, 0);
  const { limit, deviate } = newcombe(asFailures);
  const { conclusion, first, second } = tippingPoints(table, z);
  const statistic = deviate(0);
  return {
    estimate: differenceOf(asFailures),
    interval: { lower: limit(z), upper: limit(-z) },
    test: { statistic, pValue: normalPValue(statistic, "two-sided"), alternative: "two-sided", nullValue: 0 },
    region: worstCaseBounds(table).region,
    conclusion,
    tipping: { comparator: withShare(first, table.u1), reference: withShare(second, table.u2) },
  };
}

function withShare(point: TippingPoint | null, unknown: number): ArmTippingPoint | null {
  return point === null ? null : { ...point, share: point.successes / unknown };
}
