import { levelRule, oneOf, provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import {
  makeComplierEstimate,
  type ComplierEstimate,
  type ComplierEstimateData,
} from "./complierEstimate.js";
import {
  chosenCovariance,
  covarianceOf,
  covarianceOption,
  covarianceRule,
  type ChosenCovariance,
  type Covariance,
} from "./covarianceOption.js";
import type { Column } from "./followUps.js";
import { andersonRubin } from "./kernels/andersonRubin.js";
import { reducedForms, twoStageFit, type InstrumentData, type ReducedForms } from "./kernels/instrument.js";
import { varianceOf, type Regression } from "./kernels/regression.js";
import {
  checkRegression,
  isBinary,
  readClusters,
  readNumbers,
  readPredictors,
  type Predictors,
} from "./regressionData.js";
import {
  aliasedTerms,
  UNBOUNDED_INTERVAL,
  weakInstrument,
  type RegressionReason,
} from "./regressionNotices.js";
import { COVARIANCE_SOURCES, REGRESSION_SOURCES } from "./regressionSources.js";
import { studentTest } from "./student.js";
import { REAL_LINE, studentResult, type StudentFrame } from "./studentResult.js";

/** Rows of a comparison in which not all receive what they are assigned, by columns. */
export interface ComplianceData {
  /** What chance gave: 1 or true for the comparator; or a number. */
  readonly assigned: Column<number> | Column<boolean>;
  /** What was taken: 1 or true; or a number, such as hours. */
  readonly received: Column<number> | Column<boolean>;
  readonly response: Column<number> | Column<boolean>;
  /** Columns by name, all known before the draw. */
  readonly covariates?: Predictors | undefined;
  /** Who was drawn together, such as a household. */
  readonly clusters?: Column<string> | Column<number> | undefined;
}

export type ComplierMethod = "two-stage-least-squares" | "anderson-rubin";

export interface ComplierOptions {
  /** `two-stage-least-squares` by default. */
  readonly method?: ComplierMethod | undefined;
  /** `hc2` by default, `cr2` with clusters. */
  readonly covariance?: Covariance | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

const RULES: OptionRules<{ method: ComplierMethod; covariance?: Covariance; level: number }> = {
  method: oneOf(["two-stage-least-squares", "anderson-rubin"]),
  covariance: covarianceRule,
  level: levelRule,
};

const OPERATION = "complierEffect";
/** A first stage with a smaller F statistic is weak. */
const STRONG = 10;

/**
 * What does it do to take part, for those who do if chance assigns them to and don't otherwise?
 *
 * The effect is the difference that assignment makes to the response, over the difference that it
 * makes to what is received; with covariates both are adjusted. It is the effect on the compliers if
 * assignment acts on the response through what is received only, and makes no one receive less.
 * - `two-stage-least-squares`: the response on what assignment and covariates say was received; Wald's
 *   interval with standard errors by `covariance`, as {@link leastSquares} has them, t with n − k degrees
 *   of freedom. The leverages of `hc2` and `hc3` are the second stage's, as in the R package estimatr;
 *   without covariates `hc2` is the delta method with each group's own variances.
 * - `anderson-rubin`: the effects τ for which assignment tells nothing of response − τ·received. That
 *   holds its level however little assignment does, and excludes 0 exactly when the comparison of those
 *   assigned does. The set may be an interval, two rays (then `segments`), or the whole line.
 *
 * Where the F statistic of the difference in receiving is below 10, two-stage least squares is
 * unreliable, and the notice `weak-instrument` says so.
 *
 * @param data `assigned`, `received`, `response`, and as far as there are any `covariates` and
 *   `clusters`; without missing values
 * @param options `method`, `two-stage-least-squares` by default; `covariance`, `hc2` by default, `cr2`
 *   with clusters; `level`, 0.95 by default
 * @returns an estimate of measure `complier-risk-difference` if all columns are of 1 and 0, else
 *   `complier-effect`, with the `firstStage`; `not-estimable`, with the whole line as interval, if
 *   assignment makes no difference to what is received, or is the same for all
 * @throws CompetitionError `impossible-data`, `missing-column`, `unknown-column`, `columns-differ`,
 *   `impossible-number`, `impossible-label`, `unknown-option`, `impossible-option`
 * @example
 * const data = { assigned: [1, 1, 1, 0, 0, 0], received: [1, 1, 0, 0, 0, 0], response: [6, 5, 4, 3, 2, 4] };
 * complierEffect(data).estimate // (5 − 3)/(2/3) = 3
 * @example
 * complierEffect({ assigned: [1, 0, 1, 0], received: [1, 1, 0, 0], response: [1, 2, 3, 5] }).reason // "no-first-stage"
 * @see Angrist, Imbens & Rubin (1996), Journal of the American Statistical Association 91, 444–455,
 *   doi:10.1080/01621459.1996.10476902; Staiger & Stock (1997), Econometrica 65, 557–586,
 *   doi:10.2307/2171753, for the F of 10
 */
export function complierEffect(data: ComplianceData, options?: ComplierOptions): ComplierEstimate {
  const { values, record } = resolveOptions(OPERATION, options, RULES);
  const rows = checkRegression(OPERATION, data, "covariates", {
    needed: ["assigned", "received", "response"],
    others: ["clusters"],
  });
  const read = (column: "assigned" | "received" | "response"): Float64Array =>
    readNumbers(data[column], `${OPERATION}.${column}`);
  const covariates = readPredictors(data.covariates, `${OPERATION}.covariates`);
  const given: InstrumentData = {
    assigned: read("assigned"),
    received: read("received"),
    response: read("response"),
    covariates: covariates.columns,
  };
  const clusters = readClusters(data.clusters, `${OPERATION}.clusters`);
  const chosen = chosenCovariance(OPERATION, values.covariance, clusters);
  const isRisk = [given.assigned, given.received, given.response].every(isBinary);
  const frame: StudentFrame = {
    measure: isRisk ? "complier-risk-difference" : "complier-effect",
    method: values.method,
    covariance: chosen.kind,
    level: values.level,
    space: REAL_LINE,
    references: [...REGRESSION_SOURCES[values.method], ...COVARIANCE_SOURCES[chosen.kind]],
    provenance: provenanceOf(
      OPERATION,
      { ...record, covariance: covarianceOption(values.covariance, chosen) },
      {
        rows,
        covariates: Object.keys(data.covariates ?? {}),
        ...(clusters === undefined ? {} : { clusters: clusters.count }),
      },
    ),
  };
  return makeComplierEstimate(found(frame, given, covariates.names, chosen));
}

/** Either method's finding, or the reason why there is none. */
function found(
  frame: StudentFrame,
  given: InstrumentData,
  names: readonly string[],
  chosen: ChosenCovariance,
): ComplierEstimateData {
  const failed = (reason: RegressionReason): ComplierEstimateData =>
    studentResult(frame, { reason, notices: [] });
  if (given.response.length === 0) return failed("no-rows");
  if (given.assigned.every((value) => value === given.assigned[0])) return failed("no-observations");
  const forms = reducedForms(given);
  const { aliased } = forms.received.design;
  // A column of the covariates that tells the assignment leaves nothing of it to compare.
  if (!forms.received.design.kept.includes(1)) return failed("no-first-stage");
  const fit = twoStageFit(given, forms.received);
  if (fit === undefined) return failed("no-first-stage");
  if (!(fit.degreesOfFreedom > 0)) return failed("no-degrees-of-freedom");
  const firstStage = firstStageOf(forms, chosen);
  const result =
    frame.method === "anderson-rubin"
      ? byTest(frame, fit, forms, chosen)
      : bySecondStage(frame, fit, firstStage, chosen);
  const terms = ["", "", ...names];
  return {
    ...result,
    notices: [...aliasedTerms(aliased.map((term) => terms[term] ?? "")), ...result.notices],
    firstStage,
  };
}

function firstStageOf(
  { received }: ReducedForms,
  chosen: ChosenCovariance,
): { difference: number; statistic: number } {
  const difference = received.coefficients[1] ?? 0;
  const variance = covarianceOf(received, chosen).matrix[1]?.[1] ?? 0;
  return { difference, statistic: difference ** 2 / variance };
}

function bySecondStage(
  frame: StudentFrame,
  fit: Regression,
  { statistic }: { readonly statistic: number },
  chosen: ChosenCovariance,
): ComplierEstimateData {
  const contrast = fit.coefficients.map((_, k) => (k === fit.coefficients.length - 1 ? 1 : 0));
  const { matrix, certainty } = covarianceOf(fit, chosen);
  const { degreesOfFreedom, isBlind } = certainty(contrast);
  const notices = statistic < STRONG ? [weakInstrument(statistic)] : [];
  if (isBlind) return studentResult(frame, { reason: blindness(chosen), notices });
  return studentResult(frame, {
    estimate: fit.coefficients.at(-1) ?? 0,
    standardError: Math.sqrt(varianceOf(contrast, matrix)),
    degreesOfFreedom,
    notices,
  });
}

function blindness({ clusters }: ChosenCovariance): RegressionReason {
  return clusters === undefined ? "lone-units" : "too-few-clusters";
}

function byTest(
  frame: StudentFrame,
  fit: Regression,
  forms: ReducedForms,
  chosen: ChosenCovariance,
): ComplierEstimateData {
  const { reduced, standardError, degreesOfFreedom, isBlind, set } = andersonRubin(forms, (each) =>
    covarianceOf(each, chosen),
  );
  if (isBlind) return studentResult(frame, { reason: blindness(chosen), notices: [] });
  const pieces = set(frame.level);
  const [first = REAL_LINE] = pieces;
  const isOne = pieces.length === 1;
  const isBounded = isOne && Number.isFinite(first.lower) && Number.isFinite(first.upper);
  const { space, covariance, level, counts, ...shared } = frame;
  return {
    kind: "estimate",
    ...shared,
    ...(counts === undefined ? {} : { counts }),
    status: "estimated",
    estimate: fit.coefficients.at(-1) ?? 0,
    interval: { ...(isOne ? first : space), level, sides: 2, method: covariance },
    ...(isBounded ? {} : { segments: pieces.map(({ lower, upper }) => [lower, upper] as const) }),
    test: studentTest({ estimate: reduced, standardError, degreesOfFreedom }),
    notices: isBounded ? [] : [UNBOUNDED_INTERVAL],
  };
}
