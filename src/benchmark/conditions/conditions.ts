import { provenanceOf, resolveOptions, type Notice } from "../../core/index.js";
import { resultMaker } from "../../display/index.js";
import { sourceOf, type TableInput } from "../../tables/index.js";
import { givenRows } from "../given.js";
import { rankAmong } from "../ranks.js";
import type { Bounded, Direction, MunicipalityRow } from "../types.js";
import { conditionsFace } from "./face.js";
import type { FittedModel, Subject } from "./models.js";
import { METHODS } from "./place.js";
import { impossible, OPERATION, RULES, subjectsOf, type ConditionsChoice } from "./subjects.js";
import type { Conditions, ConditionsData, ConditionsOptions, ConditionsPosition } from "./types.js";

const makeConditions: (data: ConditionsData) => Conditions = resultMaker<ConditionsData>(conditionsFace);

/** With fewer municipalities to a condition, a model fits itself to single ones. */
const ENOUGH = 10;

/**
 * What would each municipality's rate be, if its framework conditions were all that told it from the others?
 *
 * A regression of the rates on the conditions over the municipalities; each is predicted by the model of the m *others*,
 * so that none helps to set its own mark. With p conditions x:
 * - `logistic`: log odds = α + Σ β x, citizens binomial, all variances multiplied by φ = X²/(m − p − 1), 1 at least,
 *   since municipalities vary beyond chance. The municipality's log odds less the predicted have the variance
 *   φ (1/(n r (1 − r)) + xᵀVx), n its citizens, r its rate, V the covariance of the coefficients.
 * - `linear`: rate = α + Σ β x, each municipality one row, for figures without counts (rates, shares of full-time
 *   persons); the difference has the variance σ̂² + xᵀVx.
 *
 * The interval of observed over expected is made of that variance with Student's t of m − p − 1 degrees of freedom.
 * Ranks are of observed against expected; what the conditions leave open counts as chance, which makes their limits wide.
 *
 * A ratio above 1 says: higher than municipalities with like conditions, as far as these conditions go. It doesn't say
 * what a municipality's effort has led to.
 *
 * @param municipalities Rows with `covariates`; those without a value of some condition are left out and named, rows of
 *   areas aren't looked at
 * @param options `covariates`; `model`, `logistic` by default, which needs counts; `municipality` that is pointed out;
 *   `period`, `group` and `benefit`, needed where there are several; `level`, 0.95 by default
 * @returns For each municipality its rate, the expected rate, `ratio`, `position` and `rank`; `explained`, the share of
 *   the differences that the conditions tell of municipalities they haven't seen, 1 − Σ(r − r̂)²/Σ(r − r̄)²; `dispersion`,
 *   φ of all municipalities together. Notices where there are fewer than 10 municipalities to a condition (`many-conditions`),
 *   and where `explained` is not above 0 (`conditions-tell-nothing`).
 * @throws CompetitionError `missing-option`, `unknown-option`, `impossible-option`, `unknown-period`, `unknown-group`,
 *   `several-measures`, `duplicate-row`, `unknown-covariate`, `no-counts`, `too-few-municipalities` (fewer than
 *   conditions and three), `conditions-not-told-apart` if some follow from others, `not-estimable` where conditions
 *   tell without error who succeeds, `unknown-municipality`, `not-measured`
 * @example
 * expectedFromConditions(rows, { covariates: ["unemployment", "lowEducation"] }).municipalities[0]?.ratio
 * @example
 * // Shares of full-time persons: no counts, so no binomial limits.
 * expectedFromConditions(shares, { covariates: ["unemployment"], model: "linear" })
 * @see McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., §4.5 (φ)
 * @see Allen (1974), Technometrics 16, 125–127, doi:10.1080/00401706.1974.10489157 (each predicted by the others)
 */
