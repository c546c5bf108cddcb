export {
  countersShape,
  startCounters,
  withAllocation,
  withOccupancy,
  type QuotaCounters,
} from "./counters.js";
export { limitsOf, type ArmLimit, type CountedQuota } from "./limits.js";
export { lintQuotas } from "./lint.js";
export { quotaDay } from "./periods.js";
export { quotasShape } from "./shape.js";
