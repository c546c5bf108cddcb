import type { LimitKind } from "./benchmarkWording.js";
import type { Funnel, FunnelPlotLimit } from "./funnelSubject.js";

/** Limits of a level, and how they are drawn. */
export interface LimitLook {
  readonly limit: FunnelPlotLimit;
  readonly kind: LimitKind;
  readonly dash: string | undefined;
}

/** Dashes of limits, from the widest; those of widened limits are others. */
const DASHES = [undefined, "6 4", "3 3"] as const;
const WIDENED = ["9 3 2 3", "2 4", "9 3 2 3 2 3"] as const;

/** All limits, the widest of each kind first. */
export function looksOf({ limits, overdispersed }: Funnel): readonly LimitLook[] {
  const plain = limits.toReversed().map((limit, index): LimitLook => {
    return { limit, kind: limit.exact ? "exact" : "approximate", dash: DASHES[index % DASHES.length] };
  });
  const widened = overdispersed.toReversed().map((limit, index): LimitLook => {
    return { limit, kind: "overdispersed", dash: WIDENED[index % WIDENED.length] };
  });
  return [...plain, ...widened];
}