export function expectedFromConditions(
  municipalities: TableInput<MunicipalityRow>,
  options: ConditionsOptions,
): Conditions {
  const { values, record } = resolveOptions<ConditionsChoice>(OPERATION, options, RULES);
  if (!("covariates" in values))
    throw impossible("missing-option", "covariates", undefined, RULES.covariates.expected);
  const { covariates, model, level, municipality } = values;
  const { rows, subjects, leftOut } = subjectsOf(givenRows(OPERATION, municipalities), values);
  const { place } = METHODS[model];
  const all = fitted(subjects, values);
  const placed = subjects.map((subject) => {
    const others = subjects.filter((each) => each !== subject);
    return { subject, ...place(subject, fitted(others, values, subject.municipality), level) };
  });
  const explained = explainedOf(placed);
  return makeConditions({
    kind: "conditions",
    method: model,
    references: REFERENCES[model],
    notices: noticesOf(subjects.length, covariates.length, explained),
    provenance: provenanceOf(OPERATION, record, { municipalities: sourceOf(municipalities) }),
    model,
    covariates,
    municipality: municipality ?? null,
    period: rows[0]?.period ?? null,
    group: rows[0]?.group ?? null,
    direction: directionOf(rows),
    level,
    dispersion: model === "logistic" ? all.dispersion : null,
    explained,
    municipalities: placed.map(({ subject, expectedRate, ratio, difference }) => ({
      municipality: subject.municipality,
      rate: subject.rate,
      expectedRate,
      ...(subject.count === undefined ? {} : { total: subject.count.total }),
      ratio,
      position: positionOf(ratio),
      rank: rankAmong(
        difference,
        placed.flatMap((other) => (other.subject === subject ? [] : other.difference)),
        level,
      ),
    })),
    leftOut,
    sources: [...new Set(rows.flatMap(({ source }) => source ?? []))],
  });
}

const REFERENCES: Readonly<Record<ConditionsData["model"], readonly string[]>> = {
  logistic: [
    "McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., §4.5",
    "Allen (1974), doi:10.1080/00401706.1974.10489157",
  ],
  linear: ["Allen (1974), doi:10.1080/00401706.1974.10489157"],
};

function fitted(
  subjects: readonly Subject[],
  { model, covariates }: ConditionsChoice,
  without?: string,
): FittedModel {
  const found = METHODS[model].fit(subjects, covariates);
  if (typeof found !== "string") return found;
  const wanted =
    found === "conditions-not-told-apart"
      ? "conditions that vary between the municipalities and of which none follows from the others"
      : "conditions that don't tell without error who succeeds";
  throw impossible(
    found,
    "covariates",
    covariates,
    without === undefined ? wanted : `${wanted}, even where ${without} is left out`,
  );
}

function noticesOf(municipalities: number, conditions: number, explained: number | null): readonly Notice[] {
  return [
    ...(municipalities < ENOUGH * conditions
      ? [{ code: "many-conditions", severity: "caution", municipalities, conditions } as const]
      : []),
    ...(explained !== null && explained <= 0
      ? [{ code: "conditions-tell-nothing", severity: "caution", explained } as const]
      : []),
  ];
}

function positionOf({ interval }: Bounded): ConditionsPosition {
  if (interval.lower > 1) return "above-expected";
  return interval.upper < 1 ? "below-expected" : "within-expected";
}

function directionOf(rows: readonly MunicipalityRow[]): Direction | null {
  const [first, ...others] = new Set(rows.map(({ direction }) => direction));
  return others.length === 0 ? (first ?? null) : null;
}

/** 1 − Σ(observed − expected)²/Σ(observed − mean)², each expected by the others. */
function explainedOf(
  placed: readonly { readonly subject: Subject; readonly expectedRate: number }[],
): number | null {
  const mean = placed.reduce((sum, { subject }) => sum + subject.rate, 0) / placed.length;
  const total = placed.reduce((sum, { subject }) => sum + (subject.rate - mean) ** 2, 0);
  const left = placed.reduce((sum, { subject, expectedRate }) => sum + (subject.rate - expectedRate) ** 2, 0);
  return total > 0 ? 1 - left / total : null;
}
