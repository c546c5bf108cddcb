import {
  competitionError,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRule,
  type OptionRules,
} from "../core/index.js";
import { chiSquaredCdf } from "../numerics/index.js";
import type { Column } from "./followUps.js";
import { dispersion, type Dispersion, type ExtremesRule } from "./kernels/overdispersion.js";
import { makeOverdispersion, type Overdispersion } from "./overdispersionResult.js";
import { impossibleUnits } from "./unitCounts.js";
import { DISPERSION_HIDDEN, fewUnits, unitsNotEstimable } from "./unitsNotices.js";
import { UNIT_SOURCES } from "./unitsSources.js";

/** z-values of units with their standard errors, as {@link funnelScores} gives them. */
export interface ScoredUnits {
  readonly z: Column<number>;
  /** On the scale of the rates or ratios; without them there is no variance between units, only a factor. */
  readonly standardErrors?: Column<number> | undefined;
  /** Of Σ z²; the number of units where absent. */
  readonly degreesOfFreedom?: number | undefined;
}

export interface OverdispersionOptions {
  /** The share on either side that is brought in to its quantile; 0.1 by default, unless `truncate` is given. */
  readonly winsorize?: number | undefined;
  /** The share on either side that is left out instead. */
  readonly truncate?: number | undefined;
}

const shareRule: OptionRule<number> = {
  expected: "a number from 0 and below 0.5",
  accepts: (value) => typeof value === "number" && value >= 0 && value < 0.5,
};

const RULES: OptionRules<{ winsorize?: number; truncate?: number }> = {
  winsorize: shareRule,
  truncate: shareRule,
};

/** By default as in the official hospital indicators that the methods were made for. */
const DEFAULT_SHARE = 0.1;
/** With fewer units their variation is hardly known. */
const ENOUGH = 10;
/** A p-value below it says that there is more variation than chance. */
const SIGNIFICANT = 0.05;

const OPERATION = "overdispersion";

/**
 * Do units differ by more than chance, and by how much?
 *
 * If all municipalities had the same true rate, about one in twenty would lie beyond the 95 % limits of a funnel. Mostly
 * far more do, as citizens differ in ways that no case mix knows: then limits for chance alone call too many outliers.
 * From the z-values of k units, the extremes of which are first brought in to the quantiles of a share on either side
 * (`winsorize`) or left out (`truncate`) so that true outliers don't hide themselves:
 * - `phi` = Σ z²/k, the factor by which the variance exceeds chance; limits are wider by √φ where φ > 1;
 * - `tauSquared` = (kφ − (k − 1))/(Σw − Σw²/Σw) with w = 1/s², at least 0: the variance of true values between
 *   units, which leaves small units nearly as they were and stops the funnel from closing. Give it to
 *   {@link funnelLimits}.
 *
 * Without any overdispersion the winsorized φ at a tenth is 0.68 on average, and the truncated 0.44, as extremes that chance
 * makes are brought in too: the published methods find little overdispersion late. The test doesn't suffer from it:
 * Σ z² of all units is held against chi-squared. Where it is significant and φ isn't above 1, a notice tells.
 *
 * @param z numbers; or `{ z, standardErrors, degreesOfFreedom }`, as {@link funnelScores} gives them: standard errors
 *   are numbers above 0
 * @param options `winsorize`, a share of either side, from 0 and below 0.5, 0.1 by default; or `truncate` instead; 0 uses
 *   all as they are
 * @returns a test (`greater`) with `phi`, `phiOfAll` without any rule for extremes, `tauSquared` where there are standard
 *   errors, how many `units` there are and are `kept`, and the `extremes` rule with its share and quantiles;
 *   `not-estimable` with p = 1, φ = 1 and τ² = 0 for fewer than two units
 * @throws CompetitionError `impossible-units`, `unknown-option`, `impossible-option` (also if both are given)
 * @example
 * overdispersion([2.4, -2.1, 0.3, -0.8, 1.9, -2.6], { winsorize: 0 }).phi // 3.545
 * @example
 * overdispersion([1.5]).reason // "one-unit"
 * @see Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, doi:10.1002/sim.1970; Spiegelhalter et al. (2012),
 *   Journal of the Royal Statistical Society A 175, 1–47, doi:10.1111/j.1467-985X.2011.01010.x
 */
