import { competitionError } from "../core/index.js";
import type { Column } from "./followUps.js";
import { binomialLaw, poissonLaw, type CountLaw } from "./kernels/funnel.js";
import type { Limits } from "./kernels/limits.js";

/** A target rate, and the numbers of citizens that limits are asked for. */
export interface RateFunnel {
  /** From 0 to 1. */
  readonly target: number;
  readonly totals: Column<number>;
}

/** A target ratio of observed to expected events, and the expected numbers that limits are asked for. */
export interface RatioFunnel {
  /** From 0; 1 by default. */
  readonly target?: number | undefined;
  readonly expected: Column<number>;
}

/** A funnel with the sizes that limits are asked for, and how counts around its target are distributed. */
export interface Funnel {
  readonly target: number;
  readonly sizes: readonly number[];
  readonly sizeOf: (size: number) => { readonly total: number } | { readonly expected: number };
  readonly law: CountLaw;
  readonly space: Limits;
  /** The highest count there can be. */
  readonly mostOf: (size: number) => number;
}

/** @throws CompetitionError `impossible-data`, `impossible-target`, `impossible-count`, `impossible-number`. */
export function readFunnel(subject: RateFunnel | RatioFunnel): Funnel {
  if (typeof subject !== "object" || subject === null || !("totals" in subject || "expected" in subject)) {
    throw impossibleFunnel(
      "impossible-data",
      "subject",
      subject,
      "{ target, totals } or { target, expected }",
    );
  }
  if ("totals" in subject) {
    const { target, totals } = subject;
    if (!(target >= 0 && target <= 1))
      throw impossibleFunnel("impossible-target", "target", target, "a number from 0 to 1");
    return {
      target,
      sizes: sizesOf(totals, "totals", "impossible-count", "a whole number from 0", Number.isSafeInteger),
      sizeOf: (total) => ({ total }),
      law: binomialLaw(target),
      space: { lower: 0, upper: 1 },
      mostOf: (total) => total,
    };
  }
  const { target = 1, expected } = subject;
  if (!(target >= 0 && target <= MOST_TARGET))
    throw impossibleFunnel("impossible-target", "target", target, "a number from 0 to 1000");
  return {
    target,
    sizes: sizesOf(expected, "expected", "impossible-number", "a number from 0 to 1e12", isExpected),
    sizeOf: (size) => ({ expected: size }),
    law: poissonLaw(target),
    space: { lower: 0, upper: Infinity },
    mostOf: () => Infinity,
  };
}

/** Beyond some 10¹⁵ doubles can't tell counts apart. */
const MOST_EXPECTED = 1e12;
const MOST_TARGET = 1000;

function isExpected(value: number): boolean {
  return value <= MOST_EXPECTED;
}

function sizesOf(
  column: unknown,
  name: string,
  code: string,
  expected: string,
  accepts: (value: number) => boolean,
): readonly number[] {
  const isColumn = Array.isArray(column) || (ArrayBuffer.isView(column) && "length" in column);
  if (!isColumn) throw impossibleFunnel("impossible-data", name, column, "an array of numbers");
  return Array.from(column as ArrayLike<unknown>, (value, i) => {
    if (typeof value === "number" && accepts(value) && value >= 0) return value;
    throw impossibleFunnel(code, `${name}[${i}]`, value, expected);
  });
}

/** What funnels refuse, by the part of their subject or options. */
export function impossibleFunnel(code: string, part: string, received: unknown, expected: string): Error {
  return competitionError({ code, path: `funnelLimits.${part}`, received, expected });
}
