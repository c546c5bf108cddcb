import type { Ratio } from "./fieller.js";

/** Net benefit of a cost and an effect, and its standard error. */
export interface NetBenefit {
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * λe − c, with variance λ²σ_e² − 2λrσ_eσ_c + σ_c², which is (λσ_e − σ_c)² + 2(1 − r)λσ_eσ_c: a sum of what isn't
 * negative, since λ isn't.
 *
 * @param pair cost, then effect
 * @param price λ, from 0
 */
export function netBenefitOf({ values, errors, correlation }: Ratio, price: number): NetBenefit {
  const [own, other] = [errors[0], price * errors[1]];
  const common = Math.sqrt(2 * (1 - correlation)) * Math.sqrt(own) * Math.sqrt(other);
  return {
    estimate: price * values[1] - values[0],
    standardError: Math.hypot(own - other, common),
  };
}
