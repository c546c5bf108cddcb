import { competitionError } from "../../core/index.js";
import type { ExpectedRow } from "../types.js";
import type { ExpectedFigure, ExpectedPair } from "./types.js";

/** The numbers and shares of a figure, as far as they are known. */
type Amounts = Pick<ExpectedFigure, "persons" | "shares">;

/** A row's figure as it was published; the rank isn't part of it. */
export function figureOf(row: ExpectedRow, group: string | null): ExpectedFigure {
  const { municipality, expected, actual, expectedShare, actualShare } = row;
  const amounts = {
    ...pairOf("persons", expected, actual),
    ...pairOf("shares", expectedShare, actualShare),
  };
  const numbers = [amounts.persons, amounts.shares].flatMap((pair) =>
    pair === undefined ? [] : [pair.expected, pair.actual],
  );
  if (numbers.length > 0 && numbers.every((each) => Number.isFinite(each) && each >= 0))
    return { municipality, group, ...withRatio(amounts) };
  throw competitionError({
    code: "impossible-row",
    path: "compareExpected.municipalities",
    received: municipality,
    expected: "expected and actual numbers or shares from 0",
  });
}

/** Figures of two groups or more added up. */
export function sumOf(municipality: string, amounts: readonly Amounts[]): ExpectedFigure {
  const [first = {}, ...others] = amounts;
  const sum = others.reduce((all, each) => combined(all, each, 1), first);
  return { municipality, group: null, ...withRatio(sum) };
}

/** Actual over expected of what is left of a figure without one of its parts. */
export function ratioWithout(whole: ExpectedFigure, part: ExpectedFigure): number | null {
  const { ratio } = withRatio(combined(whole, part, -1));
  return ratio === null || ratio < 0 ? null : ratio; // below 0 only by rounding: nothing is left
}

/** Persons and shares, each where both figures have them. */
function combined(one: Amounts, other: Amounts, sign: 1 | -1): Amounts {
  const together = (name: keyof Amounts): Amounts => {
    const [a, b] = [one[name], other[name]];
    return a === undefined || b === undefined
      ? {}
      : pairOf(name, a.expected + sign * b.expected, a.actual + sign * b.actual);
  };
  return { ...together("persons"), ...together("shares") };
}

function pairOf(name: keyof Amounts, expected: number | undefined, actual: number | undefined): Amounts {
  if (expected === undefined || actual === undefined) return {};
  const pair: ExpectedPair = { expected, actual, difference: actual - expected };
  return { [name]: pair };
}

function withRatio(amounts: Amounts): Amounts & { readonly ratio: number | null } {
  const { expected, actual } = amounts.persons ?? amounts.shares ?? { expected: 0, actual: 0 };
  return { ...amounts, ratio: expected > 0 ? actual / expected : null };
}
