import { competitionError } from "../core/index.js";
import type { RankedLaw } from "./kernels/rankDraws.js";
import { tabulatedBeta, tabulatedNormal } from "./kernels/tabulated.js";
import { labelOf } from "./unitCounts.js";

/** A value that is known as a normal distribution. */
export interface NormalValue {
  readonly estimate: number;
  readonly standardError: number;
}

/** What is known of a unit: a beta distribution of its rate, or a normal one of any value. */
export interface RankedSubject {
  readonly label?: string | undefined;
  readonly alpha?: number | null | undefined;
  readonly beta?: number | null | undefined;
  readonly estimate?: number | null | undefined;
  readonly standardError?: number | null | undefined;
  /** What was to be expected of it, taken off its value; its standard error may be 0. */
  readonly expected?: NormalValue | undefined;
}

/** A subject that was checked: two parameters of its distribution, and of its expected value's. */
export interface KnownSubject {
  readonly label: string;
  readonly kind: "beta" | "normal";
  readonly first: number;
  readonly second: number;
  readonly expected: NormalValue | undefined;
}

const MOST_SUBJECTS = 1000;
const SMALLEST_SHAPE = 1e-3;
const LARGEST = 1e100;

/** @throws CompetitionError `impossible-subjects`, `too-many-subjects`. */
export function readSubjects(operation: string, subjects: readonly RankedSubject[]): readonly KnownSubject[] {
  const path = `${operation}.subjects`;
  if (!Array.isArray(subjects)) throw impossible(path, subjects, "an array");
  if (subjects.length > MOST_SUBJECTS) {
    throw competitionError({
      code: "too-many-subjects",
      path,
      received: subjects.length,
      expected: `at most ${MOST_SUBJECTS}`,
    });
  }
  return subjects.map((subject: RankedSubject, i) => readSubject(subject, i, path));
}

function readSubject(subject: RankedSubject, index: number, path: string): KnownSubject {
  const own = `${path}[${index}]`;
  if (typeof subject !== "object" || subject === null) throw impossible(own, subject, WANTED);
  const { alpha, beta, estimate, standardError } = subject;
  const label = labelOf(subject.label, index, path);
  const expected = readExpected(subject.expected, `${own}.expected`);
  // Shrunken rates have an estimate beside their distribution, which says more.
  if (isBetween(alpha, SMALLEST_SHAPE, LARGEST) && isBetween(beta, SMALLEST_SHAPE, LARGEST)) {
    return { label, kind: "beta", first: alpha, second: beta, expected };
  }
  const isNormal =
    isBetween(estimate, -LARGEST, LARGEST) && isBetween(standardError, Number.MIN_VALUE, LARGEST);
  if (!isNormal) throw impossible(own, subject, WANTED);
  return { label, kind: "normal", first: estimate, second: standardError, expected };
}

const WANTED = "{ alpha, beta }, numbers from 0.001, or { estimate, standardError }, the latter above 0";

function readExpected(expected: NormalValue | undefined, path: string): NormalValue | undefined {
  if (expected === undefined) return undefined;
  const isGiven = typeof expected === "object" && expected !== null;
  const { estimate = NaN, standardError = NaN } = isGiven ? expected : {};
  if (isBetween(estimate, -LARGEST, LARGEST) && isBetween(standardError, 0, LARGEST)) {
    return { estimate, standardError };
  }
  throw impossible(path, expected, "{ estimate, standardError }, the latter from 0");
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

/**
 * Distributions to draw from, in an order that doesn't depend on the one given, and where each subject stands in it: so the
 * same subjects meet the same draws. Rates that nothing is taken off are compared by their log odds, which tell the
 * smallest of them from each other.
 */
export function lawsOf(subjects: readonly KnownSubject[]): {
  readonly laws: readonly RankedLaw[];
  readonly places: readonly number[];
} {
  const order = subjects.map((_, i) => i).toSorted((a, b) => compared(subjects[a], subjects[b]) || a - b);
  const places = Array.from({ length: subjects.length }, () => 0);
  for (const [place, subject] of order.entries()) places[subject] = place;
  const isOdds = subjects.every(({ kind, expected }) => kind === "beta" && expected === undefined);
  const laws = order.flatMap((at) => {
    const subject = subjects[at];
    return subject === undefined ? [] : [lawOf(subject, isOdds ? "log-odds" : "probability")];
  });
  return { laws, places };
}

function lawOf(
  { kind, first, second, expected }: KnownSubject,
  scale: "log-odds" | "probability",
): RankedLaw {
  const value = kind === "beta" ? tabulatedBeta(first, second, scale) : tabulatedNormal(first, second);
  if (expected === undefined) return { value };
  return { value, expected: tabulatedNormal(expected.estimate, expected.standardError) };
}

function compared(a: KnownSubject | undefined, b: KnownSubject | undefined): number {
  const key = (subject: KnownSubject | undefined): readonly number[] => [
    subject?.kind === "beta" ? 0 : 1,
    subject?.first ?? 0,
    subject?.second ?? 0,
    subject?.expected?.estimate ?? 0,
    subject?.expected?.standardError ?? -1,
  ];
  const [one, other] = [key(a), key(b)];
  return one.reduce((found, value, i) => found || value - (other[i] ?? 0), 0);
}

function impossible(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-subjects", path, received, expected });
}
