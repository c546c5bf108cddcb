/** Stands where a number is hidden because it, or what it was computed of, tells of too few. Never 0, null or NaN. */
export const SUPPRESSED = "suppressed";
export type Suppressed = typeof SUPPRESSED;

/** Plain data in which every number may be hidden; methods fall away. */
export type Publishable<T> = T extends number
  ? T | Suppressed
  : T extends (...given: never[]) => unknown
    ? never
    : T extends readonly unknown[]
      ? { [Place in keyof T]: Publishable<T[Place]> }
      : T extends object
        ? {
            [Name in keyof T as T[Name] extends (...given: never[]) => unknown ? never : Name]: Publishable<
              T[Name]
            >;
          }
        : T;

/** A number that is shown unless it is hidden or isn't there. */
export type Showable = number | Suppressed | null;

/** The sum of all that are shown; hidden if one of them is. */
export function sumShown(counts: readonly (number | Suppressed)[]): number | Suppressed {
  let sum = 0;
  for (const count of counts) {
    if (count === SUPPRESSED) return SUPPRESSED;
    sum += count;
  }
  return sum;
}

/** Whether there is, or may be, anything to show: a hidden count isn't known to be none. */
export function mayBeSome(count: number | Suppressed): boolean {
  return count === SUPPRESSED || count > 0;
}