export function overdispersion(
  z: Column<number> | ScoredUnits,
  options?: OverdispersionOptions,
): Overdispersion {
  const { values, record } = resolveOptions(OPERATION, options, RULES);
  const [rule, share] = extremesOf(values);
  const chosen = { value: share, source: values[rule] === undefined ? "default" : "given" } as const;
  const scored = checkedScores(z);
  const units = scored.z.length;
  const degreesOfFreedom = scored.degreesOfFreedom ?? units;
  const shared = {
    kind: "test",
    method: rule === "winsorize" ? "overdispersion-winsorized" : "overdispersion-truncated",
    alternative: "greater",
    units,
    references: UNIT_SOURCES["overdispersion"],
    provenance: provenanceOf(OPERATION, { ...record, [rule]: chosen }, { units }),
  } as const;
  if (units < 2 || degreesOfFreedom < 1) {
    return makeOverdispersion({
      ...shared,
      status: "not-estimable",
      reason: "one-unit",
      pValue: 1,
      phi: 1,
      phiOfAll: 1,
      ...(scored.errors === undefined ? {} : { tauSquared: 0 }),
      kept: units,
      notices: [unitsNotEstimable("one-unit")],
    });
  }
  const found = dispersion(scored.z, scored.errors, rule, share);
  const statistic = found.phiOfAll * units;
  const pValue = chiSquaredCdf(statistic, degreesOfFreedom, "upper");
  const { lower, upper, ...told } = found;
  return makeOverdispersion({
    ...shared,
    status: "estimated",
    statistic,
    degreesOfFreedom,
    pValue,
    ...told,
    extremes: { rule, share, lower, upper },
    notices: noticesOf(found, units, pValue),
  });
}

function extremesOf({
  winsorize,
  truncate,
}: {
  readonly winsorize?: number;
  readonly truncate?: number;
}): readonly [ExtremesRule, number] {
  if (truncate === undefined) return ["winsorize", winsorize ?? DEFAULT_SHARE];
  if (winsorize === undefined) return ["truncate", truncate];
  throw competitionError({
    code: "impossible-option",
    path: `${OPERATION}.truncate`,
    received: truncate,
    expected: "either winsorize or truncate, not both",
  });
}

function noticesOf({ phi }: Dispersion, units: number, pValue: number): readonly Notice[] {
  return [
    ...(units < ENOUGH ? [fewUnits(units)] : []),
    ...(pValue < SIGNIFICANT && phi <= 1 ? [DISPERSION_HIDDEN] : []),
  ];
}

interface CheckedScores {
  readonly z: Float64Array;
  readonly errors: Float64Array | undefined;
  readonly degreesOfFreedom: number | undefined;
}

function checkedScores(given: Column<number> | ScoredUnits): CheckedScores {
  if (typeof given !== "object" || given === null) {
    throw impossibleUnits(`${OPERATION}.z`, given, "an array of z-values, or { z, standardErrors }");
  }
  const { z, standardErrors, degreesOfFreedom } = "z" in given ? given : { z: given };
  const values = numbersOf(z, `${OPERATION}.z`, "a number", Number.isFinite);
  if (degreesOfFreedom !== undefined && !(degreesOfFreedom >= 0 && degreesOfFreedom < Infinity)) {
    throw impossibleUnits(`${OPERATION}.degreesOfFreedom`, degreesOfFreedom, "a number from 0");
  }
  if (standardErrors === undefined) return { z: values, errors: undefined, degreesOfFreedom };
  const errors = numbersOf(standardErrors, `${OPERATION}.standardErrors`, "a number above 0", isPositive);
  if (errors.length === values.length) return { z: values, errors, degreesOfFreedom };
  throw impossibleUnits(
    `${OPERATION}.standardErrors`,
    errors.length,
    `as many as there are z, ${values.length}`,
  );
}

function isPositive(value: number): boolean {
  return value > 0 && value < Infinity;
}

function numbersOf(
  column: unknown,
  path: string,
  expected: string,
  accepts: (value: number) => boolean,
): Float64Array {
  const isColumn = Array.isArray(column) || (ArrayBuffer.isView(column) && "length" in column);
  if (!isColumn) throw impossibleUnits(path, column, "an array of numbers");
  return Float64Array.from(column as ArrayLike<unknown>, (value, i) => {
    if (typeof value === "number" && accepts(value)) return value;
    throw impossibleUnits(`${path}[${i}]`, value, expected);
  });
}
