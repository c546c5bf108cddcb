// Ids of numbers that page one refers to, made in the same way wherever they are needed.

interface Pair {
  readonly arm: string;
  readonly reference: string;
}

export const rateId = (criterion: string, arm: string): string => `rate.${criterion}.${arm}`;
export const matureId = (criterion: string, arm: string): string => `mature.${criterion}.${arm}`;
export const differenceId = (criterion: string, { arm, reference }: Pair): string =>
  `difference.${criterion}.${arm}-${reference}`;
export const marginId = (criterion: string): string => `margin.${criterion}`;
export const minimumId = (criterion: string): string => `minimum.${criterion}`;
export const leftOutId = (criterion: string, of: "left-out" | "of", { arm, reference }: Pair): string =>
  `without-weight.${criterion}.${arm}-${reference}.${of}`;
export const otherReadingsId = ({ arm, reference }: Pair): string => `readings.other.${arm}-${reference}`;
