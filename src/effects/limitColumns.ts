import type { Publishable } from "../core/index.js";
import type { Row } from "../display/index.js";
import type { Estimate } from "../inference/index.js";

type Limited = Pick<Estimate, "status" | "reason"> & {
  readonly interval: Pick<Estimate["interval"], "lower" | "upper" | "level">;
};

/**
 * The limits of an estimate as columns of a row. What has no interval has no limits there, but the reason why: the whole
 * parameter space, which the estimate holds instead, would be read as one.
 */
export function limitColumns({
  status,
  reason,
  interval: { lower, upper, level },
}: Publishable<Limited>): Row {
  return status === "estimated"
    ? { lower, upper, level, reason: null }
    : { lower: null, upper: null, level, reason: reason ?? status };
}
