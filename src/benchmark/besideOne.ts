import { formatInterval, type Language } from "../display/index.js";
import type { Interval } from "../inference/index.js";

const DECIMALS = [2, 3, 4] as const;

/** As many decimals, from two to four, as tell of each ratio on which side of 1 it lies. */
export function decimalsBesideOne(ratios: readonly number[]): number {
  const tells = (decimals: number): boolean =>
    ratios.every((ratio) => ratio === 1 || Number(ratio.toFixed(decimals)) !== 1);
  return DECIMALS.find(tells) ?? 4;
}

/** Limits of a ratio of which a conclusion is made: 1.004 to 1.74, where 1.00 would seem to say that 1 is within. */
export function formatRatioLimits({ lower, upper }: Interval, language: Language): string {
  return formatInterval({ lower, upper }, { language, decimals: decimalsBesideOne([lower, upper]) });
}
