import { competitionError } from "../core/index.js";
import { checkedUnits, impossibleUnits, type UnitCount } from "./unitCounts.js";
import type { ScoredUnits } from "./overdispersion.js";

/** Counts around a target rate; the rate of all of them together where no target is given. */
export interface RateScoresData {
  readonly counts: readonly UnitCount[];
  readonly target?: number | undefined;
}

/** Observed events beside expected ones, around a target ratio; 1 where none is given. */
export interface RatioScoresData {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly target?: number | undefined;
}

/** How far each unit lies from the target of a funnel. */
export interface FunnelScores extends ScoredUnits {
  /** The target, also where it was taken from the units themselves. */
  readonly target: number;
  readonly z: readonly number[];
  readonly standardErrors: readonly number[];
  readonly degreesOfFreedom: number;
}

const OPERATION = "funnelScores";

/**
 * How many standard errors does each unit lie from the target, if chance were all?
 *
 * For rates z = (x/n − t)/√(t(1 − t)/n), for ratios of observed to expected z = (O/E − t)/√(t/E): the values that
 * {@link overdispersion} asks for. The standard error is that of the target, so that a unit with no event has one too.
 *
 * @param data `counts` with a total above 0 each and a `target` between 0 and 1, by default the rate of all together; or
 *   columns `observed`, whole numbers from 0, and `expected`, numbers above 0, with a `target` above 0, by default 1
 * @returns `target`, `z` and `standardErrors` in the order given, and the `degreesOfFreedom` of Σ z²: the number of
 *   units, less one if the target was estimated from them. Frozen
 * @throws CompetitionError `impossible-units` (also for a unit without anyone, and where all or none of all units have
 *   the event, so that there is no target to be estimated), `impossible-count`, `impossible-target`
 * @example
 * funnelScores({ counts: [{ events: 20, total: 100 }, { events: 40, total: 100 }] }).z // -2.18 and 2.18: around 0.3
 * @example
 * funnelScores({ observed: [0, 3], expected: [1, 1] }).z // [-1, 2]
 * @see Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, doi:10.1002/sim.1970
 */
export function funnelScores(data: RateScoresData | RatioScoresData): FunnelScores {
  if (typeof data === "object" && data !== null) {
    if ("counts" in data) return ofRates(data);
    if ("observed" in data && "expected" in data) return ofRatios(data);
  }
  throw impossibleUnits(OPERATION, data, "{ counts, target? } or { observed, expected, target? }");
}

function ofRates({ counts, target: given }: RateScoresData): FunnelScores {
  const units = checkedUnits(OPERATION, counts);
  const empty = units.findIndex(({ total }) => total === 0);
  if (empty >= 0) throw impossibleUnits(`${OPERATION}.counts[${empty}].total`, 0, "a total above 0");
  const target = given ?? pooledRate(units);
  if (!(target > 0 && target < 1)) throw impossibleTarget(target, "a number above 0 and below 1");
  const standardErrors = units.map(({ total }) => Math.sqrt((target * (1 - target)) / total));
  const z = units.map(({ events, total }, i) => (events / total - target) / (standardErrors[i] ?? NaN));
  return frozen(target, z, standardErrors, given === undefined);
}

function pooledRate(units: readonly { readonly events: number; readonly total: number }[]): number {
  const events = units.reduce((sum, unit) => sum + unit.events, 0);
  const total = units.reduce((sum, unit) => sum + unit.total, 0);
  if (events > 0 && events < total) return events / total;
  throw impossibleUnits(`${OPERATION}.counts`, units, "events in some of all, where no target is given");
}

function ofRatios({ observed, expected, target = 1 }: RatioScoresData): FunnelScores {
  const columns = Object.entries({ observed, expected });
  for (const [name, column] of columns)
    if (!Array.isArray(column)) throw impossibleUnits(`${OPERATION}.${name}`, column, "an array of numbers");
  if (observed.length !== expected.length)
    throw impossibleUnits(
      `${OPERATION}.expected`,
      expected,
      `as many numbers as there are observed, ${observed.length}`,
    );
  if (!(target > 0 && target < Infinity)) throw impossibleTarget(target, "a number above 0");
  const standardErrors = expected.map((value: number, i) => {
    if (value > 0 && value < Infinity) return Math.sqrt(target / value);
    throw impossibleUnits(`${OPERATION}.expected[${i}]`, value, "a number above 0");
  });
  const z = observed.map((count: number, i) => {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw impossibleUnits(`${OPERATION}.observed[${i}]`, count, "a whole number from 0");
    }
    return (count / (expected[i] ?? NaN) - target) / (standardErrors[i] ?? NaN);
  });
  return frozen(target, z, standardErrors, false);
}

function frozen(
  target: number,
  z: readonly number[],
  standardErrors: readonly number[],
  isEstimated: boolean,
): FunnelScores {
  return Object.freeze({
    target,
    z: Object.freeze(z),
    standardErrors: Object.freeze(standardErrors),
    degreesOfFreedom: z.length - (isEstimated ? 1 : 0),
  });
}

function impossibleTarget(received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-target", path: `${OPERATION}.target`, received, expected });
}
