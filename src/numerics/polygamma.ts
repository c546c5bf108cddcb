import { requirePositive } from "./parameters.js";

/** From here on the asymptotic series are exact to the last digit. */
const SERIES_FROM = 10;

/**
 * The digamma function ψ(x) = d ln Γ(x)/dx.
 *
 * @param x a finite number above 0
 * @throws CompetitionError `impossible-value`
 * @example digamma(1) // -0.5772156649015329, that is minus Euler's constant
 * @example digamma(1e-10) // -10000000000.577215
 * @see DLMF 5.5.2 (recurrence), 5.11.2 (asymptotic series)
 */
export function digamma(x: number): number {
  requirePositive("x", x);
  let steps = 0;
  let shifted = x;
  for (; shifted < SERIES_FROM; shifted++) steps += 1 / shifted;
  const w = 1 / (shifted * shifted);
  const series =
    w *
    (1 / 12 -
      w *
        (1 / 120 -
          w *
            (1 / 252 -
              w * (1 / 240 - w * (1 / 132 - w * (691 / 32760 - w * (1 / 12 - (w * 3617) / 8160)))))));
  return Math.log(shifted) - 0.5 / shifted - series - steps;
}

/**
 * The trigamma function ψ′(x) = d² ln Γ(x)/dx².
 *
 * @param x a finite number above 0
 * @returns Infinity where 1/x² exceeds the largest double
 * @throws CompetitionError `impossible-value`
 * @example trigamma(0.5) // 4.934802200544679, that is π²/2
 * @example trigamma(1e4) // 0.00010000500016666666
 * @see DLMF 5.15.5 (recurrence), 5.15.8 (asymptotic series)
 */
export function trigamma(x: number): number {
  requirePositive("x", x);
  let steps = 0;
  let shifted = x;
  for (; shifted < SERIES_FROM; shifted++) steps += 1 / shifted / shifted;
  const w = 1 / shifted / shifted;
  const series =
    w *
    (1 / 6 -
      w *
        (1 / 30 -
          w * (1 / 42 - w * (1 / 30 - w * (5 / 66 - w * (691 / 2730 - w * (7 / 6 - (w * 3617) / 510)))))));
  return (1 + 0.5 / shifted + series) / shifted + steps;
}
