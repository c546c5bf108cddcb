import { competitionError } from "../core/index.js";
import { ANY_PROBABILITY, curveLimits } from "./kernels/curveLimits.js";
import type { CurveData, CurvePoint, CurveQuantile, CurveRow } from "./types.js";

/** The rows of one group, and cause. */
export type CurveLine = readonly [CurveRow, ...CurveRow[]];

/** The rows of a curve, line by line. */
export function linesOf(rows: readonly CurveRow[]): readonly CurveLine[] {
  const lines: [CurveRow, ...CurveRow[]][] = [];
  for (const row of rows) {
    const line = lines.at(-1);
    if (line !== undefined && line[0].group === row.group && line[0].cause === row.cause) line.push(row);
    else lines.push([row]);
  }
  return lines;
}

/** What a line is of: its group and its cause, where it has them. */
export function nameOfLine([{ group, cause }]: CurveLine): Pick<CurveRow, "group" | "cause"> {
  return { ...(group === undefined ? {} : { group }), ...(cause === undefined ? {} : { cause }) };
}

/**
 * Each line of a curve at some times. Beyond the last follow-up nothing is known, unless everyone has
 * had an event by then.
 *
 * @throws CompetitionError `impossible-time` unless all times are numbers from 0.
 */
export function curveAt(curve: CurveData, times: readonly number[]): readonly CurvePoint[] {
  times.forEach((time, index) => checkTime(time, `times[${index}]`));
  return linesOf(curve.rows).flatMap((line) => times.map((time) => pointOf(curve, line, time)));
}

function pointOf(curve: CurveData, line: CurveLine, time: number): CurvePoint {
  const next = line.findIndex((row) => row.time > time);
  const before = next < 0 ? line.at(-1) : line[next - 1];
  const ahead = before?.time === time ? before : line[next];
  const atRisk = next < 0 && before?.time !== time ? 0 : (ahead?.atRisk ?? 0);
  const known = { ...nameOfLine(line), time, atRisk };
  if (before === undefined) return { ...known, ...atStart(curve) };
  if (next < 0 && before.time < time && before.censored > 0) {
    return { ...known, estimate: null, standardError: null, ...ANY_PROBABILITY };
  }
  const { estimate, standardError, lower, upper } = before;
  return { ...known, estimate, standardError, lower, upper };
}

/** Before anything has happened. */
function atStart({
  measure,
  interval,
}: CurveData): Pick<CurveRow, "estimate" | "standardError" | "lower" | "upper"> {
  const estimate = measure === "survival" ? 1 : 0;
  return { estimate, standardError: 0, ...curveLimits(estimate, 0, 0, interval.method) };
}

function checkTime(time: unknown, path: string): void {
  if (typeof time === "number" && time >= 0) return;
  throw competitionError({ code: "impossible-time", path, received: time, expected: "a number from 0" });
}

/**
 * When shares p of each line have had the event: the first time with F(t) ≥ p, or the middle of the
 * step where F(t) = p. The limits are the times at which the pointwise limits of the curve reach p
 * (Brookmeyer and Crowley); before the first event the curve counts as known.
 *
 * @throws CompetitionError `impossible-probability` unless all are between 0 and 1.
 * @see Brookmeyer & Crowley (1982), Biometrics 38, 29–41, doi:10.2307/2530286
 */
export function curveQuantiles(
  { measure, rows }: CurveData,
  probabilities: readonly number[],
): readonly CurveQuantile[] {
  probabilities.forEach((probability, index) => checkProbability(probability, `probabilities[${index}]`));
  return linesOf(rows).flatMap((line) => {
    const name = nameOfLine(line);
    const risen = line.map((row) => (measure === "survival" ? complement(row) : row));
    const begun = risen.filter(({ estimate }) => estimate > 0);
    const last = line.at(-1)?.time ?? 0;
    return probabilities.map((probability) => ({
      ...name,
      probability,
      time: reached(risen, ({ estimate }) => estimate, probability),
      lower: reached(begun, ({ upper }) => upper, probability) ?? last,
      upper: reached(begun, ({ lower }) => lower, probability) ?? Infinity,
    }));
  });
}

type Risen = Pick<CurveRow, "time" | "estimate" | "lower" | "upper">;

/** The share with the event instead of the share without. */
function complement({ time, estimate, lower, upper }: CurveRow): Risen {
  return { time, estimate: 1 - estimate, lower: 1 - upper, upper: 1 - lower };
}

/** Values nearer than this are the same: a curve is a product of many rounded factors. */
const SAME = 1e-9;

function reached(
  line: readonly Risen[],
  valueOf: (row: Risen) => number,
  probability: number,
): number | null {
  const first = line.findIndex((row) => valueOf(row) >= probability - SAME);
  const start = line[first];
  if (start === undefined) return null;
  if (valueOf(start) > probability + SAME) return start.time;
  const flat = line.slice(first);
  const end = flat.find((row) => valueOf(row) > probability + SAME) ?? flat.at(-1);
  return (start.time + (end?.time ?? start.time)) / 2;
}

function checkProbability(probability: unknown, path: string): void {
  if (typeof probability === "number" && probability > 0 && probability < 1) return;
  throw competitionError({
    code: "impossible-probability",
    path,
    received: probability,
    expected: "a proportion between 0 and 1",
  });
}
