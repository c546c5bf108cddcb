import type { Share } from "./share.js";

/**
 * The number of events e of which a printed rate can be, if there is only one: every whole e with |e/n − r| ≤ h, where
 * r is the rate, h half a unit of its last printed digit and n the total.
 *
 * @returns The number; `several` where the digits are too few for so large a total; `none` where no whole number gives
 *   the rate, so that it must be a rate of something else.
 * @example eventsOf({ value: 0.343, rounding: 0.0005 }, 312) // 107
 * @example eventsOf({ value: 0.343, rounding: 0.0005 }, 3120) // "several": 1069, 1070 and 1071
 */
export function eventsOf({ value, rounding }: Share, total: number): number | "several" | "none" {
  const slack = 1e-9 * total; // beside it, the rounding of doubles is nothing
  const least = Math.max(0, Math.ceil((value - rounding) * total - slack));
  const most = Math.min(total, Math.floor((value + rounding) * total + slack));
  if (least > most) return "none";
  return least === most ? least : "several";
}

/**
 * Whether a printed rate can be that of so many events; rounded by whatever rule, so that a whole unit of its last digit
 * may be off (34,9 is printed as 34 by those who cut).
 */
export function isRateOf({ value, rounding }: Share, events: number, total: number): boolean {
  return total === 0 ? value <= 2 * rounding : Math.abs(events / total - value) <= 2 * rounding + 1e-9;
}
