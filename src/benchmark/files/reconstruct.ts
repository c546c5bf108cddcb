import type { Share } from "./share.js";

/** The events that a printed rate was taken for. */
export interface Reconstructed {
  readonly events: number;
  /** How many more or fewer there may be; 0 where no other whole number gives the rate. */
  readonly within: number;
}

/** The greatest share of the rate's standard error that its rounding may hide. */
const NEGLIGIBLE = 1 / 5;

/**
 * The number of events e of which a printed rate is: every whole e with |e/n − r| ≤ h would be, where r is the rate, h half
 * a unit of its last printed digit and n the total. Where there is only one, that; where there are several, the nearest to
 * r·n if h is at most a fifth of the rate's binomial standard error √(r(1 − r)/n).
 *
 * Then the rounding, which is even between −h and h, adds less than h²/3 to the rate's variance, at most a 75th of it; the
 * rate and its limits lie at most about a tenth of a 95 % interval's half-width from where they belonged. With one decimal
 * of per cent and a rate near a third that is so up to 35,555 people (up to 40,000 at one half), with whole per cents up to
 * 355. Of more people the rounding is no longer small beside chance, and nothing is taken.
 *
 * @returns The number; `several` where the digits are too few for so large a total; `none` where no whole number gives
 *   the rate, so that it must be a rate of something else.
 * @example eventsOf({ value: 0.343, rounding: 0.0005 }, 312) // { events: 107, within: 0 }
 * @example eventsOf({ value: 0.343, rounding: 0.0005 }, 3120) // { events: 1070, within: 1 }: 1069 and 1071 round to it too
 * @example eventsOf({ value: 0.343, rounding: 0.0005 }, 312_000) // "several"
 */
export function eventsOf({ value, rounding }: Share, total: number): Reconstructed | "several" | "none" {
  const slack = 1e-9 * total; // beside it, the rounding of doubles is nothing
  const least = Math.max(0, Math.ceil((value - rounding) * total - slack));
  const most = Math.min(total, Math.floor((value + rounding) * total + slack));
  if (least > most) return "none";
  if (least === most) return { events: least, within: 0 };
  const events = Math.round(value * total);
  const chance = Math.sqrt((events * (total - events)) / total);
  if (rounding * total > NEGLIGIBLE * chance) return "several";
  return { events, within: Math.max(events - least, most - events) };
}

/**
 * Whether a printed rate can be that of so many events; rounded by whatever rule, so that a whole unit of its last digit
 * may be off (34,9 is printed as 34 by those who cut).
 */
export function isRateOf({ value, rounding }: Share, events: number, total: number): boolean {
  return total === 0 ? value <= 2 * rounding : Math.abs(events / total - value) <= 2 * rounding + 1e-9;
}
